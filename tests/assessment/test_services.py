"""What an account keeps: what raises it, what alone lowers it, and what forgetting and withdrawing do."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import product

import pytest
from django.db import connection

from assessment.models import KeptOutcome, SafeguardState
from assessment.openness import PROTECTIVE, Standing
from assessment.safeguard import SCALES, Flag, Level, assess
from assessment.services import (
    forget,
    is_closed_to_questions,
    keep_outcome,
    pass_questions,
    raise_state,
    withdraw,
)
from assessment.standing import kept_standing
from regie.accounts import consent
from tests.factories import a_person

TODAY = date(2026, 11, 22)
QUESTIONS, SAFETY = {"questions_on"}, {"safety_on"}
WELL = dict.fromkeys(SCALES, 0)


@pytest.fixture
def keeper(user):
    """A person who allows Regie to keep outcomes."""
    consent.give(user, consent.Scope.OUTCOMES)
    return user


def keep(user, visit="first", today=TODAY, **worse):
    answers = WELL | worse
    keep_outcome(user, assess(answers), answers, version="2026-1", visit=visit, today=today)


def state_of(user):
    return SafeguardState.objects.get(owner=user).state


def kept(user):
    standing = kept_standing(user)
    return standing.level, standing.flags


def test_without_consent_nothing_is_kept(user):
    raise_state(user, Level.HELP_NOW, [Flag.UNSAFE], TODAY)
    keep(user)
    assert not pass_questions(user, QUESTIONS, TODAY)
    assert (SafeguardState.objects.count(), KeptOutcome.objects.count()) == (0, 0)


@pytest.mark.django_db(transaction=True)
def test_raising_at_the_same_moment_keeps_the_highest():
    if connection.vendor == "sqlite":
        pytest.skip("The tests' SQLite lives in memory, which locks whole tables; the file of a real one waits.")
    people = [a_person(f"naam{number}") for number in range(10)]
    for person in people:
        consent.give(person, consent.Scope.OUTCOMES)

    def one(told):
        try:
            raise_state(*told, TODAY)
        finally:
            connection.close()

    levels = (Level.HELP_FIRST, Level.HELP_NOW, Level.TALK_TODAY)
    with ThreadPoolExecutor(6) as pool:
        told = [(person, level, [flag]) for person in people for level, flag in zip(levels, Flag, strict=True)]
        list(pool.map(one, told))
    assert [kept(person) for person in people] == [(Level.HELP_NOW, set(Flag))] * len(people)


def test_raising_takes_the_higher_level_and_all_flags(keeper):
    seen = []
    for level, flag in ((2, Flag.NO_GIVING), (3, Flag.UNSAFE), (2, Flag.SUICIDALITY)):
        raise_state(keeper, Level(level), [flag], TODAY)
        seen.append(kept(keeper))
    assert seen == [(2, {Flag.NO_GIVING}), (3, {Flag.NO_GIVING, Flag.UNSAFE}), (3, set(Flag))]


def test_raising_is_monotone_from_every_state(keeper):
    for before, event in product(Level, Level):
        SafeguardState.objects.all().delete()
        keep_outcome(keeper, assess(WELL), WELL, version="2026-1", visit="v", today=TODAY)
        raise_state(keeper, before, [], TODAY)
        raise_state(keeper, event, [], TODAY)
        assert kept(keeper)[0] == max(before, event)


def test_since_stays_the_day_on_which_the_level_came(keeper):
    raise_state(keeper, Level.TALK_TODAY, [], date(2026, 11, 1))
    raise_state(keeper, Level.HELP_FIRST, [Flag.NO_GIVING], TODAY)
    assert state_of(keeper).since_on == date(2026, 11, 1)


def test_a_light_outcome_that_is_not_kept_opens_nothing(keeper):
    raise_state(keeper, Level.TIPS, [], TODAY)
    assert kept_standing(keeper) == Standing()


def test_only_keeping_a_complete_check_lowers(keeper):
    raise_state(keeper, Level.TALK_TODAY, [Flag.UNSAFE], TODAY)
    keep(keeper, frequency=1)
    assert kept(keeper) == (Level.TIPS_WITH_SAFETY_NET, set())


def test_keeping_the_same_visit_twice_is_once(keeper):
    keep(keeper)
    keep(keeper, frequency=1)
    assert [outcome.answers["frequency"] for outcome in KeptOutcome.objects.of(keeper)] == [1]


def test_answers_are_kept_with_what_was_skipped_and_the_version(keeper):
    keep(keeper, mood=None)
    (outcome,) = KeptOutcome.objects.of(keeper)
    assert (outcome.answers, outcome.version, outcome.made_on) == (WELL | {"mood": None}, "2026-1", TODAY)


@pytest.mark.parametrize("safety", [1, 2, None])
def test_answers_given_while_unsafe_are_not_kept_but_the_level_is(keeper, safety):
    keep(keeper, safety=safety)
    assert kept(keeper) == (Level.TALK_TODAY, {Flag.UNSAFE})
    assert not KeptOutcome.objects.of(keeper)


@pytest.mark.parametrize(
    ("from_level", "stays_until"),
    [(Level.HELP_NOW, date(2026, 12, 20)), (Level.TALK_TODAY, date(2026, 12, 20)), (Level.HELP_FIRST, None)],
)
def test_coming_down_leaves_the_help_card_for_four_weeks(keeper, from_level, stays_until):
    raise_state(keeper, from_level, [], TODAY)
    keep(keeper)
    assert state_of(keeper).help_until_on == stays_until


def test_a_second_check_does_not_shorten_the_four_weeks(keeper):
    raise_state(keeper, Level.TALK_TODAY, [], TODAY)
    keep(keeper)
    keep(keeper, visit="second", today=date(2026, 11, 25))
    assert state_of(keeper).help_until_on == date(2026, 12, 20)


def test_the_three_questions_open_actions_and_safety_the_intimate_ones(keeper):
    pass_questions(keeper, QUESTIONS, TODAY)
    assert (kept_standing(keeper).may_act, kept_standing(keeper).may_act_intimate) == (True, False)
    pass_questions(keeper, SAFETY, TODAY)
    assert kept_standing(keeper).may_act_intimate


@pytest.mark.parametrize("level", [Level.HELP_FIRST, Level.TALK_TODAY, Level.HELP_NOW])
def test_help_first_erases_the_days_of_the_questions_at_once(keeper, level):
    pass_questions(keeper, QUESTIONS, TODAY)
    raise_state(keeper, level, [], TODAY)
    assert state_of(keeper).questions_on is None


def test_the_three_questions_change_nothing_where_a_level_is_known(keeper):
    raise_state(keeper, Level.HELP_FIRST, [], TODAY)
    assert not pass_questions(keeper, QUESTIONS, TODAY)
    assert not kept_standing(keeper).may_act


def test_forgetting_never_changes_the_state(keeper):
    keep(keeper, frequency=3)
    keep(keeper, visit="second", frequency=3)
    assert forget(keeper, KeptOutcome.objects.of(keeper).first().pk) == 1
    assert forget(keeper) == 1
    assert kept(keeper) == (Level.HELP_FIRST, set())


def test_nobody_forgets_for_another(keeper, django_user_model):
    keep(keeper)
    stranger = django_user_model.objects.create_user("bo", password="nog een wachtwoord")
    assert forget(stranger, KeptOutcome.objects.get().pk) == 0
    assert forget(stranger) == 0


def test_withdrawing_erases_both_and_closes_the_three_questions(keeper):
    keep(keeper)
    withdraw(keeper)
    assert (SafeguardState.objects.count(), KeptOutcome.objects.count()) == (0, 0)
    consent.give(keeper, consent.Scope.OUTCOMES)
    assert is_closed_to_questions(keeper)
    assert not pass_questions(keeper, QUESTIONS, TODAY)
    assert not kept_standing(keeper).may_act


def test_after_withdrawing_a_new_complete_check_opens_again(keeper):
    withdraw(keeper)
    consent.give(keeper, consent.Scope.OUTCOMES)
    keep(keeper, visit="new")
    assert kept_standing(keeper).may_act


@pytest.mark.parametrize("content", ["no state", "{}", '{"level": 9, "flags": []}', '{"level": "x", "flags": 1}'])
def test_a_state_that_cannot_be_read_stays_until_a_complete_check(keeper, content):
    SafeguardState.objects.create(owner=keeper, content=content)
    raise_state(keeper, Level.HELP_NOW, [Flag.SUICIDALITY], TODAY)
    assert not pass_questions(keeper, QUESTIONS, TODAY)
    assert kept_standing(keeper) == PROTECTIVE
    keep(keeper)
    assert kept(keeper) == (Level.TIPS, set())
