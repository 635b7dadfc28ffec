"""Making a browser forget Regie."""

from django.conf import settings


def forget_browser(request, response):
    """``response``, which also takes every cookie of ours and what the browser kept of our pages away."""
    names = {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, settings.OUTCOME_COOKIE_NAME}
    names |= {name for name in request.COOKIES if name.startswith(settings.CHECK_COOKIE_PREFIX)}
    for name in sorted(names):
        response.delete_cookie(name, samesite="Lax")
        response.cookies[name]["secure"] = settings.SESSION_COOKIE_SECURE  # else __Host- names stay
    response.headers["Clear-Site-Data"] = '"cache", "cookies"'
    return response
