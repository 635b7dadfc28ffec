"""When a line is open, at the edges of the day, the week, the year and summer time."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regie.help.hours import closes_at_minute, easter_sunday, holidays, is_open, opens_at, read_hours

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ALWAYS = read_hours(["always"], "Europe/Amsterdam")
EVERY_DAY = read_hours(["mon-sun 11:00-21:00"], "Europe/Amsterdam")
OFFICE = read_hours(["mon-fri 09:00-17:00"], "Europe/Brussels", "be")
AFTERNOONS = read_hours(["mon,tue,thu,fri 16:00-22:00", "wed,sat 14:00-22:00"], "Europe/Brussels", "be")
NIGHT = read_hours(["sun 01:00-04:00"], "Europe/Amsterdam")
SUNDAYS = read_hours(["sun 10:00-12:00"], "Europe/Amsterdam", "nl")


def at(text, zone=AMSTERDAM):
    """A moment on the wall clock of a zone."""
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("hours", "moment", "is_open_then"),
    [
        pytest.param(ALWAYS, "2026-12-25 03:00", True, id="always-at-christmas-night"),
        pytest.param(EVERY_DAY, "2026-11-22 10:59", False, id="a-minute-early"),
        pytest.param(EVERY_DAY, "2026-11-22 11:00", True, id="at-opening"),
        pytest.param(EVERY_DAY, "2026-11-22 20:59", True, id="the-last-minute"),
        pytest.param(EVERY_DAY, "2026-11-22 21:00", False, id="at-closing"),
        pytest.param(OFFICE, "2026-11-20 16:59", True, id="friday-before-closing"),
        pytest.param(OFFICE, "2026-11-21 12:00", False, id="saturday"),
        pytest.param(OFFICE, "2026-11-11 12:00", False, id="belgian-holiday-on-a-wednesday"),
        pytest.param(OFFICE, "2026-07-21 12:00", False, id="belgian-national-day"),
        pytest.param(OFFICE, "2026-04-27 12:00", True, id="kings-day-is-dutch-only"),
        pytest.param(AFTERNOONS, "2026-11-25 14:00", True, id="wednesday-from-two"),
        pytest.param(AFTERNOONS, "2026-11-24 14:00", False, id="tuesday-from-four"),
        pytest.param(AFTERNOONS, "2026-11-22 18:00", False, id="not-on-sunday"),
    ],
)
def test_a_line_is_open_when_its_hours_say_so(hours, moment, is_open_then):
    assert is_open(hours, at(moment)) is is_open_then


@pytest.mark.parametrize(
    ("hours", "moment", "opening"),
    [
        pytest.param(EVERY_DAY, "2026-11-22 08:00", "2026-11-22 11:00", id="today"),
        pytest.param(EVERY_DAY, "2026-11-22 21:00", "2026-11-23 11:00", id="tomorrow"),
        pytest.param(OFFICE, "2026-11-20 17:00", "2026-11-23 09:00", id="over-the-weekend"),
        pytest.param(OFFICE, "2026-12-24 18:00", "2026-12-28 09:00", id="christmas-then-a-weekend"),
        pytest.param(OFFICE, "2026-12-31 18:00", "2027-01-04 09:00", id="over-the-new-year"),
        pytest.param(AFTERNOONS, "2026-11-21 23:00", "2026-11-23 16:00", id="saturday-night"),
        pytest.param(NIGHT, "2026-03-28 12:00", "2026-03-29 01:00", id="before-summer-time"),
        pytest.param(SUNDAYS, "2022-12-18 13:00", "2023-01-08 10:00", id="two-sundays-that-are-holidays"),
    ],
)
def test_the_next_opening_is_the_first_one_after_now(hours, moment, opening):
    assert opens_at(hours, at(moment)) == at(opening)


@pytest.mark.parametrize(
    ("moment", "is_open_then"),
    [
        pytest.param(datetime(2026, 3, 29, 0, 59, tzinfo=UTC), True, id="summer-time-begins-01:59"),
        pytest.param(datetime(2026, 3, 29, 1, 0, tzinfo=UTC), True, id="one-minute-later-it-is-03:00"),
        pytest.param(datetime(2026, 3, 29, 2, 0, tzinfo=UTC), False, id="04:00-summer-time"),
        pytest.param(datetime(2026, 10, 25, 0, 30, tzinfo=UTC), True, id="02:30-the-first-time"),
        pytest.param(datetime(2026, 10, 25, 1, 30, tzinfo=UTC), True, id="02:30-the-second-time"),
        pytest.param(datetime(2026, 10, 25, 3, 0, tzinfo=UTC), False, id="04:00-winter-time"),
    ],
)
def test_a_change_of_the_clock_follows_the_wall(moment, is_open_then):
    assert is_open(NIGHT, moment) is is_open_then


def test_a_caller_elsewhere_gets_the_lines_own_time():
    assert is_open(EVERY_DAY, at("2026-11-22 05:30", ZoneInfo("America/New_York"))) is True


def test_the_end_of_the_present_span_is_told():
    assert closes_at_minute(EVERY_DAY, at("2026-11-22 12:00")) == 21 * 60
    assert closes_at_minute(EVERY_DAY, at("2026-11-22 22:00")) is None


@pytest.mark.parametrize(
    ("year", "easter"), [(2024, date(2024, 3, 31)), (2026, date(2026, 4, 5)), (2038, date(2038, 4, 25))]
)
def test_easter_falls_where_the_calendar_has_it(year, easter):
    assert easter_sunday(year) == easter


def test_dutch_holidays_of_a_year_are_these():
    days = "01-01 04-05 04-06 04-27 05-14 05-24 05-25 12-25 12-26"
    assert holidays("nl", 2026) == {date.fromisoformat(f"2026-{day}") for day in days.split()}


def test_belgian_holidays_of_a_year_are_these():
    days = "01-01 04-05 04-06 05-01 05-14 05-24 05-25 07-21 08-15 11-01 11-11 12-25"
    assert holidays("be", 2026) == {date.fromisoformat(f"2026-{day}") for day in days.split()}


def test_kings_day_moves_from_a_sunday_to_the_saturday():
    assert date(2025, 4, 26) in holidays("nl", 2025)
    assert date(2025, 4, 27) not in holidays("nl", 2025)


def test_no_country_has_no_holidays():
    assert holidays("", 2026) == frozenset()


@pytest.mark.parametrize(
    "text",
    ["mon-fri", "9-17", "mon-fri 17:00-09:00", "mon-fri 09:00-25:00", "maandag 09:00-17:00", "fri-mon 09:00-17:00"],
)
def test_hours_that_cannot_be_read_say_so(text):
    with pytest.raises(ValueError, match=text):
        read_hours([text], "Europe/Amsterdam")


def test_hours_without_any_span_are_no_hours():
    with pytest.raises(ValueError, match="never opens"):
        read_hours([], "Europe/Amsterdam")


moments = st.datetimes(datetime(2025, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis
weeks = st.sampled_from([EVERY_DAY, OFFICE, AFTERNOONS, NIGHT, SUNDAYS])


@given(weeks, moments)
def test_a_line_is_open_at_its_next_opening_and_not_just_before(hours, moment):
    opening = opens_at(hours, moment)
    assert opening > moment
    assert is_open(hours, opening)
    assert not is_open(hours, opening - timedelta(minutes=1))


@given(weeks, moments, st.integers(0, 23 * 24 * 60))
def test_a_closed_line_stays_closed_until_its_next_opening(hours, moment, minutes):
    later = moment + timedelta(minutes=minutes)
    if not is_open(hours, moment) and later < opens_at(hours, moment):
        assert not is_open(hours, later)


@given(moments)
def test_a_line_for_day_and_night_is_open_at_any_moment(moment):
    assert is_open(ALWAYS, moment)
    assert ALWAYS.is_always
