"""Hours as a person says them."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from regie.help.hours import read_hours
from regie.help.hours_in_words import now_in_words, time_in_words, week_in_words

ALWAYS = read_hours(["always"], "Europe/Amsterdam")
OFFICE = read_hours(["mon-fri 09:00-21:00"], "Europe/Amsterdam", "nl")
AWEL = read_hours(["mon,tue,thu,fri 16:00-22:00", "wed,sat 14:00-22:00"], "Europe/Brussels")


@pytest.mark.parametrize(
    ("moment", "dutch", "english"),
    [
        pytest.param("2026-11-23 12:00", "Nu open, tot 21 uur", "Open now, until 9 pm", id="open"),
        pytest.param("2026-11-23 08:00", "Vandaag weer open, om 9 uur", "Opens again today, at 9 am", id="today"),
        pytest.param("2026-11-22 18:00", "Morgen weer open, om 9 uur", "Opens again tomorrow, at 9 am", id="tomorrow"),
        pytest.param("2026-11-20 21:00", "Maandag weer open, om 9 uur", "Opens again on Monday, at 9 am", id="weekday"),
        pytest.param(
            "2026-12-31 21:00", "Maandag weer open, om 9 uur", "Opens again on Monday, at 9 am", id="new-year"
        ),
    ],
)
def test_a_line_says_what_holds_now(moment, dutch, english):
    at = datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo("Europe/Amsterdam"))
    assert (now_in_words(OFFICE, at, "nl"), now_in_words(OFFICE, at, "en")) == (dutch, english)


def test_an_opening_more_than_a_week_away_names_the_date():
    sundays = read_hours(["sun 10:00-12:00"], "Europe/Amsterdam", "nl")
    at = datetime(2026, 3, 29, 13, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))  # the Sunday after it is Easter
    assert now_in_words(sundays, at, "nl") == "Op 12 april weer open, om 10 uur"
    assert now_in_words(sundays, at, "en") == "Opens again on 12 April, at 10 am"


def test_a_line_for_day_and_night_says_only_that():
    at = datetime(2026, 11, 22, 4, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
    assert now_in_words(ALWAYS, at, "nl") == week_in_words(ALWAYS, "nl") == "Dag en nacht open"
    assert now_in_words(ALWAYS, at, "en") == week_in_words(ALWAYS, "en") == "Open day and night"


@pytest.mark.parametrize(
    ("hours", "dutch", "english"),
    [
        pytest.param(
            OFFICE,
            "Maandag tot en met vrijdag van 9 tot 21 uur, niet op feestdagen",
            "Monday to Friday from 9 am to 9 pm, not on public holidays",
            id="days-in-a-row",
        ),
        pytest.param(
            AWEL,
            "Maandag, dinsdag, donderdag en vrijdag van 16 tot 22 uur, woensdag en zaterdag van 14 tot 22 uur",
            "Monday, Tuesday, Thursday and Friday from 4 pm to 10 pm, Wednesday and Saturday from 2 pm to 10 pm",
            id="days-apart",
        ),
        pytest.param(
            read_hours(["mon-sun 11:00-21:30"], "Europe/Amsterdam"),
            "Elke dag van 11 tot 21.30 uur",
            "Every day from 11 am to 9.30 pm",
            id="every-day",
        ),
        pytest.param(
            read_hours(["sun 10:00-12:00"], "Europe/Amsterdam"),
            "Zondag van 10 tot 12 uur",
            "Sunday from 10 am to 12 pm",
            id="one-day",
        ),
    ],
)
def test_a_whole_week_reads_without_a_clock(hours, dutch, english):
    assert (week_in_words(hours, "nl"), week_in_words(hours, "en")) == (dutch, english)


@pytest.mark.parametrize(
    ("minute", "dutch", "english"),
    [(0, "0 uur", "12 am"), (9 * 60, "9 uur", "9 am"), (12 * 60, "12 uur", "12 pm"), (1440, "24 uur", "12 am")],
)
def test_a_time_of_day_reads_as_it_is_said(minute, dutch, english):
    assert (time_in_words(minute, "nl"), time_in_words(minute, "en")) == (dutch, english)
