"""Which lines stand in which group of a help page."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override

from regie.help.library import line, lines_of
from regie.help.page import HelpPage, Shown
from regie.help.records import Country

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))  # a Monday
NIGHT = datetime(2026, 11, 23, 4, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


def ids(entries):
    """The ids of lines or shown lines, in order, in one text."""
    return " ".join(getattr(entry, "line", entry).id for entry in entries)


@pytest.mark.parametrize(
    ("country", "at", "now", "later"),
    [
        pytest.param(
            "nl",
            NOON,
            "nl-luisterlijn nl-veiligthuis nl-csg nl-kindertelefoon nl-mind nl-politie",
            "nl-injebol",
            id="nl-noon",
        ),
        pytest.param(
            "nl",
            NIGHT,
            "nl-luisterlijn nl-veiligthuis nl-csg nl-politie",
            "nl-kindertelefoon nl-injebol nl-mind",
            id="nl-night",
        ),
        pytest.param("be", NOON, "be-106 be-1712", "be-102", id="be-noon"),
        pytest.param("be", NIGHT, "be-106", "be-1712 be-102", id="be-night"),
        pytest.param(
            "en", NIGHT, "en-be-chs en-nl-luister nl-veiligthuis", "nl-kindertelefoon be-1712 be-102", id="en-night"
        ),
    ],
)
def test_what_is_open_now_stands_before_what_opens_later(country, at, now, later):
    page = HelpPage(Country(country), at)
    assert (ids(page.open_now), ids(page.open_later)) == (now, later)


@pytest.mark.parametrize(
    ("country", "emergency", "suicide"),
    [("nl", "nl-112", "nl-113"), ("be", "be-112 be-101", "be-1813"), ("en", "en-eu", "en-nl-113 be-1813")],
)
def test_danger_and_thoughts_of_suicide_stand_on_top(country, emergency, suicide):
    page = HelpPage(Country(country), NOON)
    assert (ids(page.emergency), ids(page.suicide)) == (emergency, suicide)


@pytest.mark.parametrize(("country", "first"), [("nl", "nl-huisarts"), ("be", "be-huisarts"), ("en", "en-gp")])
def test_longer_help_begins_with_the_gp(country, first):
    assert HelpPage(Country(country), NOON).for_longer[0].line.id == first


@pytest.mark.parametrize("country", Country)
@pytest.mark.parametrize("at", [NOON, NIGHT, None])
def test_every_line_of_a_country_is_shown_once(country, at):
    page = HelpPage(country, at)
    groups = [page.emergency, page.suicide, page.with_hours, page.with_own_times, page.for_longer]
    shown = " ".join(ids(group) for group in groups).split()
    assert sorted(shown) == sorted(entry.id for entry in lines_of(country))


@pytest.mark.parametrize(
    ("id", "at", "language", "facts"),
    [
        ("nl-kindertelefoon", NOON, "nl", "Nu open, tot 21 uur|Gratis en anoniem|8 tot en met 18 jaar"),
        ("nl-kindertelefoon", NOON, "en", "Open now, until 9 pm|Free and anonymous|Ages 8 to 18|Dutch"),
        ("nl-kindertelefoon", None, "nl", "Elke dag van 11 tot 21 uur|Gratis en anoniem|8 tot en met 18 jaar"),
        (
            "be-1712",
            NIGHT,
            "nl",
            "Telefoon: vandaag weer open, om 9 uur|Deze tijden kunnen anders zijn|Gratis. Staat niet op je rekening",
        ),
        ("nl-113", NOON, "nl", "Dag en nacht open|Gratis|Nederlands, Engels"),
        ("en-be-chs", NOON, "en", "Open day and night|Anonymous"),
    ],
)
def test_a_line_tells_hours_doubt_cost_age_and_languages(id, at, language, facts):
    with override(language):
        assert Shown(line(id), at).facts == facts.split("|")


@pytest.mark.parametrize(
    ("id", "at", "week"),
    [
        pytest.param("nl-kindertelefoon", NOON, "Elke dag van 11 tot 21 uur", id="tells-of-now"),
        pytest.param("nl-kindertelefoon", None, "", id="has-told-the-week"),
        pytest.param("nl-luisterlijn", NOON, "", id="day-and-night"),
        pytest.param("nl-huisarts", NOON, "", id="in-its-own-words"),
        pytest.param("nl-creatiefleven", NOON, "", id="no-hours"),
    ],
)
def test_on_paper_a_line_that_tells_of_now_tells_its_week_too(id, at, week):
    assert Shown(line(id), at).week == week


def test_a_stored_page_knows_no_clock():
    assert [Shown(line(id), None).is_open for id in ("nl-luisterlijn", "nl-kindertelefoon")] == [True, False]


def test_a_page_shows_the_oldest_check_of_its_lines():
    assert HelpPage(Country.BE, NOON).checked_on == min(entry.checked_on for entry in lines_of("be"))
