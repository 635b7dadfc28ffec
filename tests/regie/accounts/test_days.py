"""Which day it is where a person lives."""

from datetime import UTC, date, datetime

import pytest

from regie.accounts.days import day_for
from regie.accounts.models import User


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        pytest.param("Europe/Amsterdam", date(2026, 3, 2), id="already-tomorrow"),
        pytest.param("America/New_York", date(2026, 3, 1), id="still-today"),
    ],
)
def test_midnight_falls_where_the_person_lives(zone, day):
    assert day_for(User(time_zone=zone), datetime(2026, 3, 1, 23, 30, tzinfo=UTC)) == day


@pytest.mark.parametrize(
    ("now", "day"),
    [
        pytest.param(datetime(2026, 3, 29, 21, 59, tzinfo=UTC), date(2026, 3, 29), id="summer-time-before-midnight"),
        pytest.param(datetime(2026, 3, 29, 22, 0, tzinfo=UTC), date(2026, 3, 30), id="summer-time-midnight"),
        pytest.param(datetime(2026, 10, 25, 22, 30, tzinfo=UTC), date(2026, 10, 25), id="winter-time-again"),
    ],
)
def test_the_clock_change_moves_midnight(now, day):
    assert day_for(User(time_zone="Europe/Amsterdam"), now) == day
