"""Every page of an account stands, in both languages, and in our own look."""

import pytest
from django.urls import reverse
from django.utils.translation import override

pytestmark = pytest.mark.django_db

OUTSIDE = [
    "account_login",
    "account_signup",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
    "account_inactive",
    "account_email_verification_sent",
    "accounts:erased",
]
INSIDE = [
    "accounts:account",
    "accounts:settings",
    "accounts:sessions",
    "accounts:consents",
    "accounts:consent_notes",
    "accounts:consent_outcomes",
    "accounts:withdraw_notes",
    "accounts:withdraw_outcomes",
    "accounts:erase",
    "account_reauthenticate",
    "account_email",
    "account_change_password",
    "mfa_index",
    "mfa_list_webauthn",
]
HEADINGS = {
    "account_login": ("Welkom terug", "Welcome back"),
    "account_signup": ("Maak een account", "Create an account"),
    "accounts:consent_notes": ("Mag Regie je notities bewaren?", "May Regie keep your notes?"),
    "accounts:erase": ("Wis mijn account", "Erase my account"),
}


@pytest.mark.parametrize("name", OUTSIDE)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_stranger_may_read_it(client, name, language):
    with override(language):
        response = client.get(reverse(name))
    assert response.status_code == 200
    assert b'<header class="header">' in response.content


@pytest.mark.parametrize("name", INSIDE)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_person_reads_it_and_nobody_keeps_it(client, user, name, language):
    client.force_login(user)
    with override(language):
        response = client.get(reverse(name))
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert b'<header class="header">' in response.content


@pytest.mark.parametrize("name", INSIDE)
def test_a_stranger_is_asked_to_sign_in(client, name):
    response = client.get(reverse(name))
    assert response.status_code == 302
    assert reverse("account_login") in response["Location"] or response["Location"] == "/"


@pytest.mark.parametrize(("name", "headings"), HEADINGS.items())
def test_the_heading_speaks_the_language_of_the_path(client, user, name, headings):
    if name not in OUTSIDE:
        client.force_login(user)
    for language, heading in zip(("nl", "en"), headings, strict=True):
        with override(language):
            page = client.get(reverse(name)).content.decode()
        assert f"<h1>{heading}</h1>" in page
