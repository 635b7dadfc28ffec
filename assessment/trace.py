"""The sealed cookies of a visit: answers on their way, and for two hours what they led to. Nothing is on the server."""

import json
import secrets
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.debug import sensitive_variables

from assessment.flow import Visit
from assessment.openness import Standing
from assessment.safeguard import Flag, Level

TWO_HOURS = 2 * 60 * 60  # seconds: since the last answer, and since the outcome was shown
MOST_VISITS = 4  # open checks in one browser; the oldest makes room


@dataclass(frozen=True)
class Shown:
    """What the outcome cookie holds: level and flags, never an answer.

    ``level`` None: only the days on which the three questions and the one about safety were passed. ``event_at``: when
    something that the person told outside a check last raised it, in seconds; an older check no longer lowers it.
    """

    level: int | None = None
    flags: tuple[str, ...] = ()
    country: str = ""
    questions_on: str = ""
    safety_on: str = ""
    event_at: int = 0

    def raised(self, level: Level, flags: Iterable[Flag]) -> "Shown":
        """The higher level and all flags of both. From help first on, the days of the questions are gone."""
        higher = level if self.level is None else max(Level(self.level), level)
        both = tuple(sorted({*self.flags, *flags}))
        days = {"questions_on": "", "safety_on": ""} if higher >= Level.HELP_FIRST else {}
        return replace(self, level=int(higher), flags=both, **days)

    @property
    def standing(self) -> Standing:
        return Standing(
            level=None if self.level is None else Level(self.level),
            flags=frozenset(Flag(flag) for flag in self.flags),
            country=self.country,
            passed_questions=bool(self.questions_on),
            passed_safety=bool(self.safety_on),
        )


# What an outcome cookie counts as that nobody can read any more: careful, and nothing about the person.
UNREADABLE = Shown(level=int(Level.HELP_FIRST))


def new_visit() -> str:
    """A random name for a visit; it stands in the URL and says nothing."""
    return secrets.token_urlsafe(6)


@sensitive_variables()
def visit_of(request: HttpRequest, name: str) -> Visit | None:
    """The visit as its cookie tells it; None when that is absent, too old, or not to be read."""
    token = request.COOKIES.get(settings.CHECK_COOKIE_PREFIX + name, "")
    try:
        return Visit(**json.loads(_cipher("regie self-check").decrypt(token.encode(), ttl=TWO_HOURS)))
    except (InvalidToken, ValueError, TypeError):
        return None


@sensitive_variables()
def keep_visit(request: HttpRequest, response: HttpResponse, name: str, visit: Visit) -> None:
    """Put the visit in its cookie; a fifth one takes the place of the one that waited longest."""
    others = [key for key in _check_cookies(request) if key != settings.CHECK_COOKIE_PREFIX + name]
    for key in sorted(others, key=lambda key: _written_at(request.COOKIES[key]))[: len(others) - MOST_VISITS + 1]:
        _delete(response, key)
    _put(response, settings.CHECK_COOKIE_PREFIX + name, _seal("regie self-check", asdict(visit)))


def drop_visit(request: HttpRequest, response: HttpResponse, name: str) -> None:
    """Remove the cookie of a visit that cannot go on."""
    if settings.CHECK_COOKIE_PREFIX + name in request.COOKIES:
        _delete(response, settings.CHECK_COOKIE_PREFIX + name)


def shown_to(request: HttpRequest) -> Shown | None:
    """What the outcome cookie says; None when there is none or it is older than two hours.

    One that cannot be read counts as ``UNREADABLE``. What is stale is marked, so that ``tidy`` removes it.
    """
    token = request.COOKIES.get(settings.OUTCOME_COOKIE_NAME)
    if token is None:
        return None
    try:
        written_at, content = json.loads(_cipher("regie outcome").decrypt(token.encode()))
        shown = Shown(**content | {"flags": tuple(content["flags"])})
        _ = shown.standing  # a level or flag that we do not know is not to be read either
        is_over = time.time() - written_at > TWO_HOURS
    except (InvalidToken, ValueError, TypeError, KeyError):
        request.outcome_is_stale = True
        return UNREADABLE
    request.outcome_is_stale = is_over
    return None if is_over else shown


def keep_shown(request: HttpRequest, response: HttpResponse, shown: Shown) -> None:
    """Put what was shown in the outcome cookie, for two hours from now."""
    request.outcome_is_stale = False
    content = [int(time.time()), asdict(shown)]
    _put(response, settings.OUTCOME_COOKIE_NAME, _seal("regie outcome", content))


def drop_what_opens(request: HttpRequest, response: HttpResponse) -> None:
    """Remove an outcome with which tips are open; one that puts help first stays its two hours."""
    shown = shown_to(request)
    if shown and not shown.standing.in_rest:
        _delete(response, settings.OUTCOME_COOKIE_NAME)


def tidy(request: HttpRequest, response: HttpResponse) -> None:
    """Remove an outcome cookie that this request found too old or not to be read."""
    if getattr(request, "outcome_is_stale", False):
        _delete(response, settings.OUTCOME_COOKIE_NAME)


def wipe(request: HttpRequest, response: HttpResponse) -> None:
    """Remove every check of this browser and its outcome, and what the browser kept of the pages."""
    for key in (*_check_cookies(request), settings.OUTCOME_COOKIE_NAME):
        _delete(response, key)
    response.headers["Clear-Site-Data"] = '"cache"'


def _check_cookies(request: HttpRequest) -> list[str]:
    return [key for key in request.COOKIES if key.startswith(settings.CHECK_COOKIE_PREFIX)]


def _written_at(token: str) -> int:
    try:
        return _cipher("regie self-check").extract_timestamp(token.encode())
    except InvalidToken:
        return 0


def _put(response: HttpResponse, key: str, value: str) -> None:
    response.set_cookie(key, value, secure=settings.IS_HTTPS, httponly=True, samesite="Lax")


def _delete(response: HttpResponse, key: str) -> None:
    """Django marks a deleted cookie secure by the prefix of its name, as browsers ask of ``__Host-``."""
    response.delete_cookie(key, samesite="Lax")


def _seal(info: str, content: object) -> str:
    return _cipher(info).encrypt(json.dumps(content, separators=(",", ":")).encode()).decode()


def _cipher(info: str) -> MultiFernet:
    return _derived(info, (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))


@lru_cache
def _derived(info: str, secret_keys: tuple[str, ...]) -> MultiFernet:
    def key(secret: str) -> Fernet:
        derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=info.encode()).derive(secret.encode())
        return Fernet(urlsafe_b64encode(derived))

    return MultiFernet([key(secret) for secret in secret_keys])
