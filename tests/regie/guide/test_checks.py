"""The system check: content that cannot be read, and links in it that lead nowhere."""

import shutil

import pytest

from regie.guide.checks import guide_is_sound
from regie.guide.library import CONTENT


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(CONTENT, tmp_path / "content")


def complaints(folder):
    return [error.msg for error in guide_is_sound(None, folder)]


def test_nothing_is_wrong_with_what_is_shipped():
    assert complaints(CONTENT) == []


def test_what_cannot_be_read_is_an_error_with_file_and_line(folder):
    (folder / "tips/small-openings.toml").write_text('kind = "intimate"')

    assert complaints(folder) == ["small-openings.toml:1: title is missing"]


@pytest.mark.parametrize(
    ("file", "good", "bad", "message"),
    [
        ("pages/about.toml", "(/gids/bronnen/)", "(/gids/brommen/)", "/gids/brommen/, which is no page (nl)"),
        ("pages/about.toml", "(/en/guide/sources/)", "(/guide/sources/)", "/guide/sources/, which is no page (en)"),
        ("tips/room-for-each-other.toml", "(/hulp/)", "(/hulpp/)", "/hulpp/, which is no page (nl)"),
    ],
)
def test_a_link_to_no_page_is_an_error(folder, file, good, bad, message):
    path = folder / file
    path.write_text(path.read_text().replace(good, bad))

    assert complaints(folder) == [f"content links to {message}"]
