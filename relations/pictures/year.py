"""Twelve months of contact as dots in a table. No totals, and no month is held against another."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import sqrt

from relations.kinds import Kind

NOTHING = 1  # radius of the dot of a month without contact
SMALLEST, GROWTH = 2, 8
LEAST_SCALE = 10  # so that a quiet year is not drawn as a full one


@dataclass(frozen=True)
class Cell:
    """One month of one kind."""

    number: int
    r: float


@dataclass(frozen=True)
class Row:
    kind: Kind
    cells: list[Cell]


@dataclass(frozen=True)
class Year:
    """The table: twelve months (their first days, oldest first) and a row for each kind."""

    months: list[date]
    rows: list[Row]


def months_until(today: date) -> list[date]:
    """The first days of the twelve months that end with the month of ``today``."""
    last = today.year * 12 + today.month - 1
    return [date(month // 12, month % 12 + 1, 1) for month in range(last - 11, last + 1)]


def draw(counts: Mapping[tuple[date, str], int], today: date) -> Year:
    """The year up to ``today``; ``counts`` holds contact moments by first day of the month and kind."""
    months = months_until(today)
    scale = max(LEAST_SCALE, *counts.values(), 0)
    rows = [Row(kind, [_cell(counts.get((month, kind), 0), scale) for month in months]) for kind in Kind]
    return Year(months, rows)


def _cell(number: int, scale: int) -> Cell:
    return Cell(number, round(SMALLEST + GROWTH * sqrt(number / scale), 1) if number else NOTHING)
