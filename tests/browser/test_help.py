"""Help in a real browser: with and without script, and without internet."""

import pytest

from tests.browser.conftest import DESKTOP, PHONE, complaints, follow

PAGES = ["/hulp/", "/hulp/vlaanderen/", "/hulp/engelstalig/", "/en/help/", "/hulp/bewaard/", "/hulp/brief/"]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("width", "dark"), [(320, False), (PHONE, True), (DESKTOP, False)])
def test_help_is_open_to_everyone(visit, path, width, dark):
    with visit(width=width, dark=dark) as page:
        page.goto(path)
        assert complaints(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_script_the_country_switch_has_a_button(visit):
    with visit(script=False) as page:
        page.goto("/hulp/")
        page.get_by_label("Vlaanderen").check()
        page.get_by_role("button", name="Toon").click()
        page.wait_for_url("**/hulp/vlaanderen/")
        assert page.get_by_role("link", name="Bel 1813").is_visible()


def test_with_script_tapping_a_country_is_enough(visit):
    with visit() as page:
        page.goto("/en/help/")
        page.get_by_label("Flanders").click()
        page.wait_for_url("**/en/help/flanders/")


def test_by_keyboard_one_looks_around_before_one_goes(visit):
    with visit() as page:
        page.goto("/hulp/")
        page.get_by_label("Nederland").focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        assert page.get_by_label("English").is_checked()
        page.keyboard.press("Enter")
        page.wait_for_url("**/hulp/engelstalig/")


def test_without_script_a_letter_is_written_changed_and_read(visit):
    with visit(script=False) as page:
        page.goto("/hulp/brief/")
        page.get_by_label("Wat merk je?").fill("Ik slaap slecht.")
        follow(page.get_by_role("button", name="Maak de brief"))
        assert page.locator(".letter").get_by_text("Ik slaap slecht.").is_visible()
        follow(page.get_by_role("button", name="Pas de brief aan"))
        assert page.get_by_label("Wat merk je?").input_value() == "Ik slaap slecht."


def test_shift_three_times_leaves_and_the_page_does_not_stay_behind(visit, live_server, settings):
    settings.QUICK_EXIT_URL = f"{live_server.url}/gids/"  # a test goes nowhere else
    with visit() as page:
        page.goto("/hulp/")
        pages_before = page.evaluate("history.length")
        for _ in range(3):
            page.keyboard.press("Shift")
        page.wait_for_url("**/gids/")
        assert page.evaluate("history.length") == pages_before


@pytest.fixture
def stored(chromium, live_server):
    """A visitor whose browser has stored help; not watched, since being without internet is an error there."""
    context = chromium.new_context(base_url=live_server.url, viewport={"width": PHONE, "height": 900})
    page = context.new_page()
    page.goto("/hulp/")
    page.evaluate("navigator.serviceWorker.ready.then(() => null)")
    page.wait_for_function("caches.keys().then((names) => names.length == 1)")
    page.reload()
    yield page
    context.close()


@pytest.mark.parametrize(
    ("path", "title", "number"),
    [("/hulp/", "Zonder internet", "Bel 113"), ("/en/help/flanders/", "Without internet", "Call 1813")],
)
def test_help_reads_without_internet_also_on_a_page_never_visited(stored, path, title, number):
    stored.context.set_offline(True)
    stored.goto(path)
    assert stored.get_by_text(title, exact=True).is_visible()
    assert stored.get_by_role("link", name=number).is_visible()
    assert stored.get_by_text("Nu open").count() == stored.get_by_text("Open now").count() == 0
    assert stored.evaluate("document.styleSheets[0].cssRules.length") > 0


def test_with_internet_help_is_always_fresh(stored):
    stored.goto("/hulp/")
    assert stored.get_by_text("Zonder internet").count() == 0


def test_what_is_stored_is_the_fixed_list_and_never_a_visited_page(stored):
    stored.goto("/gids/")
    stored.goto("/hulp/brief/")
    kept = stored.evaluate(
        "caches.keys().then(([name]) => caches.open(name)).then((cache) => cache.keys())"
        ".then((requests) => requests.map((request) => new URL(request.url).pathname).sort())"
    )
    assert kept == [
        "/en/help/english-speakers/stored/",
        "/en/help/flanders/stored/",
        "/en/help/stored/",
        "/hulp/bewaard/",
        "/hulp/engelstalig/bewaard/",
        "/hulp/vlaanderen/bewaard/",
        "/static/site.css",
    ]


def test_a_page_that_is_no_help_stores_nothing(visit):
    with visit() as page:
        page.goto("/gids/")
        page.wait_for_load_state("load")
        assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
