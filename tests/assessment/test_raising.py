"""What a check may lower in a browser, by when it began. Seconds are made up."""

from django.http import HttpResponse
from django.test import RequestFactory

from assessment import trace
from assessment.flow import Visit
from assessment.raising import show_outcome
from assessment.safeguard import SCALES, Flag, Level
from assessment.trace import Shown

WELL = dict.fromkeys(SCALES, 0)
TOLD = Shown(level=Level.TALK_TODAY, flags=(Flag.UNSAFE,), event_at=100)


def after(shown: Shown, *checks: tuple[int, dict]) -> Level:
    """The level in a browser that held ``shown``, after complete checks: when each began, and its worse answers."""
    for began_at, worse in checks:
        request, response = RequestFactory().get("/"), HttpResponse()
        trace.keep_shown(request, response, shown)
        request.COOKIES = {name: morsel.value for name, morsel in response.cookies.items()}
        show_outcome(request, response, Visit("2026-1", "nl", began_at, WELL | worse, is_asked=True))
        request.COOKIES = {name: morsel.value for name, morsel in response.cookies.items()}
        shown = trace.shown_to(request)
    return shown.level


def test_a_check_that_began_later_lowers_what_was_told():
    assert after(TOLD, (101, {})) == Level.TIPS


def test_one_that_began_before_does_not():
    assert after(TOLD, (99, {})) == Level.TALK_TODAY


def test_nor_does_it_after_a_later_one():
    later, older = (101, {"duration": 2}), (99, {})
    assert after(TOLD, later, older) == Level.HELP_FIRST
