"""The site as it is shipped: the example command on gunicorn, with compressed files, real error pages and real logs."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.bench.server import free_port

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """(address, log file) of a shipped site that has just been set up on an empty folder."""
    folder = tmp_path_factory.mktemp("shipped")
    port, log = free_port(), folder / "log"
    environment = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "DEBUG")}
    environment |= {"LOCAL": "1", "VAR": str(folder / "var"), "GUNICORN_CMD_ARGS": f"--bind 127.0.0.1:{port}"}
    environment["DJANGO_SETTINGS_MODULE"] = "regie.settings"
    with (
        log.open("w") as output,
        subprocess.Popen(
            [sys.executable, "manage.py", "example"], cwd=ROOT, env=environment, stdout=output, stderr=output
        ) as process,
    ):
        try:
            wait_for(f"http://127.0.0.1:{port}/healthz")
            yield f"http://127.0.0.1:{port}", log
        finally:
            process.send_signal(signal.SIGTERM)


def wait_for(url):
    """Return when ``url`` answers; fail after a minute."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(url, timeout=5)
        except OSError:
            time.sleep(0.2)
        else:
            return
    pytest.fail("The site did not start.")


def get(url, **headers):
    """(status, headers, body) of an answer, whatever its status."""
    try:
        answer = urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=20)
    except urllib.error.HTTPError as error:
        answer = error
    return answer.status, answer.headers, answer.read()


def test_a_public_page_is_sent_packed_and_may_be_kept(site):
    status, headers, _ = get(f"{site[0]}/gids/", **{"Accept-Encoding": "br"})
    assert (status, headers["Content-Encoding"]) == (200, "br")
    assert headers["Cache-Control"] == "public, max-age=0, s-maxage=300"


def test_its_style_sheet_is_hashed_and_immutable(site):
    _, _, page = get(f"{site[0]}/")
    path = page.decode().split('rel="stylesheet" href="')[1].split('"')[0]
    status, headers, _ = get(site[0] + path, **{"Accept-Encoding": "br"})
    assert status == 200
    assert "immutable" in headers["Cache-Control"]
    assert headers["Content-Encoding"] == "br"


def test_an_unknown_page_is_a_page_of_our_own(site):
    status, headers, page = get(f"{site[0]}/nergens/")
    assert (status, headers["Content-Language"]) == (404, "nl")
    assert b"Regie" in page
    assert b"Traceback" not in page


def test_its_log_is_json_and_names_no_path(site):
    address, log = site
    for _ in range(300):  # each worker writes its lines a hundred at a time
        get(f"{address}/nergens/geheim/")
    lines = [json.loads(line) for line in log.read_text().splitlines() if line.startswith("{")]
    assert any(line["logger"] == "regie.request" and line["message"].startswith("GET - 404") for line in lines)
    assert "geheim" not in log.read_text()
