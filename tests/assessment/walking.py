"""Walks through the self-check as a browser does, for tests."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from assessment import trace
from assessment.flow import Visit
from assessment.questionnaire import questionnaire

NAMES = questionnaire().names
WELL = dict.fromkeys(NAMES, 0)
# One set of answers for each level.
AT_LEVEL = {
    0: WELL,
    1: WELL | {"frequency": 1},
    2: WELL | {"frequency": 2, "duration": 2, "screens": 1},
    3: WELL | {"suicidality": 1},
    4: WELL | {"suicidality": 2},
}


def begin(browser, country="nl") -> str:
    """The name of a new visit."""
    return browser.post(reverse("assessment:start"), {"country": country}).url.strip("/").split("/")[-2]


def answer(browser, visit: str, number: int, value: int | None) -> str:
    """Give one answer; where it leads."""
    choice = "skip" if value is None else str(value)
    return browser.post(reverse("assessment:question", args=[visit, number]), {"answer": choice}).url


def give(browser, visit: str, answers: dict) -> str:
    """Give all answers in order, until they are given or one stops the check; where that leads."""
    where = ""
    for number, name in enumerate(NAMES, 1):
        where = answer(browser, visit, number, answers[name])
        if where == reverse("assessment:outcome", args=[visit]):
            break
    return where


def asked_for(browser, answers: dict, country="nl") -> str:
    """A whole check up to its outcome; the name of the visit."""
    visit = begin(browser, country)
    where = give(browser, visit, answers)
    if where == reverse("assessment:check", args=[visit]):
        browser.post(where)
    return visit


def outcome_page(browser, answers: dict, country="nl") -> str:
    """The HTML of the outcome of these answers."""
    visit = asked_for(browser, answers, country)
    return browser.get(reverse("assessment:outcome", args=[visit])).content.decode()


def request_of(browser) -> HttpRequest:
    """A request with the cookies that this browser holds."""
    request = HttpRequest()
    request.COOKIES = {key: morsel.value for key, morsel in browser.cookies.items() if morsel.value}
    return request


def visit_in(browser, visit: str) -> Visit | None:
    """The visit as the browser holds it."""
    return trace.visit_of(request_of(browser), visit)


def shown_in(browser):
    """What the browser's outcome cookie says, or None."""
    return trace.shown_to(request_of(browser)) if settings.OUTCOME_COOKIE_NAME in request_of(browser).COOKIES else None
