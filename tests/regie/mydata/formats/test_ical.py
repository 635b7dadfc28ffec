"""A calendar of whole days that other programs read."""

from datetime import date

import icalendar

from regie.mydata.formats.ical import DayEvent, write

TEA = DayEvent("1@regie", date(2026, 12, 31), "Thee, met koek; en ü" + "ü" * 60, "Regel een\nRegel twee")
BIRTHDAY = DayEvent("2@regie", date(2024, 2, 29), "Verjaardag", is_yearly=True)


def events_in(octets: bytes) -> list:
    return list(icalendar.Calendar.from_ical(octets).walk("VEVENT"))


def test_a_library_reads_the_same_day_and_words():
    tea, birthday = events_in(b"".join(write([TEA, BIRTHDAY], "Regie")))
    assert tea["SUMMARY"] == TEA.title
    assert tea["DESCRIPTION"] == TEA.note
    assert (tea.decoded("DTSTART"), tea.decoded("DTEND")) == (date(2026, 12, 31), date(2027, 1, 1))
    assert birthday["RRULE"] == {"FREQ": ["YEARLY"], "BYMONTH": [2], "BYMONTHDAY": [-1]}


def test_each_line_keeps_the_rules():
    octets = b"".join(write([TEA], "Regie"))
    lines = octets.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert octets.endswith(b"END:VCALENDAR\r\n")
    assert max(len(line) for line in lines) <= 75
    assert b"\n" not in octets.replace(b"\r\n", b"")


def test_the_same_days_give_the_same_bytes():
    assert list(write([TEA, BIRTHDAY], "Regie")) == list(write([TEA, BIRTHDAY], "Regie"))


def test_an_empty_calendar_is_still_one():
    assert events_in(b"".join(write([], "Regie"))) == []
