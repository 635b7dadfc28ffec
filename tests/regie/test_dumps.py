"""A copy of the database can be taken while the site is in use, and put back."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def people(django_user_model):
    """The people with an account."""
    return django_user_model.objects


def test_what_was_copied_comes_back_and_what_came_later_is_gone(people, tmp_path):
    people.create_user("noor")
    call_command("backup", tmp_path / "monday")
    people.create_user("later")
    people.filter(username="noor").delete()
    call_command("restore", tmp_path / "monday", yes=True)
    assert list(people.values_list("username", flat=True)) == ["noor"]


def test_only_the_operator_can_read_the_copy(tmp_path):
    call_command("backup", tmp_path / "monday")
    assert (tmp_path / "monday").stat().st_mode & 0o777 == 0o600


def test_a_copy_never_overwrites_another(tmp_path):
    (tmp_path / "monday").write_text("older")
    with pytest.raises(CommandError, match="exists already"):
        call_command("backup", tmp_path / "monday")
    assert (tmp_path / "monday").read_text() == "older"


@pytest.mark.parametrize("name", ["monday #2", "100%", "what?"])
def test_a_copy_may_have_any_name(people, tmp_path, name):
    people.create_user("noor")
    call_command("backup", tmp_path / name)
    people.all().delete()
    call_command("restore", tmp_path / name, yes=True)
    assert people.count() == 1


def test_a_copy_that_failed_leaves_no_file(tmp_path, monkeypatch):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite copies itself: there is no tool that could be missing.")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CommandError, match="not installed"):
        call_command("backup", tmp_path / "monday")
    assert not (tmp_path / "monday").exists()


def test_putting_back_has_to_be_meant(people, tmp_path):
    call_command("backup", tmp_path / "monday")
    people.create_user("noor")
    with pytest.raises(CommandError, match="--yes"):
        call_command("restore", tmp_path / "monday")
    assert people.count() == 1


@pytest.mark.parametrize("damage", [b"", b"SQLite format 3\x00 but then nothing", b"a letter to grandmother" * 99])
def test_a_damaged_copy_changes_nothing(people, tmp_path, damage):
    people.create_user("noor")
    path = tmp_path / "damaged"
    path.write_bytes(damage)
    with pytest.raises(CommandError):
        call_command("restore", path, yes=True)
    assert people.count() == 1
