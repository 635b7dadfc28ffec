"""Bad luck: killed processes, a busy database, slow visitors, a crowd. No acknowledged write is lost."""

import os
import random
import signal
import socket
import sqlite3
import threading
import time

import pytest

from tests.faults.people import Writer, kept_by
from tests.shipped import Browser, shipped


def together(people, stop, seconds):
    """Let everyone log at the same time; gives the threads."""
    threads = [threading.Thread(target=person.log_until, args=(stop,)) for person in people]
    for thread in threads:
        thread.start()
    time.sleep(seconds)
    return threads


def test_kill_9_under_writing_load_loses_nothing_that_was_acknowledged(tmp_path):
    stop = threading.Event()
    with shipped(tmp_path) as site:
        people = [Writer(site) for _ in range(4)]
        threads = together(people, stop, 1)
        for _ in range(3):
            os.kill(random.choice(site.workers()), signal.SIGKILL)
            time.sleep(1)
        os.kill(site.process.pid, signal.SIGKILL)
        stop.set()
        for thread in threads:
            thread.join()
        assert all(person.kept for person in people), "somebody could not write at all"
    kept = {moment for person in people for moment in person.kept}
    with shipped(tmp_path) as site:
        assert kept - kept_by(site) == set()


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A shipped site for what does not break it."""
    with shipped(tmp_path_factory.mktemp("site")) as running:
        yield running


def crowd(site, seconds):
    """50 people at once, one in five writing: the statuses that are no success, and how many answers there were."""
    stop, failures, answers = threading.Event(), [], []

    def read(browser, path):
        while not stop.is_set():
            status, _, _ = browser.get(path)
            answers.append(status)
            if status != 200:
                failures.append((path, status))

    signed_in = Writer(site)
    readers = []
    for number, path in enumerate(["/", "/gids/vrienden/", "/mijn/", "/hulp/"] * 10):
        browser = Browser(site)
        browser.cookies = dict(signed_in.browser.cookies) if number % 4 == 2 else {}
        readers.append(threading.Thread(target=read, args=(browser, path)))
    writers = [Writer(site) for _ in range(10)]
    threads = readers + [threading.Thread(target=writer.log_until, args=(stop,)) for writer in writers]
    for thread in threads:
        thread.start()
    time.sleep(seconds)
    stop.set()
    for thread in threads:
        thread.join()
    return failures + [status for writer in writers for status in writer.refused], len(answers)


@pytest.mark.parametrize("seconds", [5, pytest.param(60, marks=pytest.mark.full)])
def test_fifty_people_at_once_meet_no_error(site, seconds):
    failures, answers = crowd(site, seconds)
    assert failures == []
    assert answers > 50


def test_slow_visitors_do_not_stop_the_others(site):
    # One fewer than the threads of one worker; as many as there are threads need the buffering proxy of the README.
    slow = [socket.create_connection(("127.0.0.1", site.port)) for _ in range(3)]
    try:
        for visitor in slow:
            visitor.sendall(b"GET /gids/ HTTP/1.1\r\nHost: 127.0.0.1\r\n")  # and then nothing
        assert Browser(site).get("/gids/")[0] == 200
    finally:
        for visitor in slow:
            visitor.close()


def test_while_the_database_is_locked_one_can_read_and_a_write_waits_its_turn(site):
    writer = Writer(site)
    lock = sqlite3.connect(site.folder / "var" / "regie.sqlite3", isolation_level=None, check_same_thread=False)
    lock.execute("BEGIN IMMEDIATE")
    free = threading.Timer(2, lock.execute, ["ROLLBACK"])
    free.start()
    try:
        assert Browser(site).get("/hulp/")[0] == 200
        assert writer.browser.get("/mijn/")[0] == 200
        assert writer.log()
        assert writer.seconds[-1] > 1
    finally:
        free.join()
        lock.close()
