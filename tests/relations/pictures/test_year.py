"""Twelve months: the months, the sizes of the dots, and no more."""

from datetime import date

import pytest

from relations.kinds import Kind
from relations.pictures.year import draw, months_until

NOVEMBER = date(2026, 11, 1)


def sizes(counts, today=date(2026, 11, 22)):
    """The radii of November's dots, by kind."""
    return [row.cells[-1].r for row in draw(counts, today).rows]


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 11, 22), date(2025, 12, 1), date(2026, 11, 1)),
        (date(2026, 12, 31), date(2026, 1, 1), date(2026, 12, 1)),
        (date(2024, 2, 29), date(2023, 3, 1), date(2024, 2, 1)),
    ],
)
def test_the_year_ends_with_this_month(today, first, last):
    months = months_until(today)
    assert (len(months), months[0], months[-1]) == (12, first, last)


def test_a_month_without_contact_is_a_point():
    assert sizes({}) == [1, 1, 1]


def test_a_quiet_year_is_drawn_on_a_scale_of_ten():
    assert sizes({(NOVEMBER, Kind.INTIMATE): 2, (NOVEMBER, Kind.FRIENDSHIP): 10}) == [5.6, 10, 1]


def test_the_largest_month_fills_its_cell():
    assert sizes({(NOVEMBER, Kind.INTIMATE): 40, (NOVEMBER, Kind.COMMUNITY): 10}) == [10, 1, 6]


def test_the_number_stands_beside_the_dot():
    year = draw({(NOVEMBER, Kind.FRIENDSHIP): 3}, date(2026, 11, 22))
    assert [cell.number for cell in year.rows[1].cells] == [0] * 11 + [3]


def test_what_lies_before_the_year_is_left_out():
    assert sizes({(date(2020, 1, 1), Kind.INTIMATE): 3}) == [1, 1, 1]
