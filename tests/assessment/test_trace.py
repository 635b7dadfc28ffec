"""The sealed cookies: what comes back, and what becomes of one that is broken, old or foreign."""

import time

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory, override_settings

from assessment import trace
from assessment.flow import Visit
from assessment.safeguard import Flag, Level
from assessment.trace import UNREADABLE, Shown

VISIT = Visit("2026-1", "be", began_at=1_800_000_000, answers={"frequency": 1, "mood": None})
ANSWERS = {f"question-{number}": 1 for number in range(14)}


def request_with(cookies):
    request = RequestFactory().get("/")
    request.COOKIES = {key: morsel.value for key, morsel in cookies.items() if morsel["max-age"] != 0}
    return request


def after_keeping(visit=VISIT, name="abcd1234", request=None):
    """The request of the next page of this browser."""
    response = HttpResponse()
    trace.keep_visit(request or RequestFactory().get("/"), response, name, visit)
    return request_with(response.cookies)


def after_showing(shown):
    response = HttpResponse()
    trace.keep_shown(RequestFactory().get("/"), response, shown)
    return request_with(response.cookies)


def test_a_visit_comes_back_as_it_was_kept():
    assert trace.visit_of(after_keeping(), "abcd1234") == VISIT


def test_what_was_shown_comes_back_as_it_was_kept():
    shown = Shown(2, ("NO_GIVING",), "be", event_at=5)
    assert trace.shown_to(after_showing(shown)) == shown


def test_a_cookie_ends_with_the_browser_and_scripts_cannot_read_it():
    response = HttpResponse()
    trace.keep_visit(RequestFactory().get("/"), response, "abcd1234", VISIT)
    (morsel,) = response.cookies.values()
    held = (
        morsel["max-age"],
        morsel["expires"],
        morsel["httponly"],
        morsel["samesite"],
        morsel["path"],
        morsel["domain"],
    )
    assert held == ("", "", True, "Lax", "/", "")


def test_fourteen_answers_fit_in_a_small_cookie():
    response = HttpResponse()
    trace.keep_visit(RequestFactory().get("/"), response, "abcd1234", Visit("2026-1", "nl", 1, ANSWERS))
    assert len(response.cookies.output()) < 1000


def broken(token):
    middle = len(token) // 2
    return {
        "tampered": token[:middle] + ("A" if token[middle] != "A" else "B") + token[middle + 1 :],
        "cut": token[:middle],
        "empty": "",
        "words": "geen koekje",
        "not-ascii": "é" * 40,
    }


@pytest.mark.parametrize("kind", ["tampered", "cut", "empty", "words", "not-ascii"])
def test_a_broken_check_is_no_check(kind):
    request = after_keeping()
    key = settings.CHECK_COOKIE_PREFIX + "abcd1234"
    request.COOKIES[key] = broken(request.COOKIES[key])[kind]
    assert trace.visit_of(request, "abcd1234") is None


@pytest.mark.parametrize("kind", ["tampered", "cut", "empty", "words", "not-ascii"])
def test_a_broken_outcome_counts_as_help_first_and_goes(kind):
    request = after_showing(Shown(0))
    token = request.COOKIES[settings.OUTCOME_COOKIE_NAME]
    request.COOKIES[settings.OUTCOME_COOKIE_NAME] = broken(token)[kind]
    assert trace.shown_to(request) == UNREADABLE
    response = HttpResponse()
    trace.tidy(request, response)
    assert response.cookies[settings.OUTCOME_COOKIE_NAME]["max-age"] == 0


@pytest.mark.parametrize(
    "content",
    [
        pytest.param([0, {"level": 9, "flags": []}], id="unknown-level"),
        pytest.param([0, {"flags": ["RICH"]}], id="unknown-flag"),
        pytest.param([0, {"mood": 1, "flags": []}], id="unknown-field"),
        pytest.param({"level": 1}, id="another-shape"),
        pytest.param([None, {"level": 1, "flags": []}], id="no-time"),
    ],
)
def test_an_outcome_in_another_shape_counts_as_broken(content):
    request = RequestFactory().get("/")
    request.COOKIES[settings.OUTCOME_COOKIE_NAME] = trace._seal("regie outcome", content)
    assert trace.shown_to(request) == UNREADABLE


def test_a_check_that_is_another_shape_is_no_check():
    request = RequestFactory().get("/")
    request.COOKIES[settings.CHECK_COOKIE_PREFIX + "abcd1234"] = trace._seal("regie self-check", {"answers": {}})
    assert trace.visit_of(request, "abcd1234") is None


