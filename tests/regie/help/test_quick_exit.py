"""The way out: away at once, and this browser's cookies gone, unless another site sent it here."""

import pytest
from django.conf import settings

CHECK = f"{settings.CHECK_COOKIE_PREFIX}Ab3dEf9h"


@pytest.fixture
def visitor(client, user):
    """Someone who is signed in, with an outcome, an open check and a cookie that is not ours."""
    client.force_login(user)
    client.cookies[settings.CSRF_COOKIE_NAME] = "a" * 32
    for name in (settings.OUTCOME_COOKIE_NAME, CHECK, "other"):
        client.cookies[name] = "something"
    return client


def cleared(response):
    """The cookies that an answer takes away."""
    return {name for name, morsel in response.cookies.items() if morsel["max-age"] == 0 and morsel.value == ""}


OURS = {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, settings.OUTCOME_COOKIE_NAME, CHECK}


def test_it_leads_to_a_neutral_site_without_telling_where_from(client):
    response = client.get("/verder/")
    assert (response.status_code, response.headers["Location"]) == (302, settings.QUICK_EXIT_URL)
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("headers", [{}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}])
def test_it_takes_our_cookies_and_no_others(visitor, headers):
    response = visitor.get("/verder/", headers=headers)
    assert cleared(response) == OURS
    assert response.headers["Clear-Site-Data"] == '"cookies"'


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_cannot_sign_anyone_out(visitor, site):
    response = visitor.get("/verder/", headers={"Sec-Fetch-Site": site})
    assert response.headers["Location"] == settings.QUICK_EXIT_URL
    assert cleared(response) == set()
    assert "Clear-Site-Data" not in response.headers


def test_a_cookie_that_only_https_may_set_is_taken_as_it_was_set(client, settings):
    settings.SESSION_COOKIE_NAME = "__Host-session"
    morsel = client.get("/verder/").cookies["__Host-session"]
    assert (morsel["path"], morsel["secure"], morsel["domain"]) == ("/", True, "")
