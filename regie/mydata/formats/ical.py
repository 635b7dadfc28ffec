"""iCalendar out (RFC 5545): days, never hours, so that no time zone is needed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from regie.mydata.formats.content_lines import content_line, text_line

MEDIA_TYPE = "text/calendar"


@dataclass(frozen=True)
class DayEvent:
    """Something on one whole day, or on that day of each year."""

    uid: str
    day: date
    title: str
    note: str = ""
    is_yearly: bool = False


def write(events: Iterable[DayEvent], name: str) -> Iterator[bytes]:
    """A calendar called ``name``, event by event. The same events give the same bytes."""
    yield content_line("BEGIN", "VCALENDAR")
    yield content_line("VERSION", "2.0")
    yield content_line("PRODID", "-//Regie//NL")
    yield content_line("CALSCALE", "GREGORIAN")
    yield content_line("METHOD", "PUBLISH")
    yield text_line("X-WR-CALNAME", name)
    for event in events:
        yield b"".join(event_lines(event))
    yield content_line("END", "VCALENDAR")


def event_lines(event: DayEvent) -> Iterator[bytes]:
    """One event. Its end is the next day (it does not belong to it), and it leaves the day free for others."""
    yield content_line("BEGIN", "VEVENT")
    yield text_line("UID", event.uid)
    yield content_line("DTSTAMP", f"{event.day:%Y%m%d}T000000Z")  # no clock: else each fetch would differ
    yield content_line("DTSTART;VALUE=DATE", f"{event.day:%Y%m%d}")
    yield content_line("DTEND;VALUE=DATE", f"{event.day + timedelta(days=1):%Y%m%d}")
    if event.is_yearly:
        yield content_line("RRULE", yearly(event.day))
    yield text_line("SUMMARY", event.title)
    if event.note:
        yield text_line("DESCRIPTION", event.note)
    yield content_line("TRANSP", "TRANSPARENT")
    yield content_line("END", "VEVENT")


def yearly(day: date) -> str:
    """The same day each year; 29 February is the last day of February in the years between."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" if is_leap_day else "FREQ=YEARLY"
