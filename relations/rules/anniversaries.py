"""Days that come back each year, shown only when a person asked for them."""

from calendar import isleap
from datetime import date

SOON = 7  # days


def in_year(month: int, day: int, year: int) -> date:
    """That day in ``year``; 29 February is the 28th where there is none."""
    if (month, day) == (2, 29) and not isleap(year):
        day = 28
    return date(year, month, day)


def next_on(month: int, day: int, today: date) -> date:
    """The first time that this day comes, today included."""
    coming = in_year(month, day, today.year)
    return coming if coming >= today else in_year(month, day, today.year + 1)


def is_soon(month: int, day: int, today: date) -> bool:
    """Whether it comes within a week."""
    return (next_on(month, day, today) - today).days <= SOON
