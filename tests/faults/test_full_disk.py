"""A full disk: a clear page, nothing lost, nothing half; and all goes on as soon as there is room again."""

import re
import resource
import subprocess
import uuid
from contextlib import contextmanager

import pytest

from tests.faults.people import Writer, kept_by
from tests.shipped import Browser, shipped


@contextmanager
def no_file_may_grow(site):
    """The kernel refuses every byte that a worker wants to write to a file. Needs no rights."""
    limits = {worker: resource.prlimit(worker, resource.RLIMIT_FSIZE) for worker in site.workers()}
    for worker, (_, hard) in limits.items():
        resource.prlimit(worker, resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        for worker, limit in limits.items():
            resource.prlimit(worker, resource.RLIMIT_FSIZE, limit)


@contextmanager
def no_room_on_the_disk(site):
    """The disk of the site is filled to the last byte."""
    filler = site.folder / "filler"
    try:
        with filler.open("wb", buffering=0) as file:
            for size in (1 << 20, 1 << 10, 1):
                fill(file, b"x" * size)
        yield
    finally:
        filler.unlink()


def fill(file, piece):
    """Write ``piece`` again and again until the disk takes no more."""
    try:
        while file.write(piece) == len(piece):
            pass
    except OSError:
        return


@contextmanager
def small_disk(folder):
    """``folder`` on a small disk of its own, made of memory. Where that is not allowed the test is skipped."""
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", folder], capture_output=True, text=True)
    if made.returncode:
        pytest.skip(f"Only root may make a small disk: {made.stderr.strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@pytest.fixture(scope="module", params=[no_file_may_grow, no_room_on_the_disk], ids=lambda way: way.__name__)
def site_and_trouble(request, tmp_path_factory):
    """A shipped site, and the way in which its disk gets full."""
    folder = tmp_path_factory.mktemp("site")
    if request.param is no_file_may_grow:
        with shipped(folder) as site:
            yield site, request.param
    else:
        with small_disk(folder), shipped(folder) as site:
            yield site, request.param


@pytest.fixture
def site(site_and_trouble):
    """The shipped site."""
    return site_and_trouble[0]


@pytest.fixture
def full_disk(site_and_trouble):
    """``with full_disk(site):`` there is no room."""
    return site_and_trouble[1]


def test_what_does_not_fit_gets_a_clear_page_and_leaves_nothing(site, full_disk):
    writer = Writer(site)
    before = kept_by(site)
    with full_disk(site):
        assert not writer.log()
    assert kept_by(site) == before
    status, page = writer.refused[-1], writer.answer.decode()
    assert status == 500
    assert "<h1>Er ging bij ons iets mis</h1>" in page
    assert "Niets is half bewaard" in page
    assert f'name="who" value="{writer.person}"' in page


def test_the_same_form_is_kept_once_when_there_is_room_again(site, full_disk):
    writer, key = Writer(site), uuid.uuid4()
    before = kept_by(site)
    with full_disk(site):
        assert not any([writer.log(key), writer.log(key)])
    assert all([writer.log(key), writer.log(key)])
    assert len(set(writer.kept)) == 1
    assert kept_by(site) == before | set(writer.kept)


def test_the_button_of_the_error_page_sends_the_same_form_again(site, full_disk):
    writer = Writer(site)
    before = kept_by(site)
    with full_disk(site):
        assert not writer.log()
    page = writer.answer.decode()
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page))
    action = re.search(r'<form method="post" action="([^"]+)" id="again">', page).group(1)
    answers = [writer.browser.send(action, fields, fields["csrfmiddlewaretoken"]) for _ in range(2)]
    assert [status for status, _, _ in answers] == [302, 302]
    assert len(kept_by(site) - before) == 1


def test_what_was_kept_before_stays(site, full_disk):
    writer = Writer(site)
    assert all(writer.log() for _ in range(20))
    with full_disk(site):
        for _ in range(20):
            writer.log()
    assert set(writer.kept) <= kept_by(site)
    assert len(set(writer.kept)) >= 20


def test_everything_can_still_be_read(site, full_disk):
    browser = Browser(site).sign_in()
    with full_disk(site):
        for path in ["/", "/gids/vrienden/", "/hulp/", "/mijn/", "/mijn/relaties/", "/mijn/momenten/", "/healthz"] * 2:
            assert (path, browser.get(path)[0]) == (path, 200)


def test_the_check_goes_on_without_a_disk(site, full_disk):
    with full_disk(site):
        visitor = Browser(site)
        status, headers, _ = visitor.post("/zelfcheck/", {"country": "nl"})
        assert status == 302
        assert visitor.get(headers["Location"])[0] == 200
