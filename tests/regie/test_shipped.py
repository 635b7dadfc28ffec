"""The site as it is shipped: the example command on gunicorn, with compressed files, real error pages and real logs."""

import json
import urllib.error
import urllib.request

import pytest

from tests.shipped import shipped


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A shipped site that has just been set up on an empty folder."""
    with shipped(tmp_path_factory.mktemp("shipped")) as running:
        yield running


def get(url, **headers):
    """(status, headers, body) of an answer, whatever its status."""
    try:
        answer = urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=20)
    except urllib.error.HTTPError as error:
        answer = error
    return answer.status, answer.headers, answer.read()


def test_a_public_page_is_sent_packed_and_may_be_kept(site):
    status, headers, _ = get(f"{site.url}/gids/", **{"Accept-Encoding": "br"})
    assert (status, headers["Content-Encoding"]) == (200, "br")
    assert headers["Cache-Control"] == "public, max-age=0, s-maxage=300"


def test_its_style_sheet_is_hashed_and_immutable(site):
    _, _, page = get(f"{site.url}/")
    path = page.decode().split('rel="stylesheet" href="')[1].split('"')[0]
    status, headers, _ = get(site.url + path, **{"Accept-Encoding": "br"})
    assert status == 200
    assert "immutable" in headers["Cache-Control"]
    assert headers["Content-Encoding"] == "br"


def test_an_unknown_page_is_a_page_of_our_own(site):
    status, headers, page = get(f"{site.url}/nergens/")
    assert (status, headers["Content-Language"]) == (404, "nl")
    assert b"Regie" in page
    assert b"Traceback" not in page


def test_its_log_is_json_and_names_no_path(site):
    for _ in range(300):  # each worker writes its lines a hundred at a time
        get(f"{site.url}/nergens/geheim/")
    lines = [json.loads(line) for line in site.log.splitlines() if line.startswith("{")]
    assert any(line["logger"] == "regie.request" and line["message"].startswith("GET - 404") for line in lines)
    assert "geheim" not in site.log
