"""Lines of vCard and iCalendar are escaped, folded on characters and ended as the standards ask."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regie.mydata.formats.content_lines import content_line, escape, fold, text_line


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        pytest.param("a,b;c\\d", r"a\,b\;c\\d", id="structure"),
        pytest.param("een\ntwee", r"een\ntwee", id="line-feed"),
        pytest.param("een\r\ntwee\rdrie", r"een\ntwee\ndrie", id="other-line-breaks"),
        pytest.param("a:b", "a:b", id="a-colon-is-no-structure-here"),
    ],
)
def test_text_cannot_be_mistaken_for_structure(text, escaped):
    assert escape(text) == escaped


def test_a_short_line_stays_whole():
    assert content_line("FN", "Zoë") == "FN:Zoë\r\n".encode()


def test_a_line_of_75_octets_is_not_folded_and_one_of_76_is():
    assert fold("x" * 75) == b"x" * 75 + b"\r\n"
    assert fold("x" * 76) == b"x" * 75 + b"\r\n x\r\n"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400))
def test_each_piece_is_short_and_together_they_are_the_line(text):
    pieces = text_line("NOTE", text).split(b"\r\n")
    assert pieces.pop() == b""
    assert all(len(piece) <= 75 for piece in pieces)
    assert all(piece.decode() for piece in pieces)  # no character is cut in two
    whole = pieces[0] + b"".join(piece[1:] for piece in pieces[1:])
    assert whole.decode() == f"NOTE:{escape(text)}"
