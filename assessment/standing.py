"""The one answer to "which level and flags hold now", for a request and for an account."""

import logging
from collections.abc import Callable
from dataclasses import replace

from django.conf import settings
from django.http import HttpRequest

from assessment import trace
from assessment.models import SafeguardState
from assessment.openness import PROTECTIVE, Standing
from assessment.services import is_closed_to_questions
from regie.accounts.days import today_for
from regie.prepared import prepared

logger = logging.getLogger(__name__)


def standing_of(request: HttpRequest) -> Standing:
    """The higher of this visit's outcome and what the account keeps, with all flags of both; found once per request.

    When it cannot be found the answer is ``PROTECTIVE``: the one place where any error is caught, because the other
    way out would be a page that offers what may harm. The log names the kind of error and nothing of the person.
    """
    if not hasattr(request, "_standing"):
        request._standing = _protected(lambda: _find(request))
    return request._standing


def known_country(request: HttpRequest) -> str:
    """The country for help: of the standing where this page asked for it, else the Netherlands. Asks nothing itself."""
    return (request._standing.country if hasattr(request, "_standing") else "") or "nl"


def kept_standing(user) -> Standing:
    """What the account keeps, for mail, feed and export: nothing kept means nothing known, an error ``PROTECTIVE``."""
    return _protected(lambda: _kept(user))


def _protected(find: Callable[[], Standing]) -> Standing:
    try:
        return find()
    except Exception as error:
        logger.error("standing not found: %s", type(error).__name__)
        return PROTECTIVE


def _kept(user) -> Standing:
    kept = states_of(owner=user.pk)
    return kept[0].state.standing(today_for(user)) if kept else Standing()


@prepared
def states_of(owner: int):
    """The one state that an account keeps, if any."""
    return SafeguardState.objects.filter(owner=owner)


def person_of(request: HttpRequest):
    """Who is signed in, or None. Asking for the user opens the session, so who has no session is not asked for."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated:
        return None
    return request.user


def _find(request: HttpRequest) -> Standing:
    shown = trace.shown_to(request)
    visit = shown.standing if shown else Standing()
    person = person_of(request)
    if person is None:
        return visit
    if visit.passed_questions and is_closed_to_questions(person):
        visit = replace(visit, passed_questions=False, passed_safety=False)
    return united(visit, kept_standing(person), person.country)


def united(visit: Standing, kept: Standing, country: str) -> Standing:
    """The higher level and all flags of both; the country that the visit chose, else the account's."""
    levels = [standing.level for standing in (visit, kept) if standing.is_known]
    return replace(
        kept,
        level=max(levels, default=None),
        flags=visit.flags | kept.flags,
        country=visit.country or country,
        passed_questions=visit.passed_questions or kept.passed_questions,
        passed_safety=visit.passed_safety or kept.passed_safety,
    )
