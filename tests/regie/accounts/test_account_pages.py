"""Devices, settings and consents on their pages."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from regie.accounts import consent
from regie.accounts.consent import Scope
from regie.accounts.devices import device_of
from regie.accounts.models import Session
from tests.factories import a_person

pytestmark = pytest.mark.django_db

PASSWORD = "een goed wachtwoord"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1"


def a_browser(agent):
    """A browser in which noor is signed in."""
    browser = Client(headers={"User-Agent": agent})
    browser.post(reverse("account_login"), {"login": "noor", "password": PASSWORD})
    return browser


def end_link(page):
    """Where the first button that ends a sign-in leads."""
    return page.split('action="' + reverse("accounts:sessions"))[1].split('"')[0]


@pytest.mark.parametrize(
    ("agent", "device"),
    [
        (FIREFOX, "Firefox · Linux"),
        (IPHONE, "Safari · iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit Chrome/140 Safari/537.36 Edg/140", "Edge · Windows"),
        ("Mozilla/5.0 (Linux; Android 15) Chrome/140 Mobile Safari/537.36", "Chrome · Android"),
        ("curl/8", ""),
        ("", ""),
    ],
)
def test_a_device_is_known_by_its_kind_only(agent, device):
    assert device_of(agent) == device


def test_each_sign_in_is_listed_and_another_can_be_ended():
    a_person()
    here, phone = a_browser(FIREFOX), a_browser(IPHONE)
    page = here.get(reverse("accounts:sessions")).content.decode()
    assert ("Firefox · Linux" in page, "Safari · iPhone" in page) == (True, True)
    here.post(reverse("accounts:sessions") + end_link(page))
    assert phone.get(reverse("accounts:account")).status_code == 302
    assert here.get(reverse("accounts:account")).status_code == 200


def test_the_page_does_not_hold_what_would_let_its_reader_in():
    a_person()
    here = a_browser(FIREFOX)
    page = here.get(reverse("accounts:sessions")).content.decode()
    assert Session.objects.get().session_key not in page


def test_nobody_ends_the_sign_in_of_another():
    a_person()
    link = end_link(two_devices_page())
    a_person("yusuf")
    other = Client()
    other.post(reverse("account_login"), {"login": "yusuf", "password": PASSWORD})
    assert other.post(reverse("accounts:sessions") + link).status_code == 404
    assert Session.objects.filter(owner__username="noor").count() == 2


def two_devices_page():
    """The list of someone with two devices."""
    here, _phone = a_browser(FIREFOX), a_browser(IPHONE)
    return here.get(reverse("accounts:sessions")).content.decode()


def test_reading_a_link_ends_nothing():
    a_person()
    link = end_link(two_devices_page())
    browser = a_browser(FIREFOX)
    assert browser.get(reverse("accounts:sessions") + link).status_code == 405


def test_a_sign_in_that_ended_by_itself_is_not_listed():
    a_person()
    here = a_browser(FIREFOX)
    a_browser(IPHONE)
    Session.objects.filter(device="Safari · iPhone").update(expire_date=timezone.now() - timedelta(seconds=1))
    assert "iPhone" not in here.get(reverse("accounts:sessions")).content.decode()


@pytest.fixture
def person(client):
    """Someone who is signed in."""
    person = a_person()
    client.force_login(person)
    return person


def test_language_country_and_time_zone_are_the_persons_own(client, person):
    client.post(reverse("accounts:settings"), {"language": "en", "country": "be", "time_zone": "America/New_York"})
    person.refresh_from_db()
    assert (person.language, person.country, person.time_zone) == ("en", "be", "America/New_York")


@pytest.mark.parametrize("wrong", [{"time_zone": "Mars/Olympus"}, {"country": "xx"}, {"language": "tlh"}])
def test_what_does_not_exist_is_an_error_at_the_field(client, person, wrong):
    values = {"language": "en", "country": "be", "time_zone": "America/New_York"} | wrong
    assert b"field__error" in client.post(reverse("accounts:settings"), values).content
    person.refresh_from_db()
    assert person.language == "nl"


def test_fields_that_are_not_on_the_form_change_nothing(client, person):
    values = {"language": "nl", "country": "nl", "time_zone": "Europe/Brussels", "is_staff": "1", "username": "baas"}
    client.post(reverse("accounts:settings"), values)
    person.refresh_from_db()
    assert (person.is_staff, person.username, person.time_zone) == (False, "noor", "Europe/Brussels")


def test_yes_leads_on_to_where_the_person_was_going(client, person):
    there = reverse("accounts:settings")
    answer = client.post(reverse("accounts:consent_notes"), {"answer": "yes", "next": there})
    assert answer["Location"] == there
    assert consent.has(person, Scope.NOTES)


def test_no_keeps_nothing_and_closes_nothing_else(client, person):
    answer = client.post(reverse("accounts:consent_notes"), {"answer": "no"}, follow=True)
    assert "Goed. Regie bewaart hier niets van." in answer.content.decode()
    assert not consent.has(person, Scope.NOTES)


def test_the_two_answers_weigh_the_same(client, person):
    page = client.get(reverse("accounts:consent_notes")).content.decode()
    assert page.count('<button class="button button--quiet" name="answer"') == 2


@pytest.mark.parametrize("target", ["https://elders.example/", "//elders.example", "javascript:alert(1)"])
def test_a_yes_never_leads_to_another_site(client, person, target):
    answer = client.post(reverse("accounts:consent_notes"), {"answer": "yes", "next": target})
    assert "elders" not in answer["Location"]
    assert "alert" not in answer["Location"]


def test_reading_the_question_is_no_answer(client, person):
    client.get(reverse("accounts:consent_notes") + "?answer=yes")
    assert not consent.has(person, Scope.NOTES)


def test_a_yes_to_notes_is_none_to_outcomes(client, person):
    client.post(reverse("accounts:consent_notes"), {"answer": "yes"})
    assert not consent.has(person, Scope.OUTCOMES)


@pytest.mark.parametrize("name", ["accounts:account", "accounts:consents", "accounts:sessions", "mydata:index"])
def test_what_sounds_alike_says_what_it_is_about(person, name):
    """Who goes from link to link hears "Wijzig" three times; what describes each says of what."""
    a_browser(IPHONE)
    for scope in Scope:
        consent.give(person, scope)
    main = a_browser(FIREFOX).get(reverse(name)).content.decode().partition("<main")[2].partition("</main>")[0]
    heard = []
    for tag, text in re.findall(r"<(?:a|button) ([^>]*)>([^<]+)</", main):
        described = re.search(r'aria-describedby="([^"]+)"', tag)
        assert described is None or f'<h2 id="{described[1]}">' in main
        heard.append((text, described and described[1]))
    assert len(heard) == len(set(heard)) > 1


@pytest.mark.parametrize("number", [1, 10**400])
@pytest.mark.parametrize("name", ["mfa_edit_webauthn", "mfa_remove_webauthn"])
def test_a_passkey_that_is_not_mine_does_not_exist(client, person, name, number):
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    assert client.get(reverse(name, args=[number])).status_code == 404


@pytest.mark.parametrize("typed", ["\x00", "a" * 100_000, "🌱 noor", " ", "\u202enoor"])
def test_strange_names_get_the_form_again(client, typed):
    assert client.post(reverse("account_login"), {"login": typed, "password": typed}).status_code == 200
    form = {"username": typed, "password1": typed, "email": typed}
    assert client.post(reverse("account_signup"), form).status_code == 200


def test_bytes_that_are_no_text_are_no_error_of_ours(client):
    body = b"login=%ff%fe&password=%ed%a0%80"
    answer = client.post(reverse("account_login"), body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 200
