"""The system check of the help lines."""

from django.core.checks import run_checks
from django.core.checks.registry import registry

from regie.help.checks import help_lines_are_sound
from regie.help.library import PATH


def test_the_lines_that_are_shipped_are_sound():
    assert [error for error in run_checks() if error.id.startswith("regie.help")] == []


def test_a_mistake_is_one_error_with_file_and_line(tmp_path):
    path = tmp_path / "lines.toml"
    text = PATH.read_text()
    path.write_text(text.replace('tel = "112"', 'tel = "911"', 1))
    number = text[: text.index('tel = "112"')].count("\n") + 1
    (error,) = help_lines_are_sound(None, path=path)
    assert (error.id, error.msg) == (
        "regie.help.E001",
        f"lines.toml:{number}: nl-112: tel does not dial what phone shows",
    )


def test_the_check_is_one_that_manage_py_runs():
    assert help_lines_are_sound in registry.registered_checks


def test_a_file_that_is_no_list_of_lines_is_told(tmp_path):
    path = tmp_path / "lines.toml"
    path.write_text("lines = 3")
    assert [error.msg for error in help_lines_are_sound(None, path=path)] == ["lines.toml:1: lines must be a list"]
