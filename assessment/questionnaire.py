"""The questions of the self-check: one TOML file per version, published for good."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assessment.safeguard import SCALES
from regie.content import Document, Words
from relations.kinds import Kind

FOLDER = Path(__file__).parent / "questionnaires"
CURRENT = "2026-1"

# How content with one kind of relationship is answered; these order the guide and never reach the rule.
SATISFIED, SO_SO, MISSING_SOMETHING, DOES_NOT_APPLY = range(4)


@dataclass(frozen=True)
class Answer:
    """One plain answer; ``told`` says it back after "you told us that", ``said`` in the person's own voice."""

    value: int
    label: Words
    told: Words | None = None
    said: Words | None = None


@dataclass(frozen=True)
class Question:
    """One page of the check; ``short`` names it on the page with all answers, ``alone`` asks it by itself."""

    name: str
    ask: Words
    short: Words
    answers: tuple[Answer, ...]
    hint: Words | None = None
    alone: Words | None = None

    def answer(self, value: int) -> Answer:
        return self.answers[value]


@dataclass(frozen=True)
class Questionnaire:
    """All questions of one version in their order."""

    version: str
    questions: tuple[Question, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(question.name for question in self.questions)

    def named(self, name: str) -> Question:
        return self.questions[self.names.index(name)]

    def numbered(self, number: int) -> Question:
        return self.questions[number - 1]


@cache
def questionnaire(version: str = CURRENT) -> Questionnaire:
    """One version, also one that is no longer asked. Raises ``ContentError`` for a file that cannot be used."""
    return Document.read(FOLDER / f"{version}.toml").build(Questionnaire, version=version)


def versions() -> list[str]:
    """Every version ever published."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


def problems(asked: Questionnaire) -> list[str]:
    """Where questions and answers are out of step with the kinds and the rule."""
    found = []
    if asked.names != (*Kind.values, *SCALES):
        found.append(f"{asked.version}: the questions are not the three kinds and then those of the rule, in order")
    for question in asked.questions:
        highest = SCALES[question.name].highest if question.name in SCALES else DOES_NOT_APPLY
        if [answer.value for answer in question.answers] != list(range(highest + 1)):
            found.append(f"{asked.version}: the answers of {question.name} do not run from 0 to {highest}")
        if [(bool(answer.told), bool(answer.said)) for answer in question.answers] != [
            (question.name in SCALES and answer.value > 0,) * 2 for answer in question.answers
        ]:
            found.append(
                f"{asked.version}: {question.name} must say back each answer above 0 of the rule, and no other"
            )
    return found
