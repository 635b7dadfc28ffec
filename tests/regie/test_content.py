"""Content files: what they may hold, and that a mistake names its file and line."""

import re
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

import pytest
from django.utils.translation import override

from regie.content import ContentError, Document, Words, plain


class Flag(StrEnum):
    UNSAFE = "unsafe"
    NO_GIVING = "no_giving"


class Level(IntEnum):
    TIPS = 0
    HELP_FIRST = 2


@dataclass(frozen=True)
class Claim:
    source: str
    text: Words


@dataclass(frozen=True)
class Tip:
    id: str
    checked_on: date
    title: Words
    caution: Words
    order: int = 1
    is_giving: bool = False
    closed_from: Level | None = None
    closed_with: frozenset[Flag] = frozenset()
    claims: tuple[Claim, ...] = ()


SOUND = '''checked_on = 2026-11-22
closed_from = "HELP_FIRST"
closed_with = [
  "UNSAFE",
]

[title]
nl = "Kleine stappen"
en = "Small steps"

[caution]
nl = """
Kies iemand die goed met je omging.
ook = "geen sleutel"
"""
en = "Choose someone who has been kind."

[[claims]]
source = "hall"
[claims.text]
nl = "Het kost tijd."
en = "It takes time."

[[claims]]
source = "masi"
[claims.text]
nl = "Praten helpt."
en = "Talking helps."
'''


@pytest.fixture
def read(tmp_path):
    def read(text):
        path = tmp_path / "small-openings.toml"
        path.write_text(text, encoding="utf-8")
        return Document.read(path)

    return read


def test_a_sound_file_becomes_one_record(read):
    tip = read(SOUND).build(Tip, id="small-openings")

    assert tip == Tip(
        id="small-openings",
        checked_on=date(2026, 11, 22),
        title=Words("Kleine stappen", "Small steps"),
        caution=Words('Kies iemand die goed met je omging.\nook = "geen sleutel"', "Choose someone who has been kind."),
        closed_from=Level.HELP_FIRST,
        closed_with=frozenset({Flag.UNSAFE}),
        claims=(
            Claim("hall", Words("Het kost tijd.", "It takes time.")),
            Claim("masi", Words("Praten helpt.", "Talking helps.")),
        ),
    )


@pytest.mark.parametrize(
    ("good", "bad", "message"),
    [
        pytest.param('en = "Small steps"', "", "7: title is missing in en", id="language-missing"),
        pytest.param('en = "Small steps"', 'en = "  "', "7: title is missing in en", id="language-blank"),
        pytest.param('en = "Talking helps."', "", "26: text is missing in en", id="in-the-second-claim"),
        pytest.param('source = "masi"', "", "24: source is missing", id="key-missing-in-a-list"),
        pytest.param("checked_on = 2026-11-22", "", "1: checked_on is missing", id="key-missing-at-the-top"),
        pytest.param("checked_on = 2026-11-22", 'checked_on = "nu"', "1: checked_on must be date", id="wrong-type"),
        pytest.param('source = "masi"', "sauce = 1", "25: unknown key: sauce", id="unknown-key"),
        pytest.param(
            '"UNSAFE"', '"UNSURE"', "3: closed_with has 'UNSURE', which is none of UNSAFE, NO_GIVING", id="flag"
        ),
        pytest.param('"HELP_FIRST"', "7", "2: closed_from has 7, which is none of TIPS, HELP_FIRST", id="level"),
        pytest.param("[title]", "[title", "7: Expected ']' at the end of a table declaration", id="syntax"),
        pytest.param(
            "checked_on = 2026-11-22",
            "checked_on = 2026-11-22\norder = true",
            "2: order must be int",
            id="a-yes-is-no-number",
        ),
        pytest.param('[title]\nnl = "Kleine stappen"\nen = "Small steps"', "", "1: title is missing", id="no-table"),
        pytest.param('en = "Small steps"', 'en = "Steps"\nfr = "Pas"', "10: unknown key: fr", id="third-language"),
    ],
)
def test_a_mistake_names_file_and_line(read, good, bad, message):
    assert good in SOUND

    with pytest.raises(ContentError, match=f"^{re.escape('small-openings.toml:' + message)}$"):
        read(SOUND.replace(good, bad, 1)).build(Tip, id="small-openings")


def test_an_error_of_the_reader_itself_can_point_at_a_line(read):
    error = read(SOUND).error(("claims", 1, "source"), "unknown source: masi")

    assert str(error) == "small-openings.toml:25: unknown source: masi"


def test_words_follow_the_active_language():
    words = Words("Vrienden", "Friends")

    with override("nl"):
        dutch = str(words)
    with override("en"):
        english = str(words)

    assert (dutch, english) == ("Vrienden", "Friends")


def test_markdown_becomes_html_and_tags_stay_text():
    words = Words("Praat met **iemand**. <script>x</script> [hier](javascript:x)", "–")

    with override("nl"):
        html = words.html

    assert html == ("<p>Praat met <strong>iemand</strong>. &lt;script&gt;x&lt;/script&gt; [hier](javascript:x)</p>\n")


def test_plain_text_has_no_markdown():
    assert plain("## Kop\n\nPraat met [iemand](/hulp/)\nnu.\n\n- een\n- twee") == "Kop\nPraat met iemand nu.\neen\ntwee"
