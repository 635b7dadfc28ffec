"""What the operator does while the site is in use: copy it, put it back, tidy up. And what erasing leaves: nothing."""

import http.client
import os
import signal
import threading
import time

import pytest

from regie.example.account import PASSWORD
from tests.faults.people import Writer, kept_by
from tests.shipped import Browser, shipped


@pytest.fixture
def site(tmp_path):
    """A shipped site of its own: these tests put back and erase."""
    with shipped(tmp_path) as running:
        yield running


def test_a_copy_taken_and_put_back_under_writing_load_is_whole(site, tmp_path):
    people, stop = [Writer(site) for _ in range(3)], threading.Event()
    early = [person.log() for person in people]
    threads = [threading.Thread(target=person.log_until, args=(stop,)) for person in people]
    before = {moment for person in people for moment in person.kept}
    for thread in threads:
        thread.start()
    site.manage("backup", tmp_path / "copy")
    site.manage("restore", tmp_path / "copy", "--yes")
    stop.set()
    for thread in threads:
        thread.join()
    assert all(early)
    assert {status for person in people for status in person.refused} == set()
    assert before <= kept_by(site)
    assert people[0].log()
    assert people[0].kept[-1] in kept_by(site)


def look_until(stop, site, broken):
    """Look at pages without a pause; whatever is no page goes into ``broken``."""
    browser = Browser(site)
    while not stop.is_set():
        try:
            status = browser.get("/zelfcheck/")[0]
            broken += [status] if status != 200 else []
        except (OSError, http.client.HTTPException) as error:
            broken.append(error)


def test_a_new_version_takes_over_and_nobody_notices(site):
    """``systemctl reload`` sends HUP: new workers come, the old ones finish what they do."""
    stop, broken, old = threading.Event(), [], site.workers()
    threads = [threading.Thread(target=look_until, args=(stop, site, broken)) for _ in range(4)]
    for thread in threads:
        thread.start()
    time.sleep(0.5)
    os.kill(site.process.pid, signal.SIGHUP)
    until = time.monotonic() + 30
    while set(site.workers()) & set(old) and time.monotonic() < until:
        time.sleep(0.1)
    stop.set()
    for thread in threads:
        thread.join()
    assert len(site.workers()) == 2
    assert set(site.workers()) & set(old) == set()
    assert broken == []


def test_a_minute_after_erasing_no_file_of_the_database_holds_a_name(site):
    browser = Browser(site).sign_in()
    assert any("Yusuf" in name for (name,) in site.rows("SELECT name FROM relations_relation"))
    assert browser.post("/mijn/account/wissen/", {"password": PASSWORD})[0] == 302
    site.manage("send_mail")  # the timer's next minute
    files = list((site.folder / "var").glob("regie.sqlite3*"))
    assert [file.name for file in files if b"Yusuf" in file.read_bytes()] == []
    assert "regie.sqlite3-wal" in {file.name for file in files}
