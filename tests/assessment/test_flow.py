"""Which page comes next, and which answer stops the check."""

import pytest

from assessment.flow import Visit, first_open, is_ahead, judged, stopping_answer

NAMES = ("friendship", "mood", "suicidality", "safety")


@pytest.mark.parametrize(
    ("answers", "number"),
    [
        pytest.param({}, 1, id="at-the-start"),
        pytest.param({"friendship": 2}, 2, id="after-the-first"),
        pytest.param({"friendship": None}, 2, id="a-skip-is-an-answer"),
        pytest.param({"friendship": 1, "safety": 0}, 2, id="the-first-gap"),
        pytest.param(dict.fromkeys(NAMES), None, id="all-of-them"),
    ],
)
def test_the_first_question_without_an_answer(answers, number):
    assert first_open(NAMES, answers) == number


@pytest.mark.parametrize(("number", "ahead"), [(1, False), (2, False), (3, True), (4, True)])
def test_a_question_beyond_the_gap_is_ahead(number, ahead):
    assert is_ahead(number, NAMES, {"friendship": 1}) is ahead


def test_nothing_is_ahead_of_a_whole_check():
    assert not is_ahead(4, NAMES, dict.fromkeys(NAMES))


@pytest.mark.parametrize(
    ("answers", "name"),
    [
        ({"suicidality": 2}, "suicidality"),
        ({"safety": 3}, "safety"),
        ({"suicidality": 2, "safety": 3}, "suicidality"),
        ({"suicidality": 1, "safety": 2}, None),
        ({"suicidality": None, "safety": None}, None),
        ({}, None),
    ],
)
def test_only_two_answers_stop_the_check(answers, name):
    assert stopping_answer(answers) == name


def test_a_changed_answer_takes_back_that_the_outcome_was_asked_for():
    visit = Visit("2026-1", "nl", 1, {"mood": 0}, is_asked=True)
    assert visit.answered("mood", 2) == Visit("2026-1", "nl", 1, {"mood": 2}, is_asked=False)


def test_the_rule_sees_no_answer_that_it_does_not_ask_for():
    assert judged({"friendship": 2, "mood": None, "safety": 0}) == {"mood": None, "safety": 0}
