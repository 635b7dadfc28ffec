"""Good moments open softly, never late, and stay quiet when asked."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations.kinds import Rhythm
from relations.rules.rhythm import (
    Appointment,
    Silence,
    good_from,
    is_good_moment,
    is_paused,
    not_now_until,
    opens_on,
)

DAY = date(2026, 3, 1)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
rhythms = st.sampled_from(Rhythm.values)
appointments = st.builds(Appointment, week=st.integers(0, 5), weekday=st.integers(0, 6))


def ago(days: int) -> date:
    return DAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("rhythm_days", "days_silent", "is_ready"),
    [
        pytest.param(7, 5, False, id="week-one-day-early"),
        pytest.param(7, 6, True, id="week-on-the-day"),
        pytest.param(14, 10, False, id="two-weeks-one-day-early"),
        pytest.param(14, 11, True, id="two-weeks-on-the-day"),
        pytest.param(30, 22, False, id="month-one-day-early"),
        pytest.param(30, 23, True, id="month-on-the-day"),
        pytest.param(182, 136, False, id="half-year-one-day-early"),
        pytest.param(182, 137, True, id="half-year-on-the-day"),
        pytest.param(7, 5000, True, id="after-years-it-is-simply-a-good-moment"),
    ],
)
def test_a_good_moment_opens_a_quarter_early(rhythm_days, days_silent, is_ready):
    silence = Silence(added_on=ago(6000), last_contact_on=ago(days_silent), rhythm_days=rhythm_days)
    assert is_good_moment(silence, DAY) is is_ready


def test_who_was_never_contacted_counts_from_the_day_added():
    assert not is_good_moment(Silence(added_on=ago(5), rhythm_days=7), DAY)
    assert is_good_moment(Silence(added_on=ago(6), rhythm_days=7), DAY)


def test_without_a_rhythm_nothing_is_proposed():
    assert not is_good_moment(Silence(added_on=ago(5000)), DAY)


@pytest.mark.parametrize(
    ("rhythm_days", "lasts"), [(7, 3), (14, 3), (30, 7), (91, 22), (182, 45)], ids=lambda value: str(value)
)
def test_not_now_lasts_a_quarter_and_at_least_three_days(rhythm_days, lasts):
    until = not_now_until(DAY, rhythm_days)
    assert (until - DAY).days == lasts
    silence = Silence(added_on=ago(400), rhythm_days=rhythm_days, quiet_until=until)
    assert not is_good_moment(silence, until - timedelta(days=1))
    assert is_good_moment(silence, until)


def test_no_answer_quiets_one_rhythm():
    silence = Silence(added_on=ago(400), last_no_answer_on=ago(0), rhythm_days=14)
    assert not is_good_moment(silence, DAY + timedelta(days=13))
    assert is_good_moment(silence, DAY + timedelta(days=14))


def test_a_pause_is_quiet_up_to_and_with_its_last_day():
    pauses = ((ago(3), ago(1)),)
    assert [is_paused(pauses, ago(n)) for n in (4, 3, 1, 0)] == [False, True, True, False]
    assert is_paused(((ago(3), None),), DAY + timedelta(days=5000))
    assert not is_good_moment(Silence(added_on=ago(400), rhythm_days=7, pauses=((ago(1), None),)), DAY)


@pytest.mark.parametrize(
    ("week", "weekday", "expected"),
    [
        pytest.param(0, 0, [date(2026, 3, 2), date(2026, 3, 9)], id="each Monday"),
        pytest.param(1, 5, [date(2026, 3, 7), date(2026, 4, 4)], id="every first Saturday"),
        pytest.param(1, 6, [date(2026, 3, 1), date(2026, 4, 5)], id="the first Sunday is today"),
        pytest.param(4, 6, [date(2026, 3, 22), date(2026, 4, 26)], id="every fourth Sunday"),
        pytest.param(5, 1, [date(2026, 3, 31), date(2026, 4, 28)], id="every last Tuesday, the fifth or the fourth"),
    ],
)
def test_a_fixed_appointment_falls_where_people_expect_it(week, weekday, expected):
    turn = Appointment(week, weekday)
    first = turn.next_on(DAY)
    assert [first, turn.next_on(first + timedelta(days=1))] == expected


def test_the_choir_is_proposed_on_its_eve_and_its_day_until_it_was_noted():
    choir = Appointment(week=0, weekday=0)
    silence = Silence(added_on=ago(400), appointment=choir)
    ready = [is_good_moment(silence, date(2026, 3, day)) for day in range(1, 9)]
    assert ready == [True, True, False, False, False, False, False, True]
    noted = Silence(added_on=ago(400), appointment=choir, last_contact_on=date(2026, 3, 2))
    assert not is_good_moment(noted, date(2026, 3, 2))
    assert is_good_moment(noted, date(2026, 3, 8))


@given(days, rhythms, st.integers(0, 400))
def test_a_good_moment_never_closes_by_waiting(since, rhythm_days, silent):
    silence = Silence(added_on=since, rhythm_days=rhythm_days)
    today = since + timedelta(days=silent)
    if is_good_moment(silence, today):
        assert is_good_moment(silence, today + timedelta(days=1))


@given(days, rhythms)
def test_the_band_opens_within_the_rhythm_and_never_before_three_quarters(since, rhythm_days):
    opened = (good_from(since, rhythm_days) - since).days
    assert 0.75 * rhythm_days <= opened <= rhythm_days


@given(appointments, days)
def test_each_appointment_comes_again_within_nine_weeks(turn, day):
    coming = turn.next_on(day)
    assert day <= coming < day + timedelta(days=63)
    assert turn.falls_on(coming)
    assert coming.weekday() == turn.weekday


@given(appointments, days, st.integers(0, 60))
def test_contact_moves_the_next_good_moment_on(turn, day, since):
    silence = Silence(added_on=day - timedelta(days=400), appointment=turn)
    opens = opens_on(silence, day)
    noted = Silence(added_on=silence.added_on, appointment=turn, last_contact_on=max(opens, day))
    assert opens_on(noted, day) > opens
