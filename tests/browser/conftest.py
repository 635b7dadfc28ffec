"""A real Chromium, driven by Playwright. Every page it opens is watched: no console error, no request elsewhere."""

import os
import shutil
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
# No look-ups of its own: what it asks for on the network is what our pages ask for.
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE, DESKTOP = 390, 1280


def pytest_collection_modifyitems(items):
    """Everything in this folder is a browser test; where none is wanted, ``-m 'not browser'`` leaves them out."""
    for item in items:
        if "/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium():
    """One browser for all tests. Without Chromium they are skipped, or fail where a browser is required (CI)."""
    if not CHROMIUM:
        if os.environ.get("REGIE_REQUIRE_BROWSER"):
            pytest.fail("Chromium is required here and absent.")
        pytest.skip("Chromium is absent.")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright's own loop runs in this thread
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=QUIET + (["--no-sandbox"] if os.geteuid() == 0 else [])
        )
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, live_server):
    """``with visit(width=…, dark=…, script=…) as page``: a visitor of their own, watched until the end."""

    @contextmanager
    def visitor(*, width=DESKTOP, height=900, dark=False, script=True, **options):
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
            **options,
        )
        page = context.new_page()
        page.set_default_timeout(30_000)  # a busy machine is no mistake of ours
        mistakes = watch(page, live_server.url)
        try:
            yield page
            assert mistakes == []
        finally:
            context.close()

    return visitor


def watch(page, home):
    """A list that fills with every console error (a broken CSP is one) and every request to another host.

    That the page itself answers 404 or 429 is what some tests ask for: no mistake. Nor is a page turn that Chromium
    breaks off because the next page is there already: the cross-fade is comfort.
    """
    mistakes = []

    def hear(message):
        if message.type == "error" and message.location["url"] != page.url:
            mistakes.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: None if "Transition was" in str(error) else mistakes.append(str(error)))
    page.on("request", lambda request: None if is_ours(request.url, home) else mistakes.append(request.url))
    return mistakes


def is_ours(url, home):
    """True for a request that stays on the site."""
    return url.startswith((home, "data:", "blob:", "about:"))


def follow(way):
    """Press a link or button that leads to another page, and wait until that page is there.

    A click alone may come back while Chromium still changes pages: what the test then asks falls between the two.
    """
    with way.page.expect_navigation():
        way.click()


def complaints(page):
    """What axe finds on the page as it is now: a list of 'rule: element', empty when all is well."""
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
    return [
        f"{violation['id']}: {node['target'][0]}"
        for violation in results.response["violations"]
        for node in violation["nodes"]
    ]
