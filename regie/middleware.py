"""All the middleware of our own but the public pages': headers, closed answers, the language of a path."""

import logging
import time

from django.conf import settings
from django.utils import translation
from django.utils.cache import patch_cache_control

from assessment import trace
from regie import errors

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"

# What a person does here is nobody's to read, not even that they came: no line in any log (robustness 19).
UNLOGGED_NAMESPACES = {"assessment"}
UNLOGGED_VIEWS = {"help:letter"}

REFUSALS = {403, 404, 429}

log = logging.getLogger("regie.request")


def strict_headers(get_response):
    """Puts the strict headers on every answer, also on files, redirects and errors, and logs its route."""

    def middleware(request):
        started = time.perf_counter()
        response = get_response(request)
        if response.status_code == 405 and not response.streaming and not response.content:
            errors.fill_method_not_allowed(request, response)
        response.headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        log_route(request, response, time.perf_counter() - started)
        return response

    return middleware


def log_route(request, response, seconds: float) -> None:
    """One line with method, route, status and time. Never the path: it can hold the key of a calendar.

    What was refused to someone who is signed in also has the number of their account.
    """
    match = getattr(request, "resolver_match", None)
    if match and (match.view_name in UNLOGGED_VIEWS or UNLOGGED_NAMESPACES.intersection(match.namespaces)):
        return
    route = match.route if match else "-"
    log.info(
        "%s %s %s %.0fms%s", request.method, route, response.status_code, seconds * 1000, refused_to(request, response)
    )


def refused_to(request, response) -> str:
    """Whom an answer refused, if the view found out; never asked here, since that would be a query."""
    person = getattr(request, "_cached_user", None)
    return f" account {person.pk}" if response.status_code in REFUSALS and person and person.pk else ""


def closed_by_default(get_response):
    """Nobody keeps an answer that does not say it may be kept; an outcome cookie found stale goes with it."""

    def middleware(request):
        response = get_response(request)
        trace.tidy(request, response)
        if "Cache-Control" not in response:
            patch_cache_control(response, private=True, no_store=True)
        return response

    return middleware


def language_by_path(get_response):
    """The path alone decides the language: /en/… is English, all else is Dutch. No cookie, no Accept-Language."""

    def middleware(request):
        language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return middleware
