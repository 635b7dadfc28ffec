"""What the operator does while the site is in use: copy it, put it back, tidy up. And what erasing leaves: nothing."""

import threading

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


def test_a_minute_after_erasing_no_file_of_the_database_holds_a_name(site):
    browser = Browser(site).sign_in()
    assert any("Yusuf" in name for (name,) in site.rows("SELECT name FROM relations_relation"))
    assert browser.post("/mijn/account/wissen/", {"password": PASSWORD})[0] == 302
    site.manage("send_mail")  # the timer's next minute
    files = list((site.folder / "var").glob("regie.sqlite3*"))
    assert [file.name for file in files if b"Yusuf" in file.read_bytes()] == []
    assert "regie.sqlite3-wal" in {file.name for file in files}
