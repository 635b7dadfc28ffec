"""Keeping an outcome in an account: asked for, allowed, and never what was not said."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from assessment.models import KeptOutcome
from assessment.safeguard import Flag, Level
from assessment.services import raise_state
from assessment.standing import kept_standing
from regie.accounts import consent
from tests.assessment.walking import AT_LEVEL, WELL, asked_for


@pytest.fixture
def browser(user):
    """The browser of someone who is signed in."""
    browser = Client()
    browser.force_login(user)
    return browser


@pytest.fixture
def allowed(user):
    consent.give(user, consent.Scope.OUTCOMES)


def outcome(browser, visit):
    return browser.get(reverse("assessment:outcome", args=[visit])).content.decode()


def keep(browser, visit):
    return browser.post(reverse("assessment:keep", args=[visit]))


def kept(user):
    standing = kept_standing(user)
    return standing.level, set(standing.flags)


def test_a_visitor_is_led_to_signing_in_and_back():
    browser = Client()
    visit = asked_for(browser, AT_LEVEL[1])
    here = reverse("assessment:outcome", args=[visit])
    assert f'href="{reverse("account_login")}?next={here}"' in outcome(browser, visit)


def test_without_consent_the_person_is_asked_first(browser, user):
    visit = asked_for(browser, AT_LEVEL[1])
    assert keep(browser, visit).url == reverse(
        "accounts:consent_outcomes", query={"next": reverse("assessment:outcome", args=[visit])}
    )
    assert kept(user) == (None, set())


@pytest.mark.usefixtures("allowed")
def test_keeping_says_that_it_is_kept(browser, user):
    visit = asked_for(browser, AT_LEVEL[1])
    keep(browser, visit)
    assert "Het staat in je account." in outcome(browser, visit)
    assert kept(user) == (Level.TIPS_WITH_SAFETY_NET, set())
    assert KeptOutcome.objects.of(user).count() == 1


@pytest.mark.usefixtures("allowed")
def test_a_check_that_is_not_kept_raises_at_once_and_lowers_never(browser, user):
    asked_for(browser, AT_LEVEL[3])
    asked_for(browser, AT_LEVEL[1])
    assert kept(user) == (Level.TALK_TODAY, {Flag.SUICIDALITY})
    assert not KeptOutcome.objects.of(user)


@pytest.mark.usefixtures("allowed")
def test_a_lighter_check_says_that_the_account_still_holds_more(browser):
    asked_for(browser, AT_LEVEL[3])
    visit = asked_for(browser, AT_LEVEL[1])
    holds_more = "In je account staat hulp nog sterker voorop."
    assert holds_more in outcome(browser, visit)
    keep(browser, visit)
    assert holds_more not in outcome(browser, visit)


@pytest.mark.usefixtures("allowed")
def test_an_early_stop_raises_the_account_and_cannot_be_kept(browser, user):
    visit = asked_for(browser, AT_LEVEL[4])
    keep(browser, visit)
    assert kept(user)[0] == Level.HELP_NOW
    assert not KeptOutcome.objects.of(user)


@pytest.mark.usefixtures("allowed")
def test_with_doubt_about_safety_the_answers_are_not_offered(browser, user):
    visit = asked_for(browser, WELL | {"safety": 1})
    assert kept(user) == (Level.TALK_TODAY, {Flag.UNSAFE})
    keep(browser, visit)
    assert not KeptOutcome.objects.of(user)


@pytest.mark.usefixtures("allowed")
def test_after_something_was_told_an_older_check_cannot_be_kept(browser, user):
    visit = asked_for(browser, AT_LEVEL[1])
    browser.post(reverse("assessment:event", args=["unsafe"]))
    keep(browser, visit)
    assert kept(user) == (Level.TALK_TODAY, {Flag.UNSAFE})


@pytest.mark.usefixtures("allowed")
def test_after_a_later_check_an_older_one_cannot_be_kept(browser, user):
    older = asked_for(browser, AT_LEVEL[0])
    asked_for(browser, AT_LEVEL[3])
    keep(browser, older)
    assert kept(user) == (Level.TALK_TODAY, {Flag.SUICIDALITY})
    page = outcome(browser, older)
    assert "Praat vandaag met iemand" in page
    assert reverse("assessment:keep", args=[older]) not in page


def test_what_fits_now_never_falls_back_to_an_older_check():
    browser = Client()
    older = asked_for(browser, AT_LEVEL[0])
    asked_for(browser, AT_LEVEL[2])
    page = outcome(browser, older)
    assert "Eerst hulp, dan tips" in page
    assert "In je account staat hulp" not in page


@pytest.mark.usefixtures("allowed")
def test_after_something_was_told_on_another_device_an_older_check_cannot_be_kept(browser, user):
    visit = asked_for(browser, AT_LEVEL[0])
    phone = Client()
    phone.force_login(user)
    phone.post(reverse("assessment:event", args=["unsafe"]))
    assert keep(browser, visit).url == reverse("assessment:now")
    assert kept(user) == (Level.TALK_TODAY, {Flag.UNSAFE})
    assert not KeptOutcome.objects.of(user)


@pytest.mark.usefixtures("allowed")
def test_a_check_that_began_after_something_was_told_can_be_kept(browser, user):
    raise_state(user, Level.TALK_TODAY, [Flag.UNSAFE], date(2026, 11, 22), told_at=1)
    keep(browser, asked_for(browser, AT_LEVEL[0]))
    assert kept(user) == (Level.TIPS, set())


def test_keeping_needs_an_account():
    browser = Client()
    visit = asked_for(browser, AT_LEVEL[1])
    assert keep(browser, visit).url.startswith(reverse("account_login"))


@pytest.mark.usefixtures("allowed")
def test_earlier_answers_stand_side_by_side_and_are_forgotten_one_by_one(browser, user):
    for answers in (AT_LEVEL[1], WELL | {"frequency": 2, "mood": None}):
        keep(browser, asked_for(browser, answers))
    page = browser.get(reverse("assessment:kept")).content.decode()
    row = page[page.index("Hoe vaak eenzaam") :]
    assert re.findall(r"<td[^>]*>([^<]*)</td>", row)[:2] == ["Vaak", "Soms"]
    newest = KeptOutcome.objects.of(user).first()
    browser.post(reverse("assessment:forget", args=[newest.pk]))
    assert [outcome.answers["frequency"] for outcome in KeptOutcome.objects.of(user)] == [1]
    browser.post(reverse("assessment:forget_all"))
    assert "Hier staat niets." in browser.get(reverse("assessment:kept")).content.decode()


@pytest.mark.usefixtures("allowed")
def test_a_strangers_answers_do_not_exist(browser, django_user_model):
    keep(browser, asked_for(browser, AT_LEVEL[1]))
    pk = KeptOutcome.objects.get().pk
    stranger = Client()
    stranger.force_login(django_user_model.objects.create_user("bo", password="nog een wachtwoord"))
    assert stranger.post(reverse("assessment:forget", args=[pk])).status_code == 404
    assert "Hier staat niets." in stranger.get(reverse("assessment:kept")).content.decode()
    assert KeptOutcome.objects.count() == 1


@pytest.mark.usefixtures("allowed")
def test_the_page_of_earlier_answers_asks_no_more_for_more_of_them(browser, django_assert_max_num_queries):
    for _ in range(3):
        keep(browser, asked_for(browser, AT_LEVEL[1]))
    with django_assert_max_num_queries(4):
        browser.get(reverse("assessment:kept"))
