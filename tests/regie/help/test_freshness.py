"""When a help line must be looked at again. Every test names its day: time passing breaks none of them."""

from dataclasses import replace
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from regie.help.freshness import Check, checks_of
from regie.help.library import line, lines

TODAY = date(2027, 2, 20)


@pytest.mark.parametrize(
    ("id", "days", "freshness"),
    [
        pytest.param("nl-113", 90, "fresh", id="crisis-on-the-last-day"),
        pytest.param("nl-113", 91, "too old", id="crisis-a-day-later"),
        pytest.param("be-1712", 91, "too old", id="violence-is-crisis"),
        pytest.param("nl-luisterlijn", 91, "fresh", id="listening-may-be-older"),
        pytest.param("nl-luisterlijn", 180, "fresh", id="other-on-the-last-day"),
        pytest.param("nl-luisterlijn", 181, "old", id="other-a-day-later"),
    ],
)
def test_a_check_grows_old_sooner_on_a_crisis_line(id, days, freshness):
    assert Check(line(id), days).freshness == freshness


def test_the_oldest_check_comes_first_and_a_crisis_line_before_another():
    checked = {"nl-luisterlijn": 10, "nl-mind": 30, "nl-113": 10}
    entries = [replace(line(id), checked_on=TODAY - timedelta(days=days)) for id, days in checked.items()]
    assert [(check.line.id, check.days) for check in checks_of(entries, TODAY)] == [
        ("nl-mind", 30),
        ("nl-113", 10),
        ("nl-luisterlijn", 10),
    ]


def latest_check():
    """The newest check in the file: tests count from it, not from today."""
    return max(entry.checked_on for entry in lines().values())


def test_the_command_lists_every_line_and_is_content_while_checks_are_fresh():
    out = StringIO()
    call_command("help_lines", on=min(entry.checked_on for entry in lines().values()) + timedelta(days=90), stdout=out)
    assert len(out.getvalue().splitlines()) == len(lines())


def test_the_command_fails_and_names_the_crisis_lines_that_are_too_old():
    with pytest.raises(CommandError) as raised:
        call_command("help_lines", on=latest_check() + timedelta(days=91), stdout=StringIO())
    named = str(raised.value).partition(": ")[2].split(", ")
    assert sorted(named) == sorted(entry.id for entry in lines().values() if entry.is_crisis)
    assert raised.value.returncode == 1


def test_the_command_warns_of_other_lines_that_are_old():
    errors = StringIO()
    with pytest.raises(CommandError):
        call_command("help_lines", on=latest_check() + timedelta(days=181), stdout=StringIO(), stderr=errors)
    named = errors.getvalue().strip().partition(": ")[2].split(", ")
    assert sorted(named) == sorted(entry.id for entry in lines().values() if not entry.is_crisis)


def test_the_command_reads_the_day_from_its_line():
    out = StringIO()
    call_command("help_lines", "--on", "2026-11-22", stdout=out)
    assert "0 days" in out.getvalue()