def test_a_seal_of_one_cookie_does_not_open_the_other():
    request = RequestFactory().get("/")
    request.COOKIES[settings.OUTCOME_COOKIE_NAME] = trace._seal(
        "regie self-check", [int(time.time()), {"level": 0, "flags": []}]
    )
    assert trace.shown_to(request) == UNREADABLE


@pytest.mark.parametrize(("age", "is_there"), [(2 * 60 * 60 - 5, True), (2 * 60 * 60 + 5, False)])
def test_an_outcome_holds_for_two_hours(age, is_there):
    request = RequestFactory().get("/")
    content = [int(time.time()) - age, {"level": 3, "flags": []}]
    request.COOKIES[settings.OUTCOME_COOKIE_NAME] = trace._seal("regie outcome", content)
    assert (trace.shown_to(request) is not None) is is_there
    response = HttpResponse()
    trace.tidy(request, response)
    assert (settings.OUTCOME_COOKIE_NAME not in response.cookies) is is_there


def test_a_check_holds_for_two_hours_since_the_last_answer():
    request = RequestFactory().get("/")
    cipher = trace._cipher("regie self-check")._fernets[0]
    content = b'{"version": "2026-1", "country": "nl", "began_at": 1}'
    for age, is_there in ((2 * 60 * 60 - 5, True), (2 * 60 * 60 + 5, False)):
        token = cipher.encrypt_at_time(content, int(time.time()) - age).decode()
        request.COOKIES[settings.CHECK_COOKIE_PREFIX + "abcd1234"] = token
        assert (trace.visit_of(request, "abcd1234") is not None) is is_there


def test_a_new_key_still_reads_what_the_old_one_sealed():
    request = after_keeping()
    with override_settings(SECRET_KEY="a newer key", SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]):
        assert trace.visit_of(request, "abcd1234") == VISIT
    with override_settings(SECRET_KEY="a newer key", SECRET_KEY_FALLBACKS=[]):
        assert trace.visit_of(request, "abcd1234") is None


def test_a_fifth_check_takes_the_place_of_the_oldest():
    request = RequestFactory().get("/")
    cipher = trace._cipher("regie self-check")._fernets[0]
    for age, name in ((400, "second__"), (500, "first___"), (300, "third___"), (200, "fourth__")):
        token = cipher.encrypt_at_time(b"{}", int(time.time()) - age).decode()
        request.COOKIES[settings.CHECK_COOKIE_PREFIX + name] = token
    response = HttpResponse()
    trace.keep_visit(request, response, "fifth___", VISIT)
    gone = [key for key, morsel in response.cookies.items() if morsel["max-age"] == 0]
    assert gone == [settings.CHECK_COOKIE_PREFIX + "first___"]


def test_another_answer_in_one_of_four_checks_removes_none():
    request = RequestFactory().get("/")
    for name in ("first___", "second__", "third___", "fourth__"):
        request.COOKIES[settings.CHECK_COOKIE_PREFIX + name] = "x"
    response = HttpResponse()
    trace.keep_visit(request, response, "fourth__", VISIT)
    assert list(response.cookies) == [settings.CHECK_COOKIE_PREFIX + "fourth__"]


def test_wiping_removes_every_check_and_the_outcome_and_leaves_the_rest():
    request = RequestFactory().get("/")
    request.COOKIES = {
        settings.CHECK_COOKIE_PREFIX + "first___": "x",
        settings.CHECK_COOKIE_PREFIX + "second__": "x",
        settings.OUTCOME_COOKIE_NAME: "x",
        settings.SESSION_COOKIE_NAME: "x",
    }
    response = HttpResponse()
    trace.wipe(request, response)
    assert {key for key, morsel in response.cookies.items() if morsel["max-age"] == 0} == set(request.COOKIES) - {
        settings.SESSION_COOKIE_NAME
    }
    assert response.headers["Clear-Site-Data"] == '"cache"'


@pytest.mark.parametrize(
    ("before", "level", "flags", "after"),
    [
        (Shown(), 2, (), Shown(2)),
        (Shown(3, ("UNSAFE",)), 2, ("NO_GIVING",), Shown(3, ("NO_GIVING", "UNSAFE"))),
        (Shown(1), 3, ("UNSAFE",), Shown(3, ("UNSAFE",))),
        (Shown(questions_on="2026-11-22", safety_on="2026-11-22"), 2, (), Shown(2)),
        (Shown(questions_on="2026-11-22"), 1, (), Shown(1, questions_on="2026-11-22")),
    ],
)
def test_raising_never_lowers_and_help_first_ends_the_three_questions(before, level, flags, after):
    assert before.raised(Level(level), [Flag(flag) for flag in flags]) == after
