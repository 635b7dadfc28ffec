"""My circle in a real browser: two taps to log, with and without script, on a phone and in the dark."""

import time

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from assessment.safeguard import Level
from regie.example.account import PASSWORD, make_account
from relations.models import ContactMoment, Relation
from tests.browser.conftest import DESKTOP, PHONE, complaints

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def owner():
    """The example account."""
    return make_account("nl", Level.TIPS, timezone.now())


@pytest.fixture
def resting():
    """The example account at level 2."""
    return make_account("nl", Level.HELP_FIRST, timezone.now())


def sign_in(page, person, path="/mijn/"):
    """Sign in by hand, and go on to ``path``."""
    page.goto(f"/mijn/account/inloggen/?next={path}")
    page.fill("input[name=login]", person.username)
    page.fill("input[name=password]", PASSWORD)
    page.locator("main form button.button").first.click()
    page.wait_for_url(f"**{path}")


def pages_of(owner):
    """Every page of relations and moments, filled."""
    relation = owner.relations.get(name="Sanne").pk
    died = owner.relations.get(name="Opa").pk
    moment = ContactMoment.objects.of(owner).filter(felt_after="heavier").latest_first().first().pk
    plan = ContactMoment.objects.of(owner).plans().first().pk
    return [
        "/mijn/relaties/",
        "/mijn/relaties/nieuw/",
        "/mijn/relaties/in-rust/",
        *(
            f"/mijn/relaties/{relation}/{page}"
            for page in ("", "wijzig/", "verandering/", "herinnering/", "pauze/", "moment/")
        ),
        f"/mijn/relaties/{died}/",
        "/mijn/pauze/",
        "/mijn/momenten/",
        "/mijn/momenten/?q=verhuising",
        "/mijn/momenten/?q=olifant",
        f"/mijn/momenten/nieuw/?who={relation}",
        *(f"/mijn/momenten/{moment}/{page}" for page in ("", "?bewaard=1", "erbij/", "wijzig/")),
        f"/mijn/momenten/{plan}/",
    ]


@pytest.mark.parametrize(("width", "dark"), [(320, False), (PHONE, True), (DESKTOP, False)])
def test_every_page_is_open_to_everyone(visit, owner, width, dark):
    with visit(width=width, dark=dark) as page:
        sign_in(page, owner)
        for path in pages_of(owner):
            page.goto(path)
            assert complaints(page) == [], path
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize("width", [320, DESKTOP])
def test_every_page_is_open_to_everyone_at_rest(visit, resting, width):
    with visit(width=width) as page:
        sign_in(page, resting)
        for path in pages_of(resting):
            page.goto(path)
            assert complaints(page) == [], path
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_what_is_refused_is_open_to_everyone_too(visit, owner):
    with visit(width=PHONE) as page:
        sign_in(page, owner, "/mijn/relaties/nieuw/")
        page.get_by_role("button", name="Zet in mijn kring").click()
        page.wait_for_selector(".error-summary")
        assert page.title().startswith("Fout: ")
        assert complaints(page) == []
        page.get_by_role("link", name="Kies een van de drie.").click()
        expect(page.locator("[name=kind]").first).to_be_focused()


@pytest.mark.parametrize("script", [True, False])
def test_two_taps_log_contact_in_under_ten_seconds(visit, owner, script):
    with visit(width=PHONE, script=script) as page:
        sign_in(page, owner)
        before = ContactMoment.objects.of(owner).count()
        start = time.monotonic()
        page.get_by_role("link", name="Noteer contact met Yusuf").first.click()
        page.get_by_role("button", name="Gebeld").click()
        page.wait_for_url("**/mijn/?genoteerd=*")
        assert time.monotonic() - start < 10
        note = page.get_by_role("status").filter(has_text="Genoteerd: gebeld met Yusuf, vandaag")
        assert note.is_visible()
        assert ContactMoment.objects.of(owner).count() == before + 1
        note.get_by_role("button", name="Maak ongedaan").click()
        page.wait_for_url("**/mijn/momenten/?weg=*")
        assert ContactMoment.objects.of(owner).count() == before


def test_another_day_is_asked_only_when_it_is_another_day(visit, owner):
    with visit(width=PHONE) as page:
        sign_in(page, owner, "/mijn/momenten/nieuw/")
        assert not page.get_by_label("Welke dag?").is_visible()
        page.get_by_label("Andere dag").check()
        assert page.get_by_label("Welke dag?").is_visible()


def test_a_first_relation_by_keyboard(visit, owner):
    with visit() as page:
        sign_in(page, owner, "/mijn/relaties/nieuw/")
        page.get_by_label("Naam of bijnaam").focus()
        page.keyboard.type("Nora")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="Nora").wait_for()
        assert Relation.objects.of(owner).get(name="Nora").kind == "intimate"


def test_from_the_home_page_to_the_first_logged_moment_in_under_two_minutes(visit):
    with visit(width=PHONE) as page:
        start = time.monotonic()
        page.goto("/")
        page.get_by_role("link", name="Houd je kring bij").click()
        page.get_by_role("link", name="Maak er een").click()
        page.fill("input[name=username]", "noor")
        page.fill("input[name=password1]", "een goed wachtwoord")
        page.get_by_role("button", name="Maak mijn account").click()
        page.get_by_role("button", name="Ja, bewaar mijn notities").click()
        page.get_by_label("Naam of bijnaam").fill("Nora")
        page.get_by_label("Naasten").check()
        page.get_by_role("button", name="Zet in mijn kring").click()
        page.get_by_role("link", name="Noteer contact").first.click()
        page.get_by_role("button", name="Gebeld").click()
        page.get_by_text("Genoteerd: gebeld met Nora, vandaag").wait_for()
        assert time.monotonic() - start < 120
