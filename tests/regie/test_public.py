"""A public page is the same bytes for everyone whose outcome is unknown, and for nobody else."""

import gzip

import brotli
import pytest
from django.http import HttpResponse, HttpResponseNotFound
from django.test import Client, override_settings
from django.urls import path

from regie.public import public

made = []


@public
def page(request):
    made.append(request)
    response = HttpResponse("<p>Voor iedereen.</p>" * 50)
    response.set_cookie("stray", "1")
    return response


@public(minutes=5)
def page_with_a_clock(request):
    made.append(request)
    return HttpResponse("nu open")


@public
def page_that_is_gone(request):
    made.append(request)
    return HttpResponseNotFound("weg")


urlpatterns = [
    path("page/", page),
    path("clock/", page_with_a_clock),
    path("gone/", page_that_is_gone),
]
pytestmark = pytest.mark.urls(__name__)


@pytest.fixture(autouse=True)
def _nothing_made_yet():
    made.clear()


def test_visitors_get_the_same_bytes_made_once(client):
    first = client.get("/page/", headers={"accept-language": "fr"})
    client.cookies["unknown"] = "x"
    second = client.get("/page/", headers={"accept-language": "en"})
    assert (first.content, first.headers) == (second.content, second.headers)
    assert len(made) == 1
    assert first.headers["Cache-Control"] == "public, max-age=0, s-maxage=300"
    assert first.headers["Vary"] == "Accept-Encoding, Cookie"
    assert "Set-Cookie" not in str(second.cookies)


@pytest.mark.parametrize(
    ("encoding", "unpack"),
    [("br", brotli.decompress), ("gzip", gzip.decompress), ("", bytes)],
)
def test_each_form_unpacks_to_the_page_and_has_a_name_and_a_length(client, encoding, unpack):
    answer = client.get("/page/", headers={"accept-encoding": encoding})
    assert unpack(answer.content) == b"<p>Voor iedereen.</p>" * 50
    assert answer.headers.get("Content-Encoding", "") == encoding
    assert int(answer.headers["Content-Length"]) == len(answer.content)
    assert answer.headers["ETag"]


def test_the_second_visit_is_a_304(client):
    name = client.get("/page/").headers["ETag"]
    again = client.get("/page/", headers={"if-none-match": name})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.django_db
@pytest.mark.parametrize("prefix", ["", "__Host-"])
@pytest.mark.parametrize("cookie", ["session", "outcome"])
def test_who_has_a_cookie_of_ours_is_answered_alone(prefix, cookie):
    with override_settings(SESSION_COOKIE_NAME=f"{prefix}session", OUTCOME_COOKIE_NAME=f"{prefix}outcome"):
        client = Client()
        client.get("/page/")
        client.cookies[f"{prefix}{cookie}"] = "anything"
        answer = client.get("/page/")
    assert len(made) == 2
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_a_question_in_the_address_is_answered_each_time(client):
    client.get("/page/?q=koor")
    client.get("/page/?q=koor")
    assert len(made) == 2


def test_only_a_page_that_was_found_is_kept(client):
    client.get("/gone/")
    assert client.get("/gone/").status_code == 404
    assert len(made) == 2


def test_a_page_with_a_clock_is_kept_until_its_slot_ends(rf):
    response = page_with_a_clock(rf.get("/"))
    assert response.public_until % 300 == 0


def test_a_foreign_host_is_refused_on_a_kept_page_too(client):
    client.get("/page/")
    assert client.get("/page/", headers={"host": "evil.example"}).status_code == 400


def test_a_head_request_gets_the_headers_alone(client):
    length = client.get("/page/").headers["Content-Length"]
    answer = client.head("/page/")
    assert (answer.content, answer.headers["Content-Length"]) == (b"", length)


@override_settings(DEBUG=True)
def test_while_developing_nothing_is_kept(client):
    client.get("/page/")
    client.get("/page/")
    assert len(made) == 2
