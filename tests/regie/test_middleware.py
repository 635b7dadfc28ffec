"""Every answer has the strict headers, is closed by default, and speaks the language of its path."""

import logging

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import resolve

from regie.middleware import closed_by_default, language_by_path, strict_headers


def through(middleware, path="/", answer=None):
    return middleware(lambda request: answer or HttpResponse("x"))(RequestFactory().get(path))


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/healthz", "/nowhere/", "/static/nowhere.css"])
def test_every_answer_has_the_strict_headers(client, path):
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_an_answer_is_private_unless_it_says_otherwise():
    assert through(closed_by_default).headers["Cache-Control"] == "private, no-store"
    kept = HttpResponse("x", headers={"Cache-Control": "public"})
    assert through(closed_by_default, answer=kept).headers["Cache-Control"] == "public"


@pytest.mark.parametrize(("path", "language"), [("/hulp/", "nl"), ("/en/help/", "en"), ("/enkel/", "nl")])
def test_the_path_alone_decides_the_language(path, language):
    assert through(language_by_path, path).headers["Content-Language"] == language


def test_a_log_line_holds_the_route_and_never_the_path(caplog):
    def answer(request):
        request.resolver_match = resolve("/healthz")
        return HttpResponse("x")

    with caplog.at_level(logging.INFO, logger="regie.request"):
        strict_headers(answer)(RequestFactory().get("/healthz?key=geheim"))
    assert [record.getMessage().rsplit(" ", 1)[0] for record in caplog.records] == ["GET healthz 200"]
