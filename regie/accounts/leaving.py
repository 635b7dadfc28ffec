"""Making a browser forget Regie."""

from django.conf import settings


def forget_cookies(request, response) -> None:
    """Let ``response`` take every cookie of ours away, each open self-check's too.

    Django marks a deleted cookie secure by the prefix of its name, as browsers ask of ``__Host-``.
    """
    checks = [name for name in request.COOKIES if name.startswith(settings.CHECK_COOKIE_PREFIX)]
    for name in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, settings.OUTCOME_COOKIE_NAME, *checks):
        response.delete_cookie(name, samesite="Lax")


def forget_browser(request, response):
    """``response``, which also takes our cookies and what the browser kept of our pages away."""
    forget_cookies(request, response)
    response.headers["Clear-Site-Data"] = '"cache", "cookies"'
    return response
