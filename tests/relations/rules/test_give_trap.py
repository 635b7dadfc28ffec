"""The give-trap: twice in 28 days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations.rules.give_trap import giving_costs_a_lot, times_within

DAY = date(2026, 3, 1)


def ago(*days):
    return [DAY - timedelta(days=n) for n in days]


@pytest.mark.parametrize(
    ("days", "holds"),
    [
        pytest.param([], False, id="never"),
        pytest.param([0], False, id="once"),
        pytest.param([0, 0], True, id="twice today"),
        pytest.param([0, 28], True, id="day 28 counts"),
        pytest.param([0, 29], False, id="day 29 does not"),
        pytest.param([28, 28], True, id="both on day 28"),
        pytest.param([0, -1], False, id="tomorrow does not count"),
    ],
)
def test_twice_in_28_days(days, holds):
    assert giving_costs_a_lot(ago(*days), DAY) is holds


def test_once_is_known_too():
    assert times_within(ago(3, 40), DAY) == 1


@given(st.lists(st.integers(0, 60)), st.integers(0, 60))
def test_one_more_never_lifts_it(days, more):
    assert giving_costs_a_lot(ago(*days, more), DAY) or not giving_costs_a_lot(ago(*days), DAY)


@given(st.lists(st.integers(0, 60)))
def test_it_lets_go_by_itself_after_29_days(days):
    assert not giving_costs_a_lot(ago(*days), DAY + timedelta(days=29))
