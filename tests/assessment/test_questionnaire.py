"""The questions: in step with the rule, complete in both languages, and never edited once published."""

import re
from dataclasses import replace
from hashlib import sha256

import pytest

from assessment.checks import questions_fit_the_rule
from assessment.questionnaire import CURRENT, FOLDER, problems, questionnaire, versions
from assessment.safeguard import SCALES
from regie.content import Words

# A published version is never edited: kept answers must mean for ever what they meant. New words are a new file.
FINGERPRINTS = {"2026-1": "e9334df6d11a4ef3ca37b19fe86816de3f6158bda3c2f23130bf258a04a3b8c2"}

ASKED = questionnaire()


def test_every_published_version_is_as_it_was_published():
    assert {v: sha256((FOLDER / f"{v}.toml").read_bytes()).hexdigest() for v in versions()} == FINGERPRINTS


def test_the_current_version_fits_the_rule():
    assert questions_fit_the_rule(None) == []
    assert questionnaire(CURRENT).version == CURRENT


def test_every_version_stays_readable():
    assert [questionnaire(version).version for version in versions()] == versions()


def changed(name, **changes):
    """The questions with one of them changed."""
    questions = tuple(replace(q, **changes) if q.name == name else q for q in ASKED.questions)
    return replace(ASKED, questions=questions)


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        pytest.param(replace(ASKED, questions=ASKED.questions[:-1]), 1, id="a-question-is-missing"),
        pytest.param(replace(ASKED, questions=ASKED.questions[::-1]), 1, id="another-order"),
        pytest.param(changed("mood", answers=ASKED.named("mood").answers[:2]), 1, id="an-answer-is-missing"),
        pytest.param(changed("mood", answers=ASKED.named("mood").answers[::-1]), 1, id="answers-the-other-way-round"),
        pytest.param(changed("safety", answers=ASKED.named("mood").answers), 1, id="the-answers-of-another"),
    ],
)
def test_what_is_out_of_step_is_found(asked, count):
    assert len(problems(asked)) == count


def sentences(language):
    for question in ASKED.questions:
        for words in (question.ask, question.hint, question.short, *(answer.label for answer in question.answers)):
            if isinstance(words, Words):
                yield getattr(words, language)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_sentence_is_short(language):
    """Twelve words on average is the line for plain language; these are read in a bad moment."""
    counts = [len(re.findall(r"[\w']+", part)) for text in sentences(language) for part in re.split(r"[.?:]\s", text)]
    assert max(counts) <= 13
    assert sum(counts) / len(counts) < 7


def test_what_was_told_is_a_clause_and_never_a_judgement():
    clauses = [answer.told for name in SCALES for answer in ASKED.named(name).answers if answer.told]
    assert all(clause.nl[0].islower() and clause.nl[-1] != "." for clause in clauses)
    assert not [clause.nl for clause in clauses if re.search(r"chronisch|eenzame|score|risico", clause.nl)]
