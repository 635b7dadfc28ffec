"""Search in the guide and the help: forgiving, and never past the safeguard."""

import pytest
from django.utils.translation import override

from assessment.openness import Standing
from assessment.safeguard import Flag, Level
from regie.guide.entries import entries_for
from regie.guide.library import tips_of
from regie.guide.search import Entry, Group, find

CONFLICT = Entry(Group.GUIDE, "Maak ruzie zonder schade", "Vraag om een pauze. Zeg wanneer je verder praat.", "/a")
FRIENDS = Entry(Group.GUIDE, "Vrienden", "Mensen met wie je iets deelt. Ook Zoë uit het café.", "/b")
LINE = Entry(Group.HELP, "De Luisterlijn", "Iemand luistert. Over alles, ook over vrienden.", "/c")
UNSAFE = Entry(Group.HELP, "Veilig Thuis", "Ben je bang voor iemand?", "/d", keywords="slaan slaat")
ENTRIES = [CONFLICT, LINE, FRIENDS, UNSAFE]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("pauze", [CONFLICT], id="word-in-the-text"),
        pytest.param("VRIENDEN", [FRIENDS, LINE], id="a-title-goes-first"),
        pytest.param("vrinden", [FRIENDS, LINE], id="letter-missing"),
        pytest.param("luistrelijn", [LINE], id="letters-swapped"),
        pytest.param("zoe cafe", [FRIENDS], id="without-accents"),
        pytest.param("Zoë café", [FRIENDS], id="with-accents"),
        pytest.param("ruzie praat", [CONFLICT], id="words-in-title-and-text"),
        pytest.param("ruzie met mijn fiets", [CONFLICT], id="small-words-and-one-that-is-nowhere"),
        pytest.param("vreinden", [FRIENDS, LINE], id="letters-swapped-in-a-short-word"),
        pytest.param("slaat", [UNSAFE], id="keyword"),
        pytest.param("xylofoon", [], id="nowhere"),
        pytest.param("?!", [], id="no-word"),
        pytest.param("", [], id="empty"),
    ],
)
def test_what_is_sought_is_found_best_first(query, found):
    assert [result.entry for result in find(ENTRIES, query)] == found


def test_the_excerpt_is_the_sentence_that_answers_with_what_was_sought_marked():
    (result,) = find([CONFLICT], "praatt")

    assert result.excerpt == [("Zeg wanneer je verder ", False), ("praat", True), (".", False)]


def titles(standing, language="nl"):
    with override(language):
        return {entry.title for entry in entries_for(standing)}


def test_every_tip_step_source_and_line_can_be_found_when_nothing_is_known():
    assert titles(Standing()) >= {
        "Maak ruzie zonder schade",
        "Begin klein",
        "Bron: Holt-Lunstad, Smith en Layton (2010)",
        "De Luisterlijn",
        "Drie vragen als het anders ging",
    }


def test_who_is_unsafe_finds_no_tip_about_those_closest():
    standing = Standing(Level.TALK_TODAY, frozenset({Flag.UNSAFE}))

    assert {str(tip.title) for tip in tips_of("intimate")} & titles(standing) == set()


def test_who_is_harmed_by_giving_finds_its_caution_only():
    standing = Standing(Level.HELP_FIRST, frozenset({Flag.NO_GIVING}))
    with override("nl"):
        found = {entry.title: entry.text for entry in entries_for(standing)}

    assert "Bied hulp aan, en begin klein" not in found
    assert found["Aandacht voor geven"].startswith("Geven is geen aanpak voor eenzaamheid.")


@pytest.mark.parametrize("level", [Level.HELP_FIRST, Level.TALK_TODAY, Level.HELP_NOW])
def test_from_level_2_what_frightens_is_not_found(level):
    with override("nl"):
        texts = " ".join(f"{entry.title} {entry.text}" for entry in entries_for(Standing(level)))

    assert not {"Holt-Lunstad", "Kang", "leven gemiddeld langer", "denktestjes"} & {
        word for word in ("Holt-Lunstad", "Kang", "leven gemiddeld langer", "denktestjes") if word in texts
    }


def test_who_told_a_country_finds_its_lines_only():
    found = titles(Standing(country="be"))

    assert "Tele-Onthaal" in found
    assert "Zelfmoordlijn 1813" in found
    assert "De Luisterlijn" not in found


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("mijn man slaat me", "Veilig Thuis"),
        ("ik wil dood", "113 Zelfmoordpreventie"),
        ("zelfmoord", "113 Zelfmoordpreventie"),
        ("hulp", "Hulp"),
        ("noodgeval", "112: politie, ambulance, brandweer"),
        ("eenzaamhied", None),
    ],
)
def test_who_types_what_happens_finds_who_can_help(query, first):
    with override("nl"):
        found = [result.entry.title for result in find(entries_for(Standing()), query)]

    assert found
    assert first is None or found[0] == first


def test_each_number_is_found_once():
    with override("en"):
        urls = [entry.url for entry in entries_for(Standing()) if entry.group == Group.HELP]

    assert len(urls) == len(set(urls))
    assert [url for url in urls if "113" in url] == ["/en/help/english-speakers/#en-nl-113"]
