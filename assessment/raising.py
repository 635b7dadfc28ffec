"""What a person tells takes effect at once: in this browser for two hours, and in the account where that is allowed."""

import time
from collections.abc import Iterable
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.views.decorators.debug import sensitive_variables

from assessment import services, trace
from assessment.flow import Visit, judged, stopping_answer
from assessment.safeguard import Flag, Level, Outcome, assess
from assessment.standing import person_of
from assessment.trace import Shown
from regie.accounts.days import today_for


@sensitive_variables()
def show_outcome(request: HttpRequest, response: HttpResponse, visit: Visit) -> None:
    """Let the outcome of a check hold from here on.

    A complete check that was asked for replaces level and flags in this browser, unless something was told since it
    began. An early stop only raises. What an account keeps is raised at once, and never lowered here.
    """
    outcome = assess(judged(visit.answers))
    before = trace.shown_to(request) or Shown()
    is_new = visit.is_asked and stopping_answer(visit.answers) is None and visit.began_at > before.event_at
    after = (Shown(event_at=before.event_at) if is_new else before).raised(outcome.level, outcome.flags)
    trace.keep_shown(request, response, replace(after, country=visit.country))
    _raise_account(request, outcome.level, outcome.flags)


def tell(request: HttpRequest, response: HttpResponse, level: Level, flags: Iterable[Flag]) -> None:
    """Raise by what a person tells outside a check. Checks that began before it no longer lower it."""
    before = trace.shown_to(request) or Shown(country=_country(request))
    after = replace(before.raised(level, flags), event_at=int(time.time()))
    trace.keep_shown(request, response, after)
    _raise_account(request, level, flags, told_at=after.event_at)


def outcome_now(request: HttpRequest, visit: Visit) -> Outcome:
    """What the answers of a visit lead to, raised by what this browser holds by now.

    For a complete check that is the same, unless something was told since, or another check was asked for after it.
    """
    outcome = assess(judged(visit.answers))
    shown = trace.shown_to(request)
    if shown is None or shown.level is None:
        return outcome
    if stopping_answer(visit.answers) and visit.began_at > shown.event_at:
        return outcome
    raised = shown.raised(outcome.level, outcome.flags).standing
    return replace(outcome, level=raised.level, flags=raised.flags)


def carry_to_account(request: HttpRequest, user) -> None:
    """What this browser holds from help first on raises the account of who signs in here, where that is allowed."""
    shown = trace.shown_to(request)
    if shown is None or shown is trace.UNREADABLE or not shown.standing.in_rest:
        return
    services.raise_state(user, shown.standing.level, shown.standing.flags, today_for(user), told_at=shown.event_at)


def _raise_account(request: HttpRequest, level: Level, flags: Iterable[Flag], *, told_at: int = 0) -> None:
    person = person_of(request)
    if person:
        services.raise_state(person, level, flags, today_for(person), told_at=told_at)


def _country(request: HttpRequest) -> str:
    person = person_of(request)
    return person.country if person else ""
