"""Days that come back each year."""

from datetime import date

import pytest

from relations.rules.anniversaries import is_soon, next_on


@pytest.mark.parametrize(
    ("month", "day", "today", "expected"),
    [
        pytest.param(3, 14, date(2026, 3, 14), date(2026, 3, 14), id="today"),
        pytest.param(3, 14, date(2026, 3, 15), date(2027, 3, 14), id="it was yesterday"),
        pytest.param(1, 1, date(2026, 12, 31), date(2027, 1, 1), id="over the year's end"),
        pytest.param(2, 29, date(2026, 1, 1), date(2026, 2, 28), id="29 February in an ordinary year"),
        pytest.param(2, 29, date(2026, 3, 1), date(2027, 2, 28), id="and the year after it"),
        pytest.param(2, 29, date(2028, 2, 1), date(2028, 2, 29), id="29 February in a leap year"),
    ],
)
def test_the_next_time_is_found(month, day, today, expected):
    assert next_on(month, day, today) == expected


def test_soon_is_a_week():
    assert is_soon(3, 14, date(2026, 3, 7))
    assert not is_soon(3, 14, date(2026, 3, 6))
