"""The plan for the hard moment is there two hours before."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from relations.rules.hard_moment import is_near

SUNDAY, MONDAY = 6, 0


def at(month, day, hour, minute=0):
    """A local time in November 2026."""
    return datetime(2026, month, day, hour, minute, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.mark.parametrize(
    ("now", "shown"),
    [
        pytest.param(at(11, 22, 12, 59), False, id="just-before"),
        pytest.param(at(11, 22, 13, 0), True, id="two-hours-before"),
        pytest.param(at(11, 22, 15, 30), True, id="in-the-hour"),
        pytest.param(at(11, 22, 17, 59), True, id="still-near"),
        pytest.param(at(11, 22, 18, 0), False, id="past"),
        pytest.param(at(11, 21, 15, 30), False, id="another-day"),
    ],
)
def test_sunday_at_three(now, shown):
    assert is_near(SUNDAY, 15, now) is shown


@pytest.mark.parametrize(
    ("weekday", "hour", "now"),
    [
        pytest.param(MONDAY, 1, at(11, 22, 23, 30), id="the-evening-before"),
        pytest.param(SUNDAY, 23, at(11, 23, 0, 30), id="the-night-after"),
    ],
)
def test_midnight_is_no_border(weekday, hour, now):
    assert is_near(weekday, hour, now)
