"""The worker that keeps help readable without internet."""

import json
import re

import pytest
from django.urls import resolve
from django.utils.translation import override

from regie.help.offline import stored_pages


def script(client):
    return client.get("/offline.js").content.decode()


def kept(client):
    """What the worker keeps: the address that is asked for, and what it answers with."""
    return json.loads(re.search(r"KEPT = (\{.*?\});", script(client))[1])


def test_the_worker_is_small_and_comes_from_the_root(client):
    response = client.get("/offline.js")
    assert response.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert len(response.content) < 1024


def test_it_keeps_the_six_help_pages_and_the_stylesheet_and_nothing_else(client):
    assert kept(client) == {
        "/hulp/": "/hulp/bewaard/",
        "/hulp/vlaanderen/": "/hulp/vlaanderen/bewaard/",
        "/hulp/engelstalig/": "/hulp/engelstalig/bewaard/",
        "/en/help/": "/en/help/stored/",
        "/en/help/flanders/": "/en/help/flanders/stored/",
        "/en/help/english-speakers/": "/en/help/english-speakers/stored/",
        "/static/site.css": "/static/site.css",
    }


@pytest.mark.parametrize("path", [path for pair in stored_pages().items() for path in pair])
def test_everything_it_keeps_is_a_help_page(path):
    with override("en" if path.startswith("/en/") else "nl"):
        assert resolve(path).view_name.startswith("help:")


def test_it_fetches_without_cookies(client):
    assert 'credentials: "omit"' in script(client)


@pytest.mark.parametrize(
    ("path", "is_asked_for"), [("/hulp/", True), ("/en/help/flanders/", True), ("/hulp/brief/", False)]
)
def test_only_help_pages_ask_for_the_worker(client, path, is_asked_for):
    assert ('data-worker="/offline.js"' in client.get(path).content.decode()) is is_asked_for
