"""The first steps of a person, and signing in without a password, in a real browser."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.urls import reverse

from tests.browser.conftest import PHONE, complaints, follow
from tests.factories import a_person

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "een goed wachtwoord"
WORDS = {
    "/": ("Nog geen account? Maak er een", "Maak mijn account", "Ja, bewaar mijn notities"),
    "/en/": ("No account yet? Make one", "Create my account", "Yes, keep my notes"),
}


@pytest.mark.parametrize("home", WORDS)
@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_from_the_home_page_to_ones_own_circle(visit, home, script):
    make_one, create, yes = WORDS[home]
    began = time.monotonic()
    with visit(width=PHONE, script=script) as page:
        page.goto(home)
        follow(page.locator(f'main a[href="{home}mijn/"], main a[href="{home}my/"]').first)
        follow(page.locator(f"text={make_one}").first)
        page.fill("[name=username]", "merel")
        page.fill("[name=password1]", "drie losse woorden")
        follow(page.locator(f"text={create}").first)
        follow(page.locator(f"text={yes}").first)
        assert page.url.endswith(("/mijn/", "/my/"))
        page.fill("[name=name]", "Sanne")
        page.check("[name=kind][value=friendship]")
        follow(page.locator("main form button").first)
        page.goto(f"{home}mijn/" if home == "/" else f"{home}my/")
        follow(page.locator('a[aria-label*="Sanne"], button[aria-label*="Sanne"]').first)
        follow(page.locator("main button[value=called]").first)
        assert "Genoteerd" in page.content() or "Noted" in page.content()
    assert time.monotonic() - began < 60


def a_device(page):
    """A device with a fingerprint that always fits, built into the browser."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def sign_in(page):
    """With name and password."""
    page.goto(reverse("account_login"))
    page.fill("[name=login]", "noor")
    page.fill("[name=password]", PASSWORD)
    follow(page.locator("text=Log in").first)


def test_a_passkey_signs_in_without_a_password(visit):
    a_person()
    with visit(width=PHONE) as page:
        a_device(page)
        sign_in(page)
        page.goto(reverse("mfa_add_webauthn"))
        page.fill("[name=password]", PASSWORD)
        follow(page.locator("main form button").first)
        page.click("#mfa_webauthn_add")
        page.wait_for_url("**/herstelcodes/")
        assert page.locator(".codes li").count() == 10
        assert Authenticator.objects.filter(type="webauthn").count() == 1
        page.goto(reverse("account_logout"))
        follow(page.locator("main form button").first)
        page.goto(reverse("account_login"))
        page.click("#passkey_login")
        page.wait_for_url("**/notities/**")  # signed in, and asked what may be kept
        page.goto(reverse("accounts:account"))
        assert "noor" in page.inner_text("main")


def test_without_script_the_passkey_button_is_not_shown(visit):
    with visit(script=False) as page:
        page.goto(reverse("account_login"))
        assert not page.is_visible("#passkey_login")
        assert page.is_visible("[name=password]")


def prove(page):
    """Type the password once more."""
    page.goto(reverse("account_reauthenticate"))
    page.fill("[name=password]", PASSWORD)
    follow(page.locator("main form button").first)


PAGES = [
    "accounts:account",
    "accounts:settings",
    "accounts:sessions",
    "accounts:consents",
    "accounts:consent_notes",
    "accounts:withdraw_notes",
    "accounts:erase",
    "account_email",
    "account_change_password",
    "mfa_index",
    "post:messages",
]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_on_the_pages_of_an_account(visit, dark):
    person = a_person()
    with visit(width=PHONE, dark=dark) as page:
        found = {}
        for name in ("account_login", "account_signup", "account_reset_password"):
            page.goto(reverse(name))
            found[name] = complaints(page)
        page.fill("[name=email]", "geen adres")
        follow(page.locator("main form button").first)
        found["error"] = complaints(page)
        sign_in(page)
        for name in PAGES:
            page.goto(reverse(name))
            found[name] = complaints(page)
        prove(page)
        for name in ("mfa_activate_totp", "mfa_add_webauthn"):
            page.goto(reverse(name))
            found[name] = complaints(page)
        TOTP.activate(person, "JBSWY3DPEHPK3PXP")
        page.goto(reverse("mfa_generate_recovery_codes"))
        follow(page.locator("main form button").first)
        found["codes"] = complaints(page)
        page.goto(reverse("account_logout"))
        follow(page.locator("main form button").first)
        sign_in(page)
        found["code"] = complaints(page)
        assert {name: mistakes for name, mistakes in found.items() if mistakes} == {}
