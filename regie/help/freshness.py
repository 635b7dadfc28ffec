"""How old the check of each help line is. Values in, values out: the day is an argument."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from regie.help.records import Line

CRISIS_DAYS = 90  # a line that level 3 or 4 calls for
OTHER_DAYS = 180


class Freshness(StrEnum):
    """What the age of a check asks for."""

    FRESH = "fresh"
    OLD = "old"  # look again soon
    TOO_OLD = "too old"  # a crisis line: look again before anything else


@dataclass(frozen=True)
class Check:
    """One line and the age of its check in days."""

    line: Line
    days: int

    @property
    def freshness(self) -> Freshness:
        if self.days > CRISIS_DAYS and self.line.is_crisis:
            return Freshness.TOO_OLD
        return Freshness.OLD if self.days > OTHER_DAYS else Freshness.FRESH


def checks_of(lines: Iterable[Line], today: date) -> list[Check]:
    """All lines with the age of their check, the oldest first and crisis lines before others of the same age."""
    checks = [Check(line, (today - line.checked_on).days) for line in lines]
    return sorted(checks, key=lambda check: (-check.days, not check.line.is_crisis))
