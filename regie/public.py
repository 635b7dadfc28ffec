"""Public pages: the same bytes for everyone whose outcome is unknown, made once and kept with their compressed forms.

``public`` marks what a view gives to a visitor; ``keep_public_pages`` keeps a marked answer per process and path and
serves it before session, language, URL resolving and view do any work. Who has signed in, or has an outcome, is
answered by the view for that person alone, and nobody keeps that answer.
"""

import gzip
import hashlib
import time
from dataclasses import dataclass
from functools import wraps

import brotli
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

# A browser asks each time (a 304 is small), so that the safeguard's marks show at once; a CDN keeps five minutes.
# Vary on Cookie must stay: a shared copy without marks, shown to a person at level 2, is the mistake to fear.
SHARED = {"Cache-Control": "public, max-age=0, s-maxage=300", "Vary": "Accept-Encoding, Cookie"}
OWN_TO_ONE_ANSWER = {"Cache-Control", "Vary", "Content-Length", "ETag", "Set-Cookie"}


@dataclass(frozen=True)
class Form:
    """One form of a page as it is sent: its bytes and all of its headers."""

    body: bytes
    headers: dict[str, str]


@dataclass(frozen=True)
class Page:
    """A kept page in its three forms, good until ``until`` (seconds since 1970) or, with None, for good."""

    forms: dict[str, Form]
    until: float | None


def public(view=None, *, minutes: int | None = None):
    """Opens ``view`` to everyone, to look only, and marks its answers as the same for all without cookies of ours.

    The view may not touch the session, the user, messages, a CSRF token, the host name or chance. With ``minutes``
    it may look at the clock: its answer is made anew at each whole slot of that many minutes.
    """
    if view is None:
        return lambda real_view: public(real_view, minutes=minutes)

    @require_safe
    @login_not_required
    @wraps(view)
    def marked(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response.is_public = True
        response.public_until = (time.time() // (minutes * 60) + 1) * minutes * 60 if minutes else None
        return response

    return marked


def is_without_cookies_of_ours(request) -> bool:
    """True for a visitor who has not signed in and has no outcome: everyone gets the same page then."""
    return not request.COOKIES.keys() & {settings.SESSION_COOKIE_NAME, settings.OUTCOME_COOKIE_NAME}


def keep(response) -> Page:
    """The answer of a public view in all its forms, ready to be sent many times."""
    headers = {name: value for name, value in response.items() if name not in OWN_TO_ONE_ANSWER} | SHARED
    body = response.content
    encoded = {"br": brotli.compress(body), "gzip": gzip.compress(body, mtime=0), "": body}
    return Page(
        {encoding: Form(content, headers | named(content, encoding)) for encoding, content in encoded.items()},
        response.public_until,
    )


def named(content: bytes, encoding: str) -> dict[str, str]:
    """The headers that belong to one form: its name for a second visit, its length, and how it is packed."""
    own = {"ETag": f'"{hashlib.sha256(content).hexdigest()[:32]}"', "Content-Length": str(len(content))}
    return own | {"Content-Encoding": encoding} if encoding else own


def accepted(request) -> str:
    """The best form this browser takes: ``br``, ``gzip`` or none. One with a weight counts as not taken."""
    offers = {offer.strip() for offer in request.META.get("HTTP_ACCEPT_ENCODING", "").split(",")}
    return next((encoding for encoding in ("br", "gzip") if encoding in offers), "")


def answer(page: Page, request) -> HttpResponse:
    """``page`` in the form that this browser takes, or 304 when it has that already."""
    form = page.forms[accepted(request)]
    response = HttpResponse(form.body if request.method == "GET" else b"", headers=form.headers)
    if "HTTP_IF_NONE_MATCH" in request.META:
        return get_conditional_response(request, etag=form.headers["ETag"], response=response)
    return response


def keep_public_pages(get_response):
    """Serves a kept page; keeps what a public view gives to a visitor. With DEBUG nothing is kept."""
    pages: dict[str, Page] = {}  # by path; only what a URL pattern accepts gets here, so the content bounds it

    def middleware(request):
        if (
            settings.DEBUG
            or request.method not in ("GET", "HEAD")
            or request.META.get("QUERY_STRING")
            or not is_without_cookies_of_ours(request)
        ):
            return get_response(request)
        request.get_host()  # a foreign host gets its 400 here too
        page = pages.get(request.path_info)
        if page is None or (page.until and time.time() >= page.until):
            response = get_response(request)
            if response.status_code != 200 or not getattr(response, "is_public", False):
                return response
            page = pages[request.path_info] = keep(response)
        return answer(page, request)

    return middleware
