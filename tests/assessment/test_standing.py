"""Which level and flags hold for a request: this visit's outcome, what the account keeps, or nothing."""

from dataclasses import replace
from datetime import date

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory

from assessment import trace
from assessment.models import SafeguardState, State
from assessment.openness import PROTECTIVE, Standing
from assessment.safeguard import Flag, Level
from assessment.standing import kept_standing, standing_of
from assessment.trace import Shown
from regie.accounts.models import User

UNSAFE, NO_GIVING = frozenset({Flag.UNSAFE}), frozenset({Flag.NO_GIVING})


def visit_request(shown=None, user=None):
    """A request of a browser that holds this outcome, and of this person if signed in."""
    request = RequestFactory().get("/")
    if shown:
        response = HttpResponse()
        trace.keep_shown(request, response, shown)
        request.COOKIES = {key: morsel.value for key, morsel in response.cookies.items()}
    if user:
        request.COOKIES[settings.SESSION_COOKIE_NAME] = "any"
        request.user = user
    return request


def keep(user, **state):
    SafeguardState.objects.create(owner=user, content=State(**state).as_text())


def test_without_any_cookie_nothing_is_known_and_nothing_is_asked():
    assert standing_of(visit_request()) == Standing()


def test_a_visitor_stands_where_the_outcome_cookie_says():
    standing = standing_of(visit_request(Shown(2, ("NO_GIVING",), "be")))
    assert standing == Standing(Level.HELP_FIRST, NO_GIVING, "be")


def test_an_account_stands_where_its_kept_state_says(user):
    keep(user, level=Level.TALK_TODAY, flags=UNSAFE)
    assert standing_of(visit_request(user=user)) == Standing(Level.TALK_TODAY, UNSAFE, "nl")


@pytest.mark.parametrize(
    ("visit", "kept", "level"), [(1, 3, 3), (3, 1, 3), (None, 2, 2), (2, None, 2), (None, None, None)]
)
def test_the_higher_of_both_holds_with_all_flags(user, visit, kept, level):
    keep(user, level=None if kept is None else Level(kept), flags=UNSAFE)
    standing = standing_of(visit_request(Shown(visit, ("NO_GIVING",)), user))
    assert (standing.level, standing.flags) == (level, UNSAFE | NO_GIVING)


def test_the_country_of_the_visit_goes_before_that_of_the_account(user):
    assert standing_of(visit_request(Shown(1, (), "be"), user)).country == "be"


def test_the_three_questions_count_from_either_side(user):
    keep(user, questions_on=date(2026, 11, 1))
    standing = standing_of(visit_request(Shown(safety_on="2026-11-22"), user))
    assert (standing.may_act, standing.may_act_intimate) == (True, True)


def test_mail_and_feed_see_only_what_is_kept(user):
    assert kept_standing(user) == Standing()
    keep(user, level=Level.TIPS)
    assert kept_standing(user) == Standing(Level.TIPS)


@pytest.mark.parametrize(("until", "stays"), [(date(2100, 1, 1), True), (date(2020, 1, 1), False), (None, False)])
def test_the_help_card_stays_until_its_day(user, until, stays):
    keep(user, level=Level.TIPS, help_until_on=until)
    assert kept_standing(user).help_stays is stays


@pytest.mark.parametrize(("today", "stays"), [(date(2026, 12, 20), True), (date(2026, 12, 21), False)])
def test_the_last_day_of_the_help_card_still_counts(today, stays):
    assert State(Level.TIPS, help_until_on=date(2026, 12, 20)).standing(today).help_stays is stays


def test_what_is_kept_comes_back_the_same():
    state = State(Level.TALK_TODAY, UNSAFE | NO_GIVING, date(2026, 1, 2), date(2026, 1, 3), None, date(2026, 1, 4))
    assert State.from_text(state.as_text()) == state


def test_the_database_does_not_hold_the_level_in_clear(user):
    keep(user, level=Level.HELP_NOW, flags=UNSAFE)
    (raw,) = SafeguardState.objects.extra(select={"raw": "content"}).values_list("raw", flat=True)
    assert "UNSAFE" not in raw


def test_an_error_protects_and_is_logged_without_a_person(user, caplog):
    SafeguardState.objects.create(owner=user, content='{"level": 77, "flags": []}')
    assert standing_of(visit_request(user=user)) == replace(PROTECTIVE, country="nl")
    assert caplog.messages == ["standing not found: ValueError"]


@pytest.mark.parametrize("somebody", [AnonymousUser(), User()], ids=["nobody", "an-account-that-is-gone"])
def test_who_cannot_be_asked_after_is_protected(somebody):
    assert kept_standing(somebody) == PROTECTIVE


def test_it_is_found_once_per_request(user, django_assert_num_queries):
    request = visit_request(user=user)
    with django_assert_num_queries(1):
        assert standing_of(request) is standing_of(request)
