"""A whole self-check leaves nothing on the server: no query, no row, no session, no log line with an answer."""

import logging
import re

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.test import Client, override_settings
from django.urls import path, reverse
from django.utils import translation

from assessment import trace
from regie.urls import urlpatterns as every_address
from tests.assessment.walking import AT_LEVEL, NAMES, WELL, answer, asked_for, begin

# No test here asks for the database: a query raises.


class Lines(logging.Handler):
    """Everything that any logger would write."""

    def __init__(self):
        super().__init__()
        self.texts = []

    def emit(self, record):
        self.texts.append(self.format(record))


@pytest.fixture
def lines():
    """What is logged during a test, by every logger, from the level that is shipped."""
    heard = Lines()
    heard.setFormatter(logging.Formatter("%(name)s %(message)s"))
    loggers = [logging.getLogger(), logging.getLogger("django"), logging.getLogger("django.request")]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.addHandler(heard)
        logger.setLevel(logging.INFO)
    yield heard.texts
    for logger, level in zip(loggers, before, strict=True):
        logger.removeHandler(heard)
        logger.setLevel(level)


@pytest.mark.parametrize("level", AT_LEVEL)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_whole_run_asks_the_database_for_nothing(level, language, lines):
    browser = Client()
    with translation.override(language):
        visit = asked_for(browser, AT_LEVEL[level])
        for name in ("outcome", "check"):
            browser.get(reverse(f"assessment:{name}", args=[visit]))
        browser.get(reverse("assessment:now"))
        browser.post(reverse("assessment:wipe"))
    assert settings.SESSION_COOKIE_NAME not in browser.cookies
    assert [text for text in lines if "regie.request" in text] == []


@pytest.mark.parametrize("event", ["tip", "giving", "unsafe", "away"])
def test_telling_something_outside_a_check_does_neither(event, lines):
    browser = Client()
    browser.get(reverse("assessment:event", args=[event]))
    browser.get(browser.post(reverse("assessment:event", args=[event])).url)
    assert lines == []


def test_the_three_questions_and_the_help_step_neither(lines):
    browser = Client()
    browser.post(reverse("assessment:three_questions"), {"answer1": "1", "answer2": "0", "answer3": "1"})
    browser.get(reverse("assessment:step_card", args=[1]))
    browser.post(reverse("assessment:step_card", args=[1]), {"day": "2026-12-01"})
    assert lines == []


@pytest.mark.django_db
def test_a_whole_run_makes_no_row_in_any_table():
    def rows():
        return {model: model._base_manager.count() for model in apps.get_models()}

    before = rows()
    for answers in AT_LEVEL.values():
        asked_for(Client(), answers)
    assert rows() == before


@login_not_required
def fails(request, visit):
    """A page that has read the answers and then breaks, as a mistake of ours would."""
    answers = trace.visit_of(request, visit).answers
    return answers["mood"].no_such_thing


class Broken:
    """The product's addresses with one more, that breaks."""

    urlpatterns = [path("broken/<str:visit>/", fails), *every_address]
    handler500 = "regie.errors.server_error"


def test_an_error_500_tells_no_answer(lines):
    browser = Client(raise_request_exception=False)
    told = {**WELL, "suicidality": 1, "mood": 2}
    visit = asked_for(browser, told)
    with override_settings(ROOT_URLCONF=Broken):
        response = browser.get(f"/broken/{visit}/")
    assert response.status_code == 500
    written = "\n".join([*lines, response.content.decode()])
    assert "AttributeError" not in response.content.decode()
    assert [name for name in NAMES if re.search(rf"\b{name}\b['\"]?: *\d", written)] == []
    assert [
        key
        for key in browser.cookies
        if key.startswith(settings.CHECK_COOKIE_PREFIX) and browser.cookies[key].value in written
    ] == []


def test_no_address_holds_an_answer():
    """Every address of two runs that differ in all answers is the same but for the visit's name."""
    seen = []
    for value in (0, 1):
        browser = Client()
        visit = begin(browser)
        pages = [answer(browser, visit, number, value) for number in range(1, 15)]
        pages.append(browser.post(reverse("assessment:check", args=[visit])).url)
        seen.append([page.replace(visit, "") for page in pages])
    assert seen[0] == seen[1]


def test_no_cookie_outlasts_the_browser_or_is_read_by_scripts():
    browser = Client()
    visit = asked_for(browser, AT_LEVEL[2])
    ours = [browser.cookies[key] for key in (settings.OUTCOME_COOKIE_NAME, settings.CHECK_COOKIE_PREFIX + visit)]
    assert {(m["max-age"], m["expires"], m["httponly"], m["samesite"]) for m in ours} == {("", "", True, "Lax")}


@override_settings(
    IS_HTTPS=True, OUTCOME_COOKIE_NAME="__Host-outcome", CHECK_COOKIE_PREFIX="__Host-check-", SECURE_SSL_REDIRECT=False
)
def test_with_https_the_cookies_belong_to_this_host_alone():
    browser = Client()
    visit = asked_for(browser, AT_LEVEL[2])
    for name in (f"__Host-check-{visit}", "__Host-outcome"):
        morsel = browser.cookies[name]
        assert (morsel["secure"], morsel["path"], morsel["domain"]) == (True, "/", "")
    browser.post(reverse("assessment:wipe"))
    assert browser.cookies["__Host-outcome"]["secure"] is True
    assert browser.cookies["__Host-outcome"]["max-age"] == 0
