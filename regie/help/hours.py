"""When a help line can be reached: pure, told in the line's own time zone.

A line's hours are spans of the week on its own wall clock, so a change to or from summer time needs no care of its
own. Whoever calls gives the moment; nothing here reads a clock.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WHOLE_DAY = 24 * 60
DAYS_AHEAD = 22  # a line of one day a week, two of which are holidays, opens within this


@dataclass(frozen=True)
class Span:
    """One stretch of the day on some days of the week (Monday is 0), in minutes since midnight."""

    days: tuple[int, ...]
    opens: int
    closes: int


@dataclass(frozen=True)
class Hours:
    """The spans of a line, its time zone, and the country whose public holidays it closes on (empty: none)."""

    spans: tuple[Span, ...]
    time_zone: str
    closed_on_holidays_of: str = ""

    @property
    def is_always(self) -> bool:
        """True for a line that is open day and night, holidays too."""
        whole = {day for span in self.spans if span.closes - span.opens == WHOLE_DAY for day in span.days}
        return len(whole) == len(DAYS) and not self.closed_on_holidays_of

    def on(self, day: date) -> list[Span]:
        """The spans of one calendar day, earliest first."""
        if day in holidays(self.closed_on_holidays_of, day.year):
            return []
        return sorted((span for span in self.spans if day.weekday() in span.days), key=lambda span: span.opens)


def read_hours(texts: Iterable[str], time_zone: str, closed_on_holidays_of: str = "") -> Hours:
    """Hours from texts like ``mon-fri 09:00-21:00``; ``ValueError`` says what is wrong."""
    spans = tuple(_read_span(text) for text in texts)
    if not spans:
        raise ValueError("a line without any hours never opens")
    return Hours(spans, ZoneInfo(time_zone).key, closed_on_holidays_of)


def is_open(hours: Hours, at: datetime) -> bool:
    """Whether someone answers at this moment."""
    return _span_at(hours, at) is not None


def opens_at(hours: Hours, at: datetime) -> datetime:
    """The first opening after ``at``, in the line's time zone."""
    here = at.astimezone(ZoneInfo(hours.time_zone))
    for days in range(DAYS_AHEAD):
        day = here.date() + timedelta(days=days)
        for span in hours.on(day):
            if days or span.opens > _minute(here):
                return datetime.combine(day, time(*divmod(span.opens, 60)), here.tzinfo)
    raise ValueError(f"these hours have no opening in {DAYS_AHEAD} days: {hours}")


def closes_at_minute(hours: Hours, at: datetime) -> int | None:
    """The minute of the day at which the present span ends; None when the line is closed now."""
    span = _span_at(hours, at)
    return span.closes if span else None


def _span_at(hours: Hours, at: datetime) -> Span | None:
    here = at.astimezone(ZoneInfo(hours.time_zone))
    return next((span for span in hours.on(here.date()) if span.opens <= _minute(here) < span.closes), None)


def _minute(at: datetime) -> int:
    return at.hour * 60 + at.minute


def _read_span(text: str) -> Span:
    """``mon-fri 09:00-21:00``, ``wed,sat 14:00-22:00`` or ``always``."""
    if text == "always":
        return Span(tuple(range(7)), 0, WHOLE_DAY)
    try:
        days, times = text.split(" ")
        opens, closes = (_read_minute(part) for part in times.split("-"))
        span = Span(tuple(day for part in days.split(",") for day in _read_days(part)), opens, closes)
    except ValueError:
        raise ValueError(f"{text!r} is not like 'mon-fri 09:00-21:00'") from None
    if span.opens >= span.closes or span.closes > WHOLE_DAY or not span.days:
        raise ValueError(f"{text!r} ends before it begins")
    return span


def _read_days(text: str) -> range:
    first, _, last = text.partition("-")
    return range(DAYS.index(first), DAYS.index(last or first) + 1)


def _read_minute(text: str) -> int:
    hour, minute = text.split(":")
    return int(hour) * 60 + int(minute)


@cache
def holidays(country: str, year: int) -> frozenset[date]:
    """The public holidays of ``nl`` or ``be``; none for an empty country.

    Dutch: without Good Friday and without 5 May, on which most work goes on. Belgian: the ten legal holidays, Easter
    and Whit Sunday.
    """
    easter = easter_sunday(year)
    moving = {easter + timedelta(days=days) for days in (0, 1, 39, 49, 50)}
    fixed = {"nl": ((1, 1), (12, 25), (12, 26)), "be": ((1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25))}
    if country not in fixed:
        return frozenset()
    days = moving | {date(year, month, day) for month, day in fixed[country]}
    return frozenset(days | {_kings_day(year)} if country == "nl" else days)


def _kings_day(year: int) -> date:
    """27 April, or the Saturday before when that is a Sunday."""
    day = date(year, 4, 27)
    return day - timedelta(days=1) if day.weekday() == DAYS.index("sun") else day


def easter_sunday(year: int) -> date:
    """Easter in the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)
