"""What a person tells outside a check: it only raises, at once, here and where the account allows it."""

from itertools import permutations

import pytest
from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import reverse

from assessment import trace
from assessment.events import EFFECTS, NAMES, Event
from assessment.models import SafeguardState
from assessment.openness import PROTECTIVE, Standing
from assessment.safeguard import Flag, Level
from assessment.standing import kept_standing
from assessment.trace import Shown
from regie.accounts import consent
from tests.assessment.walking import AT_LEVEL, WELL, asked_for, shown_in

TOLD = {"tip": (2, set()), "giving": (2, {"NO_GIVING"}), "unsafe": (3, {"UNSAFE"}), "away": (4, {"SUICIDALITY"})}


@pytest.fixture
def browser():
    return Client()


def tell(browser, name):
    return browser.post(reverse("assessment:event", args=[name]))


@pytest.mark.parametrize("name", TOLD)
def test_looking_changes_nothing_and_telling_does(browser, name):
    browser.get(reverse("assessment:event", args=[name]))
    assert shown_in(browser) is None
    assert tell(browser, name).url == reverse("assessment:now")
    shown = shown_in(browser)
    assert (shown.level, set(shown.flags)) == TOLD[name]


@pytest.mark.parametrize("name", TOLD)
@pytest.mark.parametrize("level", range(5))
def test_telling_never_lowers_what_a_check_said(browser, name, level):
    asked_for(browser, AT_LEVEL[level])
    before = shown_in(browser)
    tell(browser, name)
    after = shown_in(browser)
    assert after.level == max(level, TOLD[name][0])
    assert set(after.flags) == set(before.flags) | TOLD[name][1]


def test_in_whatever_order_things_are_told_the_end_is_the_same():
    ends = set()
    for names in permutations(TOLD):
        browser = Client()
        for name in names:
            tell(browser, name)
        ends.add((shown_in(browser).level, shown_in(browser).flags))
    assert ends == {(4, ("NO_GIVING", "SUICIDALITY", "UNSAFE"))}


@pytest.mark.parametrize("name", NAMES)
def test_the_words_stand_in_no_address_and_no_title(browser, name):
    address = reverse("assessment:event", args=[name])
    page = browser.get(address).content.decode()
    assert address == f"/even-kijken/{NAMES[name].value}/"
    assert "<title>Even kijken – Regie</title>" in page


@pytest.mark.parametrize(("name", "first"), [("unsafe", "tel:08002000"), ("away", "tel:113")])
def test_help_lines_stand_on_top_before_anything_is_sent(browser, name, first):
    page = browser.get(reverse("assessment:event", args=[name])).content.decode()
    assert page.index(first) < page.index("<h1>")
    assert 'class="quick-exit"' in page


@pytest.mark.parametrize("name", ["tip", "giving"])
def test_the_others_say_first_what_changes(browser, name):
    page = browser.get(reverse("assessment:event", args=[name])).content.decode()
    assert "tel:" not in page[: page.index("<footer")]
    assert "Hulp staat voorop, op elke pagina." in page


def test_the_way_to_more_help_leads_to_the_country_of_the_visit(browser):
    asked_for(browser, AT_LEVEL[1], "be")
    page = browser.get(reverse("assessment:event", args=["unsafe"])).content.decode()
    assert reverse("help:flanders") in page
    assert "tel:1712" in page


def test_the_page_after_it_says_nothing_about_the_person(browser):
    tell(browser, "tip")
    page = browser.get(reverse("assessment:now")).content.decode()
    assert "Voor de zekerheid beginnen we bij hulp." in page
    assert "Je vertelde" not in page


def test_a_check_from_before_does_not_lower_it(browser):
    visit = asked_for(browser, WELL)
    tell(browser, "unsafe")
    browser.post(reverse("assessment:check", args=[visit]))
    assert shown_in(browser).level == Level.TALK_TODAY
    page = browser.get(reverse("assessment:outcome", args=[visit])).content.decode()
    assert "Praat vandaag met iemand" in page


def test_a_new_check_lowers_it(browser):
    told_long_ago = HttpResponse()
    trace.keep_shown(HttpRequest(), told_long_ago, Shown(3, ("UNSAFE",), event_at=1))
    browser.cookies.update(told_long_ago.cookies)
    asked_for(browser, WELL)
    assert (shown_in(browser).level, shown_in(browser).flags) == (Level.TIPS, ())


@pytest.mark.parametrize("is_allowed", [True, False])
def test_with_an_account_it_is_kept_where_that_is_allowed(browser, user, is_allowed):
    if is_allowed:
        consent.give(user, consent.Scope.OUTCOMES)
    browser.force_login(user)
    tell(browser, "unsafe")
    kept = Standing(Level.TALK_TODAY, frozenset({Flag.UNSAFE})) if is_allowed else Standing()
    assert kept_standing(user) == kept
    assert shown_in(browser).level == Level.TALK_TODAY


def test_what_was_told_before_signing_in_holds_for_the_account_too(browser, user):
    consent.give(user, consent.Scope.OUTCOMES)
    tell(browser, "unsafe")
    sign_in(browser)
    assert kept_standing(user) == Standing(Level.TALK_TODAY, frozenset({Flag.UNSAFE}))


@pytest.mark.parametrize("level", [0, 1])
def test_signing_in_opens_nothing(browser, user, level):
    consent.give(user, consent.Scope.OUTCOMES)
    asked_for(browser, AT_LEVEL[level])
    sign_in(browser)
    assert kept_standing(user) == Standing()


def test_signing_in_with_an_unreadable_outcome_tells_the_account_nothing(browser, user):
    consent.give(user, consent.Scope.OUTCOMES)
    tell(browser, "unsafe")
    browser.cookies[settings.OUTCOME_COOKIE_NAME] = "x"
    sign_in(browser)
    assert kept_standing(user) == Standing()


def test_without_consent_signing_in_keeps_nothing(browser, user):
    tell(browser, "unsafe")
    sign_in(browser)
    assert kept_standing(user) == Standing()


def sign_in(browser):
    answer = browser.post(reverse("account_login"), {"login": "noor", "password": "een goed wachtwoord"})
    assert answer.status_code == 302


@pytest.mark.parametrize("name", TOLD)
def test_telling_works_also_where_the_kept_state_cannot_be_read(browser, user, name):
    consent.give(user, consent.Scope.OUTCOMES)
    browser.force_login(user)
    SafeguardState.objects.create(owner=user, content="no state")
    assert tell(browser, name).status_code == 302
    assert (shown_in(browser).level, set(shown_in(browser).flags)) == TOLD[name]
    assert kept_standing(user) == PROTECTIVE


def test_telling_works_also_where_no_key_opens_the_kept_state(browser, user):
    browser.force_login(user)
    seal_with_another_key(SafeguardState.objects.create(owner=user, content="no state"))
    assert tell(browser, "away").status_code == 302
    assert shown_in(browser).level == Level.HELP_NOW


def seal_with_another_key(state):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE assessment_safeguardstate SET content = 'gAAAAA' WHERE id = %s", [state.pk])


def test_an_unknown_event_is_no_page(browser):
    assert [browser.get(f"/even-kijken/{number}/").status_code for number in (0, 5, "x")] == [404] * 3


def test_every_event_has_a_name_and_an_effect():
    assert set(NAMES.values()) == set(EFFECTS) == set(Event)
