"""My data in a real browser: a file in, without script too, and a calendar address that can be copied."""

import pytest
from django.utils import timezone

from assessment.safeguard import Level
from regie.example.account import PASSWORD, make_account
from tests.browser.conftest import DESKTOP, PHONE, complaints, follow
from tests.browser.test_circle import sign_in
from tests.regie.mydata.formats import samples

pytestmark = pytest.mark.django_db(transaction=True)
FILE = {"name": "contacten.vcf", "mimeType": "text/vcard", "buffer": samples.GOOGLE + samples.APPLE}
HOME = "/mijn/gegevens/"


@pytest.fixture
def owner():
    """The example account."""
    return make_account("nl", Level.TIPS, timezone.now())


def choose(page, file):
    """Send a file to be looked at."""
    page.goto(f"{HOME}overnemen/")
    page.set_input_files("input[type=file]", file)
    follow(page.get_by_role("button", name="Kijk wie erin staan"))


def test_a_file_is_taken_over_and_taken_back_without_script(owner, visit):
    before = owner.relations.count()
    with visit(width=PHONE, script=False) as page:
        sign_in(page, owner, HOME)
        choose(page, FILE)
        page.get_by_label("Soort van Anouk Bakker").select_option("Niet overnemen")
        follow(page.get_by_role("button", name="Neem 3 namen over"))
        assert page.get_by_text("Eén naam is nieuw in je kring.").is_visible()
        assert owner.relations.count() == before + 1  # Zoë was there already
        follow(page.get_by_role("button", name="Maak ongedaan"))
        assert page.get_by_role("heading", name="Ongedaan gemaakt").is_visible()
    assert owner.relations.count() == before


def test_the_calendar_address_is_copied_after_the_password(owner, visit):
    with visit(permissions=["clipboard-read", "clipboard-write"]) as page:
        sign_in(page, owner, HOME)
        page.goto(f"{HOME}agenda/")
        page.fill("input[name=password]", PASSWORD)
        follow(page.locator("main form button.button").first)
        follow(page.get_by_role("button", name="Maak een adres"))
        page.get_by_role("button", name="Kopieer").click()
        page.get_by_role("button", name="Gekopieerd").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
    owner.calendar_feed.refresh_from_db()
    assert copied.endswith(f"/agenda/{owner.calendar_feed.secret}.ics")


@pytest.mark.parametrize(("width", "dark"), [(PHONE, False), (DESKTOP, True)])
def test_nothing_is_in_the_way(owner, visit, width, dark):
    with visit(width=width, dark=dark, reduced_motion="reduce") as page:
        sign_in(page, owner, HOME)
        found = {HOME: complaints(page)}
        for path in ("overnemen/", "samennemen/?q=a"):
            page.goto(HOME + path)
            found[path] = complaints(page)
        choose(page, FILE | {"buffer": b"hallo"})
        found["refused"] = complaints(page)
        choose(page, FILE | {"buffer": FILE["buffer"] + b"BEGIN:VCARD\nEND:VCARD\n"})
        found["preview"] = complaints(page)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_nothing_scrolls_sideways_at_320_pixels(owner, visit):
    with visit(width=320, reduced_motion="reduce") as page:
        sign_in(page, owner, HOME)
        wide = []
        for path in ("", "overnemen/", "samennemen/?q=a"):
            page.goto(HOME + path)
            wide += [path] if page.evaluate("document.documentElement.scrollWidth > innerWidth") else []
        choose(page, FILE)
        wide += ["preview"] if page.evaluate("document.documentElement.scrollWidth > innerWidth") else []
    assert wide == []
