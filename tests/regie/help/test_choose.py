"""The lines that a level and its flags call for."""

from datetime import datetime
from itertools import combinations
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assessment.safeguard import Flag, Level
from regie.help.choose import Choice, lines_for_standing
from regie.help.records import Country

SUNDAY = datetime(2026, 11, 22, 12, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
MONDAY = datetime(2026, 11, 23, 12, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
SUICIDALITY, UNSAFE, NO_GIVING = Flag.SUICIDALITY, Flag.UNSAFE, Flag.NO_GIVING
ALL_FLAGS = [frozenset(chosen) for size in range(4) for chosen in combinations(Flag, size)]


def ids(lines):
    """The lines' ids in order, in one text."""
    return " ".join(line.id for line in lines)


def test_where_tips_fit_no_line_is_pressed_upon_anyone():
    assert lines_for_standing(Level.TIPS, [], "nl", MONDAY) == Choice()


@pytest.mark.parametrize(
    ("country", "net"),
    [
        ("nl", "nl-luisterlijn nl-huisarts nl-creatiefleven"),
        ("be", "be-106 be-huisarts nl-eenzaamheidinfo"),
        ("en", "en-be-chs en-gp en-nl-access"),
    ],
)
def test_a_safety_net_is_three_lines(country, net):
    choice = lines_for_standing(Level.TIPS_WITH_SAFETY_NET, [], country, MONDAY)
    assert (ids(choice.first), ids(choice.then)) == ("", net)


@pytest.mark.parametrize(
    ("country", "at", "lines"),
    [
        pytest.param("nl", MONDAY, "nl-luisterlijn nl-huisarts nl-creatiefleven nl-eenzaamheidinfo", id="nl"),
        pytest.param("nl", SUNDAY, "nl-luisterlijn nl-huisarts nl-creatiefleven nl-eenzaamheidinfo", id="nl-closed"),
        pytest.param("be", MONDAY, "be-106 be-huisarts be-caw be-elp nl-eenzaamheidinfo", id="be"),
        pytest.param(
            "", MONDAY, "nl-luisterlijn nl-huisarts nl-creatiefleven nl-eenzaamheidinfo", id="unknown-country"
        ),
    ],
)
def test_help_first_is_someone_now_the_gp_and_help_that_fits(country, at, lines):
    assert ids(lines_for_standing(Level.HELP_FIRST, [NO_GIVING], country, at).then) == lines


def test_a_low_mood_brings_the_suicide_line_into_the_same_card():
    choice = lines_for_standing(Level.HELP_FIRST, [], "nl", MONDAY, mood_is_low=True)
    assert ids(choice.then) == "nl-luisterlijn nl-113 nl-huisarts nl-creatiefleven nl-eenzaamheidinfo"


@pytest.mark.parametrize(
    ("flags", "country", "at", "first", "elsewhere"),
    [
        pytest.param({SUICIDALITY}, "nl", SUNDAY, "nl-113 nl-112", "be-1813", id="nl-suicide"),
        pytest.param({UNSAFE}, "nl", SUNDAY, "nl-veiligthuis nl-112", "be-1712", id="nl-unsafe"),
        pytest.param({SUICIDALITY}, "be", SUNDAY, "be-1813 be-112 be-101", "nl-113", id="be-suicide"),
        pytest.param({UNSAFE}, "be", MONDAY, "be-1712 be-112 be-101", "nl-veiligthuis", id="be-unsafe-1712-open"),
        pytest.param({UNSAFE}, "be", SUNDAY, "be-112 be-101 be-1712", "nl-veiligthuis", id="be-unsafe-1712-closed"),
        pytest.param({SUICIDALITY, UNSAFE}, "nl", SUNDAY, "nl-113 nl-veiligthuis nl-112", "be-1813 be-1712", id="both"),
        pytest.param({SUICIDALITY}, "en", SUNDAY, "en-nl-113 be-1813 en-eu", "", id="en-holds-both-countries"),
        pytest.param(set(), "nl", SUNDAY, "nl-113 nl-veiligthuis nl-112", "be-1813 be-1712", id="no-flag-known"),
    ],
)
def test_talk_today_begins_with_the_line_of_the_flag(flags, country, at, first, elsewhere):
    choice = lines_for_standing(Level.TALK_TODAY, flags, country, at)
    assert (ids(choice.first), ids(choice.elsewhere)) == (first, elsewhere)
    assert set(choice.then) == set(lines_for_standing(Level.HELP_FIRST, flags, country, at).then)


@pytest.mark.parametrize(
    ("flags", "country", "first"),
    [
        pytest.param({SUICIDALITY}, "nl", "nl-113 nl-112", id="nl-suicide"),
        pytest.param({UNSAFE}, "nl", "nl-112 nl-veiligthuis", id="nl-danger"),
        pytest.param({UNSAFE}, "be", "be-112 be-101 be-1712", id="be-danger"),
        pytest.param({SUICIDALITY}, "be", "be-1813 be-112 be-101", id="be-suicide"),
        pytest.param({SUICIDALITY, UNSAFE, NO_GIVING}, "nl", "nl-113 nl-112 nl-veiligthuis", id="both"),
    ],
)
@pytest.mark.parametrize("at", [SUNDAY, MONDAY])
def test_help_now_has_the_same_order_at_any_hour(flags, country, first, at):
    assert ids(lines_for_standing(Level.HELP_NOW, flags, country, at).first) == first


levels = st.sampled_from(Level)
flag_sets = st.sampled_from(ALL_FLAGS)
known_moments = st.sampled_from([SUNDAY, MONDAY])


@given(levels, levels, flag_sets, flag_sets, st.booleans(), st.booleans(), st.sampled_from(Country), known_moments)
def test_more_reason_for_care_never_takes_a_line_away(level, other, flags, others, low, lower, country, at):
    lower_level, fewer = min(level, other), flags & others
    assume(lower_level < Level.TALK_TODAY or fewer & {SUICIDALITY, UNSAFE})  # a level this high comes with its flag
    less = lines_for_standing(lower_level, fewer, country, at, mood_is_low=low and lower)
    more = lines_for_standing(max(level, other), flags | others, country, at, mood_is_low=low or lower)
    assert set(less.lines) <= set(more.lines)


@given(levels.filter(lambda level: level >= Level.HELP_FIRST), flag_sets, st.sampled_from(Country), known_moments)
def test_from_help_first_on_the_first_line_is_open_now(level, flags, country, at):
    assert lines_for_standing(level, flags, country, at).lines[0].is_open(at)


@given(levels, flag_sets, st.sampled_from(Country), known_moments)
def test_no_line_is_shown_twice(level, flags, country, at):
    shown = lines_for_standing(level, flags, country, at, mood_is_low=True).lines
    assert len(shown) == len(set(shown))
