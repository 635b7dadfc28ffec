"""The look in a real browser: nothing sticks out, help stays in reach, and script only adds comfort."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, complaints

pytestmark = pytest.mark.django_db(transaction=True)
PAGES = [
    "/",
    "/gids/naasten/",
    "/gids/bronnen/",
    "/hulp/",
    "/hulp/brief/",
    "/zelfcheck/",
    "/en/self-check/",
    "/nergens/",
]


def sticks_out(page):
    """How far the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


def box(page, selector):
    return page.locator(selector).first.bounding_box()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("width", "height"), [(320, 256), (320, 700), (PHONE, 844), (768, 1024)])
def test_no_page_scrolls_sideways(visit, path, width, height):
    with visit(width=width, height=height) as page:
        page.goto(path)
        assert sticks_out(page) <= 0


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [PHONE, 768, 1280])
def test_with_letters_twice_the_size_nothing_sticks_out_and_help_stays_in_sight(visit, path, width):
    with visit(width=width, height=844) as page:
        page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
        page.goto(path)
        assert sticks_out(page) <= 0
        to_help = box(page, ".nav__link--help")
        assert 0 <= to_help["x"] <= width - to_help["width"]


@pytest.mark.parametrize("path", ["/hulp/", "/en/help/"])
def test_on_a_phone_the_way_out_stays_in_one_line_at_the_top(visit, path):
    with visit(width=PHONE, height=844) as page:
        page.goto(path)
        assert box(page, ".header")["height"] <= 62
        page.evaluate("window.scrollTo(0, 2000)")
        assert box(page, ".quick-exit")["y"] < 20


def test_in_a_low_window_only_the_way_out_is_fixed(visit):
    with visit(width=320, height=256) as page:
        page.goto("/hulp/")
        page.evaluate("window.scrollTo(0, 1500)")
        assert 0 <= box(page, ".quick-exit")["y"] < 20
        assert box(page, ".nav")["y"] < 0


def test_on_a_phone_help_stands_in_the_bar_at_the_foot(visit):
    with visit(width=PHONE, height=844) as page:
        page.goto("/")
        bar = box(page, ".nav")
        assert bar["y"] + bar["height"] == 844
        assert page.locator(".nav__link--help").is_visible()


def test_what_is_still_needed_is_read_first_and_leads_to_its_field(visit):
    with visit() as page:
        page.goto("/mijn/account/inloggen/")
        page.get_by_role("button", name="Log in", exact=True).click()
        expect(page.locator(".error-summary")).to_be_focused()
        assert page.title().startswith("Fout: ")
        page.locator(".error-summary a").first.click()
        expect(page.locator("[name=login]")).to_be_focused()


def test_shift_three_times_leaves_and_the_page_does_not_stay_behind(visit, settings, live_server):
    settings.QUICK_EXIT_URL = f"{live_server.url}/over/"
    with visit() as page:
        page.goto("/gids/")
        page.goto("/hulp/")
        for _ in range(3):
            page.keyboard.press("Shift")
        page.wait_for_url("**/over/")
        page.go_back()
        assert page.url.endswith("/gids/")


def test_shift_while_typing_does_not_leave(visit):
    with visit() as page:
        page.goto("/hulp/brief/")
        for key in ("Shift", "a", "Shift", "b", "Shift", "c"):
            page.keyboard.press(key)
        page.wait_for_timeout(200)
        assert page.url.endswith("/hulp/brief/")


def test_without_script_no_button_promises_what_only_script_can_do(visit):
    with visit(script=False) as page:
        page.goto("/hulp/")
        assert page.locator("[data-print]:visible, [data-copy]:visible").count() == 0


@pytest.mark.parametrize("dark", [False, True])
def test_a_page_that_was_not_found_is_sound(visit, dark):
    with visit(dark=dark) as page:
        page.goto("/nergens/")
        assert complaints(page) == []


def test_who_asks_for_less_movement_gets_none(visit):
    with visit(reduced_motion="reduce") as page:
        page.goto("/")
        assert page.evaluate("getComputedStyle(document.querySelector('.button, .door')).transitionDuration") == "0s"


def test_on_paper_only_the_words_and_numbers_stay(visit):
    with visit() as page:
        page.goto("/hulp/")
        page.emulate_media(media="print")
        for gone in (".header", ".footer", ".nav"):
            assert page.locator(gone).first.is_hidden()
        number = page.locator('a.button[href^="tel:"]').first
        assert number.is_visible()
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
