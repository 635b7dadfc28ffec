"""The content of the guide: complete, joined, and a mistake in it stops the start with file and line."""

import re
import shutil

import pytest

from assessment.safeguard import Flag, Level
from regie.content import ContentError
from regie.guide.library import CONTENT, kinds, library, load, pages, sources, steps, tips, tips_of
from relations.kinds import Kind


def test_there_are_four_tips_of_each_kind_and_four_steps():
    assert {kind: len(tips_of(kind)) for kind in kinds} == {Kind.INTIMATE: 4, Kind.FRIENDSHIP: 4, Kind.COMMUNITY: 4}
    assert [*pages["circle"].steps] == ["it-is-biology", "start-small", "attention-to-giving", "good-enough"]
    assert len(tips) == 12
    assert len(steps) == 4


def test_what_the_safeguard_switches_off_is_exactly_this():
    off = {tip.id: tip.closed_with for tip in (*tips.values(), *steps.values()) if tip.closed_with}
    caution_only = {tip.id: tip.caution_only_with for tip in (*tips.values(), *steps.values()) if tip.caution_only_with}

    assert off == {tip.id: {Flag.UNSAFE} for tip in tips_of("intimate")} | {"offer-help": {Flag.NO_GIVING}}
    assert caution_only == {"attention-to-giving": {Flag.NO_GIVING}}


def test_what_is_about_giving_or_asks_a_friend_is_exactly_this():
    everything = [*tips.values(), *steps.values()]

    assert {tip.id for tip in everything if tip.is_giving} == {"offer-help", "attention-to-giving"}
    assert {tip.id for tip in everything if tip.needs_friend} == {"different-friends"}
    assert {tip.id for tip in steps.values() if tip.becomes_intention} == {"start-small"}
    assert all(tip.becomes_intention for tip in tips.values())


def test_the_seven_references_of_the_article_come_first_and_six_are_worded_differently():
    of_article = [source for source in sources.values() if source.in_article]

    assert [source.number for source in of_article] == [1, 2, 3, 4, 5, 6, 7]
    assert {source.id for source in of_article} - {s.id for s in of_article if s.is_worded_differently} == {
        "gottman-1999"
    }


def test_what_frightens_is_closed_from_level_2():
    assert {source.id: source.closed_from for source in sources.values() if source.closed_from is not None} == {
        "holt-lunstad-2010": Level.HELP_FIRST,
        "kang-2025": Level.HELP_FIRST,
    }


@pytest.mark.parametrize("source", sources.values(), ids=lambda source: source.id)
def test_each_source_is_used_and_dated(source):
    assert library.uses(source) != []
    assert source.checked_on.isoformat() == "2026-11-22"


@pytest.fixture
def folder(tmp_path):
    """A copy of the content that a test may spoil."""
    return shutil.copytree(CONTENT, tmp_path / "content")


# File, what is found in it, what takes its place, the text on the line that the message names, the message.
SPOILT = {
    "no-caution": ("tips/small-openings.toml", r"\[caution\]\n.*\n.*\n", "", "kind =", "caution is missing"),
    "no-english": (
        "tips/small-openings.toml",
        r"(\[caution\]\nnl = .*\n)en = .*\n",
        r"\1",
        "[caution]",
        "caution is missing in en",
    ),
    "claim-without-source": ("kinds/friends.toml", r'source = "rob.*\n', "", "[[claims]]", "source is missing"),
    "unknown-source": ("kinds/friends.toml", "hall-2019", "hall-2091", "hall-2091", "hall-2091 is not known"),
    "unknown-tip": ("kinds/friends.toml", "small-and-often", "often", "tips = [", "often is not known"),
    "tip-of-another-kind": (
        "kinds/friends.toml",
        "small-and-often",
        "offer-help",
        "tips = [",
        "offer-help is a tip of another kind",
    ),
    "tip-without-source": (
        "tips/small-and-often.toml",
        "is_advice = true\n",
        "",
        "kind =",
        "sources is missing: name a source, or say is_advice",
    ),
    "unknown-flag": (
        "tips/small-openings.toml",
        "UNSAFE",
        "UNSAVE",
        "closed_with",
        "closed_with has 'UNSAVE', which is none of SUICIDALITY, UNSAFE, NO_GIVING",
    ),
    "unknown-step": ("pages/circle.toml", '"good-enough"', '"enough"', "steps = [", "enough is not known"),
    "source-twice": (
        "sources.toml",
        'id = "roberts-dunbar-2015"',
        'id = "kang-2025"  # again',
        "# again",
        "kang-2025 is there twice",
    ),
    "keywords-of-nothing": ("keywords.toml", '"violence"', '"violins"', '"violins"', "violins is not known"),
    "certainty": ("kinds/friends.toml", "certainty = 3", "certainty = 4", "certainty = 4", "certainty must be 0 to 3"),
    "no-reason": (
        "kinds/people-around-you.toml",
        r"\[claims.reason\]\n.*\n.*\n",
        "",
        "[[claims]]",
        "reason is missing: say why it is that sure",
    ),
}


@pytest.mark.parametrize(("name", "good", "bad", "on", "message"), SPOILT.values(), ids=SPOILT)
def test_a_mistake_stops_the_start_with_file_and_line(folder, name, good, bad, on, message):
    path = folder / name
    text, changes = re.subn(good, bad, path.read_text(), count=1)
    path.write_text(text)
    line = next(number for number, each in enumerate(text.splitlines(), start=1) if on in each)

    with pytest.raises(ContentError, match=f"^{re.escape(f'{path.name}:{line}: {message}')}$"):
        load(folder)

    assert changes == 1
