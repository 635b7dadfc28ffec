"""Help steps: three equal ways, a card to print, one step at a time, and one question after a week."""

import uuid
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse

from assessment.help_steps import StepCard, Way, first_day
from assessment.models import HelpStep
from assessment.openness import PROTECTIVE, Standing
from assessment.safeguard import Flag, Level
from assessment.services import answer_step, plan_step
from regie.accounts import consent
from regie.accounts.days import today_for

TODAY = date(2026, 11, 23)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def card(way, country="nl", standing=None):
    return StepCard(way, country, TODAY, standing or Standing())


def plan(user, way=Way.LINE, on=TODAY, key=None):
    return plan_step(user, way, country="nl", planned_on=on, key=key or uuid.uuid4())


@pytest.fixture
def allowed(user):
    consent.give(user, consent.Scope.OUTCOMES)


@pytest.fixture
def browser(user, allowed):
    browser = Client()
    browser.force_login(user)
    return browser


@pytest.mark.parametrize(
    ("country", "flags", "dialled"),
    [
        ("nl", set(), ["0880767000"]),
        ("be", set(), ["106"]),
        ("nl", {Flag.SUICIDALITY}, ["113", "0880767000"]),
        ("be", {Flag.UNSAFE}, ["1712", "106"]),
    ],
)
def test_the_line_to_call_follows_country_and_flags(country, flags, dialled):
    standing = Standing(Level.TALK_TODAY, frozenset(flags))
    assert [line.tel for line in card(Way.LINE, country, standing).lines] == dialled


def test_where_standing_failed_the_card_says_nothing_about_the_person():
    assert [line.tel for line in card(Way.LINE, standing=PROTECTIVE).lines] == ["0880767000"]


def test_telling_one_person_calls_nobody():
    assert card(Way.PERSON).lines == []


@pytest.mark.parametrize(
    ("now", "way", "day"),
    [
        pytest.param(datetime(2026, 11, 23, 10, tzinfo=AMSTERDAM), Way.GP, TODAY, id="practice-open"),
        pytest.param(datetime(2026, 11, 23, 20, tzinfo=AMSTERDAM), Way.GP, date(2026, 11, 24), id="in-the-evening"),
        pytest.param(datetime(2026, 11, 21, 10, tzinfo=AMSTERDAM), Way.GP, TODAY, id="on-saturday"),
        pytest.param(datetime(2026, 11, 21, 10, tzinfo=AMSTERDAM), Way.LINE, date(2026, 11, 21), id="a-line-today"),
    ],
)
def test_today_is_proposed_unless_the_practice_is_closed(now, way, day):
    assert first_day(way, "nl", now) == day


@pytest.mark.parametrize(("days", "is_asked"), [(6, False), (7, True), (8, True), (-1, False)])
def test_it_is_asked_from_the_seventh_day(user, days, is_asked):
    assert plan(user).is_asked(TODAY + timedelta(days=days)) is is_asked


@pytest.mark.parametrize(("answer", "stays"), [("yes", False), ("not_yet", True), ("something_else", False)])
def test_any_answer_ends_the_asking(user, answer, stays):
    step = plan(user)
    answer_step(step, answer)
    assert (step.is_open, step.is_asked(TODAY + timedelta(days=365))) == (stays, False)


def test_one_step_at_a_time(user):
    plan(user, Way.LINE)
    plan(user, Way.GP)
    assert [step.way for step in HelpStep.objects.of(user).filter(is_open=True)] == [Way.GP]


def test_the_same_form_twice_is_one_step(user):
    key = uuid.uuid4()
    assert plan(user, key=key) == plan(user, key=key)


@pytest.mark.parametrize("way", Way)
def test_a_visitor_prints_a_card_and_nothing_is_kept(way):
    page = Client().post(reverse("assessment:step_card", args=[way]), {"day": "2026-12-03", "key": uuid.uuid4()})
    assert "Op donderdag 3 december." in page.content.decode()
    assert "Bewaar in mijn account" not in page.content.decode()


@pytest.mark.parametrize("day", ["", "gisteren", "0001-01-01", "2500-01-01"])
def test_a_day_that_is_no_day_is_an_error_in_words(day):
    page = Client().post(reverse("assessment:step_card", args=[1]), {"day": day, "key": uuid.uuid4()})
    assert 'href="#id_day"' in page.content.decode()


@pytest.mark.parametrize("way", [0, 4, 99])
def test_there_is_no_other_way(way):
    assert Client().get(f"/hulpstap/{way}/").status_code == 404


@pytest.mark.parametrize("key", [uuid.uuid4(), "", "broken"])
def test_with_an_account_the_step_is_kept(browser, user, key):
    response = browser.post(reverse("assessment:step_card", args=[2]), {"day": "2026-12-03", "key": key, "keep": "1"})
    assert response.url == reverse("assessment:my_step")
    page = browser.get(response.url).content.decode()
    assert "Op donderdag 3 december." in page
    assert "Is het gelukt?" not in page


def test_without_consent_it_is_asked_first(user):
    browser = Client()
    browser.force_login(user)
    response = browser.post(
        reverse("assessment:step_card", args=[2]), {"day": "2026-12-03", "key": uuid.uuid4(), "keep": "1"}
    )
    assert response.url.startswith(reverse("accounts:consent_outcomes"))
    assert not HelpStep.objects.exists()


def test_after_a_week_the_page_asks_once(browser, user):
    step = plan(user, on=today_for(user) - timedelta(days=7))
    assert "Is het gelukt?" in browser.get(reverse("assessment:my_step")).content.decode()
    response = browser.post(reverse("assessment:answer_step", args=[step.pk]), {"answer": "not_yet"})
    assert "We vragen er niet meer naar." in browser.get(response.url).content.decode()
    assert "Is het gelukt?" not in browser.get(reverse("assessment:my_step")).content.decode()


def test_an_unknown_answer_changes_nothing(browser, user):
    step = plan(user)
    browser.post(reverse("assessment:answer_step", args=[step.pk]), {"answer": "nooit"})
    step.refresh_from_db()
    assert (step.answer, step.is_open) == ("", True)


def test_a_strangers_step_does_not_exist(browser, django_user_model):
    theirs = plan(django_user_model.objects.create_user("bo", password="nog een wachtwoord"))
    assert browser.post(reverse("assessment:answer_step", args=[theirs.pk]), {"answer": "yes"}).status_code == 404
    assert browser.get(reverse("assessment:step_answered", args=[theirs.pk])).status_code == 404
    assert browser.get(reverse("assessment:my_step")).url == reverse("assessment:help_step")


def test_taking_back_the_consent_erases_the_step(browser, user):
    plan(user)
    consent.withdraw(user, consent.Scope.OUTCOMES)
    assert not HelpStep.objects.exists()
