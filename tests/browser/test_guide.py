"""The guide in a real browser: a person reads, follows a claim to its source and back, and searches."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from tests.browser.conftest import DESKTOP, PHONE, complaints, follow
from tests.regie.guide.standings import browser
from tests.regie.guide.test_pages import PATHS

NARROW = 320


def sideways(page):
    """True when the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


@pytest.mark.parametrize("name", PATHS)
@pytest.mark.parametrize(("width", "dark"), [(NARROW, False), (DESKTOP, True)])
def test_axe_finds_nothing_and_nothing_runs_out_of_the_window(visit, name, width, dark):
    language = "en" if dark else "nl"
    with override(language), visit(width=width, dark=dark) as page:
        page.goto(reverse(name))
        assert complaints(page) == []
        assert not sideways(page)


@pytest.mark.full
@pytest.mark.parametrize("name", PATHS)
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("width", [NARROW, PHONE, 768, DESKTOP])
@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_nothing_in_any_combination(visit, name, language, width, dark):
    with override(language), visit(width=width, dark=dark) as page:
        page.goto(reverse(name))
        assert complaints(page) == []
        assert not sideways(page)


@pytest.mark.parametrize(("level", "flags"), [(2, ["NO_GIVING"]), (3, ["UNSAFE"])])
def test_axe_finds_nothing_on_what_help_first_is_shown(visit, level, flags):
    cookies = [{"name": name, "value": morsel.value} for name, morsel in browser(level, *flags).cookies.items()]
    with visit(width=PHONE) as page:
        page.goto("/")
        page.context.add_cookies([cookie | {"url": page.url} for cookie in cookies])
        for name in ("guide:intimate", "guide:community", "guide:circle", "guide:sources"):
            page.goto(PATHS[name][0])
            assert complaints(page) == []
            assert not sideways(page)


@pytest.mark.parametrize(
    ("start", "door", "kind", "query", "found"),
    [
        ("/", "Lees wat helpt", "Vrienden", "vrinden", "Vrienden"),
        ("/en/", "Read what helps", "Friends", "freinds", "Friends"),
    ],
)
@pytest.mark.parametrize("script", [True, False])
def test_a_person_reads_follows_a_source_and_searches(visit, start, door, kind, query, found, script):
    with visit(width=PHONE, script=script) as page:
        page.goto(start)
        follow(page.get_by_role("link", name=door))
        follow(page.get_by_role("main").get_by_role("link", name=kind, exact=True))
        claim_address = page.url
        follow(page.locator(".claim sup a").first)
        assert page.locator(":target h2").inner_text() != ""
        follow(page.locator(":target .record__uses a, :target dd li a").first)
        assert page.url.split("#")[0] == claim_address
        assert page.locator(":target").count() == 1
        follow(page.locator(".crumb a"))
        page.get_by_role("searchbox").fill(query)
        follow(page.get_by_role("search").get_by_role("button"))
        assert page.get_by_role("main").get_by_role("link", name=found, exact=True).first.is_visible()


def test_the_guide_is_walked_by_keyboard(visit):
    with visit() as page:
        page.goto(PATHS["guide:intimate"][0])
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip hidden"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "quick-exit"
