"""The questions before the first offer: they open, or lead to the whole check, or to help; only a day is kept."""

import pytest
from django.test import Client
from django.urls import reverse

from assessment.models import SafeguardState
from assessment.openness import Standing
from assessment.standing import kept_standing, standing_of
from regie.accounts import consent
from tests.assessment.walking import AT_LEVEL, asked_for, request_of, shown_in

GUIDE = "/gids/"


@pytest.fixture
def browser():
    return Client()


def ask(browser, *choices, safety=False, onward=GUIDE):
    query = {"next": onward} | ({"safety": 1} if safety else {})
    address = reverse("assessment:three_questions", query=query)
    return browser.post(address, {f"answer{number}": choice for number, choice in enumerate(choices, 1)})


@pytest.mark.parametrize("choices", [("0", "0", "0"), ("1", "1", "1")])
def test_three_light_answers_open_actions_and_leave_only_a_day(browser, choices):
    assert ask(browser, *choices).url == GUIDE
    shown = shown_in(browser)
    assert (shown.level, shown.flags, shown.safety_on) == (None, (), "")
    assert (shown.standing.may_act, shown.standing.may_act_intimate) == (True, False)


@pytest.mark.parametrize(
    "choices", [("2", "0", "0"), ("0", "2", "0"), ("0", "0", "2"), ("skip", "0", "0"), ("0", "0", "skip")]
)
def test_anything_else_leads_to_the_whole_check_and_keeps_nothing(browser, choices):
    assert ask(browser, *choices).url == reverse("assessment:whole_check")
    assert shown_in(browser) is None


def test_the_page_before_the_whole_check_leads_to_help_in_ones_own_country(browser, user):
    user.country = "be"
    user.save()
    browser.force_login(user)
    assert reverse("help:flanders") in browser.get(reverse("assessment:whole_check")).content.decode()


def test_with_safety_answered_no_an_intimate_tip_opens_too(browser):
    ask(browser, "0", "0", "0", "0", safety=True)
    assert shown_in(browser).standing.may_act_intimate


@pytest.mark.parametrize("choice", ["1", "2", "3"])
def test_a_doubt_or_a_yes_about_safety_is_the_event_not_safe(browser, choice):
    assert ask(browser, "0", "0", "0", choice, safety=True).url == reverse("assessment:now")
    assert (shown_in(browser).level, shown_in(browser).flags) == (3, ("UNSAFE",))


def test_silence_about_safety_leads_to_the_whole_check(browser):
    assert ask(browser, "0", "0", "0", "skip", safety=True).url == reverse("assessment:whole_check")


def test_who_passed_the_three_is_asked_only_for_safety(browser):
    ask(browser, "0", "0", "0")
    page = browser.get(reverse("assessment:three_questions")).content.decode()
    assert page.count("<fieldset") == 1
    assert "Is er iemand bij wie je je niet veilig voelt?" in page
    ask(browser, "0")
    assert shown_in(browser).standing.may_act_intimate


@pytest.mark.parametrize("level", [2, 3, 4])
def test_who_is_helped_first_is_not_asked(browser, level):
    asked_for(browser, AT_LEVEL[level])
    assert browser.get(reverse("assessment:three_questions")).url == reverse("assessment:now")


def test_who_may_act_already_goes_on(browser):
    asked_for(browser, AT_LEVEL[1])
    assert browser.get(reverse("assessment:three_questions", query={"next": GUIDE})).url == GUIDE


@pytest.mark.parametrize("onward", ["https://elders.example/", "//elders.example", "javascript:alert(1)", ""])
def test_the_way_on_stays_on_the_site(browser, onward):
    assert ask(browser, "0", "0", "0", onward=onward).url == reverse("guide:index")


def test_an_outcome_that_puts_help_first_ends_what_was_passed(browser):
    ask(browser, "0", "0", "0")
    browser.post(reverse("assessment:event", args=["tip"]))
    assert shown_in(browser).questions_on == ""


def test_with_consent_the_day_is_in_the_account_and_not_in_the_browser(browser, user):
    consent.give(user, consent.Scope.OUTCOMES)
    browser.force_login(user)
    ask(browser, "0", "0", "0")
    assert kept_standing(user).may_act
    assert shown_in(browser) is None


def test_without_consent_it_is_in_the_browser_and_not_in_the_account(browser, user):
    browser.force_login(user)
    ask(browser, "0", "0", "0")
    assert kept_standing(user) == Standing()
    assert shown_in(browser).standing.may_act


def test_who_took_the_consent_back_is_led_to_the_whole_check(browser, user):
    consent.give(user, consent.Scope.OUTCOMES)
    consent.withdraw(user, consent.Scope.OUTCOMES)
    browser.force_login(user)
    assert ask(browser, "0", "0", "0").url == reverse("assessment:whole_check")
    assert shown_in(browser) is None
    assert not SafeguardState.objects.exists()


def test_what_was_passed_in_the_browser_no_longer_opens_after_taking_the_consent_back(browser, user):
    ask(browser, "0", "0", "0")
    browser.force_login(user)
    consent.give(user, consent.Scope.OUTCOMES)
    consent.withdraw(user, consent.Scope.OUTCOMES)
    assert browser.get(reverse("assessment:three_questions")).url == reverse("assessment:whole_check")


def test_an_open_question_is_an_error_at_its_field(browser):
    page = ask(browser, "0", "", "0").content.decode()
    assert 'href="#id_answer2_0"' in page


def test_nobody_asks_the_database_for_the_questions(browser):
    assert browser.get(reverse("assessment:three_questions")).status_code == 200


@pytest.mark.parametrize(("level", "known"), [(0, None), (1, None), (2, 2), (4, 4)])
def test_taking_the_consent_back_closes_what_this_browser_had_opened(browser, user, level, known):
    consent.give(user, consent.Scope.OUTCOMES)
    browser.force_login(user)
    asked_for(browser, AT_LEVEL[level])
    browser.post(reverse("accounts:withdraw_outcomes"))
    standing = standing_of(signed_in_request(browser, user))
    assert (standing.level, standing.may_act) == (known, False)


def signed_in_request(browser, user):
    request = request_of(browser)
    request.user = user
    return request
