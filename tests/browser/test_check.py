"""The whole self-check in a real browser: to each level, in both languages, without script, and by keyboard."""

import pytest
from playwright.sync_api import expect

from tests.assessment.walking import AT_LEVEL, NAMES
from tests.browser.conftest import PHONE, complaints, follow

START = {"nl": "/zelfcheck/", "en": "/en/self-check/"}
HEADINGS = {
    "nl": [
        "Deze tips passen bij je",
        "Tips, met een vangnet",
        "Eerst hulp, dan tips",
        "Praat vandaag met iemand",
        "Je hoeft nu niet alleen te zijn",
    ],
    "en": [
        "These tips fit you",
        "Tips, with a safety net",
        "Help first, then tips",
        "Talk to someone today",
        "You do not have to be alone now",
    ],
}
OUTCOME = {"nl": "wat-nu-past", "en": "what-fits-now"}

pytestmark = pytest.mark.django_db(transaction=True)


def go_on(page):
    """Press the one filled button of the page."""
    follow(page.locator("main form .button:not(.button--text)").first)


def walk(page, language, answers, look=lambda page: None):
    """From the start to the outcome, with a look at every page on the way."""
    page.goto(START[language])
    look(page)
    page.check("input[value=nl]")
    go_on(page)
    for name in NAMES:
        look(page)
        page.check(f'input[name=answer][value="{answers[name]}"]')
        go_on(page)
        if OUTCOME[language] in page.url:
            break
    else:
        look(page)
        go_on(page)
    look(page)


@pytest.mark.parametrize("level", range(5))
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_every_level_is_reached(visit, level, language, script):
    with visit(width=PHONE, script=script) as page:
        walk(page, language, AT_LEVEL[level])
        assert page.locator("h1").all_inner_texts() == [HEADINGS[language][level]]
        assert page.locator("button[data-print]:visible").count() == (1 if script and level < 4 else 0)


def test_on_paper_nothing_is_left_of_what_opens_on_a_screen_only(visit):
    with visit(width=PHONE) as page:
        walk(page, "nl", AT_LEVEL[3])
        folded = page.locator("details:not([open]) > summary")
        assert folded.first.is_visible()
        page.emulate_media(media="print")
        assert [summary.is_visible() for summary in folded.all()] == [False, False]


@pytest.mark.parametrize("level", range(5))
@pytest.mark.parametrize(("language", "dark"), [("nl", False), ("en", True)])
def test_axe_finds_nothing_on_the_way_or_at_the_end(visit, level, language, dark):
    """Every page of the longest run, and every outcome."""
    found = []
    with visit(width=PHONE, dark=dark, reduced_motion="reduce") as page:
        look = (lambda page: found.extend(complaints(page))) if level == 2 else (lambda page: None)
        walk(page, language, AT_LEVEL[level], look)
        found += complaints(page)
    assert found == []


@pytest.mark.parametrize(
    "path",
    [
        "/even-kijken/1/",
        "/even-kijken/2/",
        "/even-kijken/3/",
        "/even-kijken/4/",
        "/drie-vragen/?safety=1",
        "/zelfcheck/eerst/",
        "/zelfcheck/gewist/",
        "/zelfcheck/abcd1234/1/",
        "/hulpstap/",
        "/hulpstap/1/",
        "/hulpstap/2/",
        "/hulpstap/3/",
    ],
)
def test_axe_finds_nothing_on_the_small_pages(visit, path):
    with visit(width=PHONE, reduced_motion="reduce") as page:
        page.goto(path)
        assert complaints(page) == []


def test_an_error_is_read_first_and_leads_to_the_answers(visit):
    with visit(width=PHONE, reduced_motion="reduce") as page:
        page.goto(START["nl"])
        page.check("input[value=nl]")
        go_on(page)
        go_on(page)
        assert page.title() == "Fout: Vraag 1 van 14 – Regie"
        expect(page.locator(".error-summary")).to_be_focused()
        assert complaints(page) == []
        page.locator(".error-summary a").click()
        expect(page.locator("#id_answer_0")).to_be_focused()


def test_the_whole_check_by_keyboard_alone(visit):
    with visit(reduced_motion="reduce") as page:
        page.goto(START["nl"])
        page.locator("input[value=nl]").focus()
        press_enter(page)
        for number in range(1, 15):
            assert page.title() == f"Vraag {number} van 14 – Regie"
            page.locator("#id_answer_0").focus()
            page.keyboard.press("Space")
            press_enter(page)
        page.locator("main form .button").first.focus()
        press_enter(page)
        assert page.locator("h1").inner_text() == HEADINGS["nl"][0]


def press_enter(page):
    """Send the form that has the focus and wait for the page after it."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_at_help_now_the_phone_comes_right_after_leaving(visit):
    with visit(width=PHONE, reduced_motion="reduce") as page:
        walk(page, "nl", AT_LEVEL[4])
        page.reload()
        reached = []
        for _ in range(4):
            page.keyboard.press("Tab")
            reached.append(page.evaluate("document.activeElement.getAttribute('href')"))
        assert reached == ["#main", "/verder/", "tel:113", "tel:112"]
        assert page.locator("h1").bounding_box()["y"] > page.locator("a[href='tel:112']").first.bounding_box()["y"]


def test_back_and_forward_and_reload_show_what_was_answered(visit):
    with visit(width=PHONE, reduced_motion="reduce") as page:
        page.goto(START["nl"])
        page.check("input[value=nl]")
        go_on(page)
        page.check("input[value='2']")
        go_on(page)
        page.go_back()
        page.reload()
        assert page.locator("input:checked").get_attribute("value") == "2"
        page.go_forward()
        assert page.title() == "Vraag 2 van 14 – Regie"


@pytest.mark.parametrize("leave", ["wipe", "quick-exit"])
def test_wiping_and_leaving_leave_no_cookie_of_the_check(visit, leave):
    with visit(width=PHONE, reduced_motion="reduce") as page:
        walk(page, "nl", AT_LEVEL[2])
        if leave == "wipe":
            page.get_by_role("button", name="Wis alles nu").click()
            page.wait_for_url("**/gewist/")
        else:
            page.context.request.get("/verder/", max_redirects=0)
        assert {cookie["name"] for cookie in page.context.cookies()} <= {"csrf"}
