"""An outcome says only what a person answered: reasons, the first sentence, and where to begin."""

from itertools import product

import pytest

from assessment.safeguard import SCALES, assess
from assessment.telling import Lead, has_skipped, kinds_in_order, knows_long_loneliness, lead, named

WELL = dict.fromkeys(SCALES, 0)


def named_for(**worse):
    answers = WELL | worse
    return named(answers, assess(answers))


@pytest.mark.parametrize(
    ("worse", "names"),
    [
        pytest.param({}, [], id="nothing-at-tips"),
        pytest.param({"frequency": 1, "childhood": 1}, ["frequency", "childhood"], id="every-answer-above-0"),
        pytest.param({"frequency": 3}, ["frequency"], id="almost-always"),
        pytest.param({"reward": 2, "screens": 1}, ["reward"], id="only-what-decided"),
        pytest.param({"duration": 2}, ["duration"], id="long-without-the-word-lonely"),
        pytest.param({"frequency": 1, "screens": 2}, ["frequency", "screens"], id="lonely-and-a-screen"),
        pytest.param({"duration": 2, "screens": 2}, ["duration", "screens"], id="four-points-name-each"),
        pytest.param({"suicidality": 1}, ["suicidality"], id="a-passing-wish"),
        pytest.param({"safety": 1, "mood": 2}, ["mood", "safety"], id="each-line-that-holds"),
        pytest.param({"suicidality": 2, "mood": 2}, ["suicidality"], id="help-now-names-only-itself"),
        pytest.param({"duration": None}, ["duration"], id="a-skip-that-decided"),
        pytest.param({"frequency": None, "screens": 2}, ["frequency", "screens"], id="a-skip-beside-a-sign"),
        pytest.param({"childhood": None}, ["childhood"], id="a-skip-at-the-safety-net"),
    ],
)
def test_the_answers_that_are_named(worse, names):
    assert named_for(**worse) == names


def test_every_combination_of_signs_names_an_answer_that_counts():
    """Whatever leads above level 0, the page can say why, and never names the best answer."""
    for values in product((0, 1, 2, None), repeat=5):
        answers = WELL | dict(zip(("frequency", "duration", "mood", "suicidality", "safety"), values, strict=True))
        outcome = assess(answers)
        names = named(answers, outcome)
        assert bool(names) is (outcome.level > 0)
        assert 0 not in [answers[name] for name in names]


@pytest.mark.parametrize(
    ("worse", "expected"),
    [
        ({"duration": 2, "childhood": 2}, Lead.LONG),
        ({"childhood": 2, "reward": 2}, Lead.CHILDHOOD),
        ({"reward": 2, "giving": 2}, Lead.REWARD),
        ({"giving": 2, "mood": 2}, Lead.GIVING),
        ({"mood": 2, "frequency": 3}, Lead.MOOD),
        ({"frequency": 3, "screens": 1}, Lead.ALWAYS),
        ({"frequency": 2, "screens": 1, "attempts": 1}, Lead.SEVERAL),
        ({"frequency": 2}, Lead.CAREFUL),
        ({"duration": None}, Lead.CAREFUL),
        ({"duration": None, "screens": 1}, Lead.CAREFUL),
        ({"duration": None, "screens": 1, "mood": 1}, Lead.SEVERAL),
    ],
)
def test_the_lead_is_the_first_that_fits_what_was_given(worse, expected):
    assert lead(WELL | worse) is expected


def test_with_no_answers_at_all_nothing_is_said_about_the_person():
    assert lead({}) is Lead.CAREFUL


@pytest.mark.parametrize(
    ("worse", "known"), [({"duration": 2}, True), ({"childhood": 2}, True), ({"duration": None}, False), ({}, False)]
)
def test_an_expert_is_asked_for_only_where_long_loneliness_was_answered(worse, known):
    assert knows_long_loneliness(WELL | worse) is known


def test_a_missing_answer_counts_as_skipped():
    assert has_skipped({})
    assert not has_skipped(WELL)


@pytest.mark.parametrize(
    ("answers", "order"),
    [
        pytest.param((0, 0, 0), ["friendship", "community", "intimate"], id="a-tie"),
        pytest.param((2, 0, 1), ["intimate", "community", "friendship"], id="missed-then-so-so-then-satisfied"),
        pytest.param((None, 0, 3), ["intimate", "friendship", "community"], id="a-skip-before-satisfied"),
        pytest.param((2, 3, 2), ["community", "intimate", "friendship"], id="does-not-apply-last"),
    ],
)
def test_where_to_begin(answers, order):
    assert kinds_in_order(dict(zip(("intimate", "friendship", "community"), answers, strict=True))) == order
