"""Does giving cost a lot now? It counts moments where a person only gave and felt heavier."""

from collections.abc import Iterable
from datetime import date

WINDOW = 28  # days: day 28 counts, day 29 does not
TWICE = 2


def times_within(heavy_gifts: Iterable[date], today: date) -> int:
    """How many of these days lie in the last 28 days, today included and the future not."""
    return sum(0 <= (today - day).days <= WINDOW for day in heavy_gifts)


def giving_costs_a_lot(heavy_gifts: Iterable[date], today: date) -> bool:
    """Whether it happened twice in 28 days. ``heavy_gifts``: days on which only giving felt heavier."""
    return times_within(heavy_gifts, today) >= TWICE
