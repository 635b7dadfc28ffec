"""Search forgives accents and typing errors, and does not find everything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regie.search import Seeker, fold


@pytest.mark.parametrize(
    ("query", "text"),
    [
        pytest.param("zoe mueler", "Zoë van der Müller", id="accents and a typing error"),
        pytest.param("verhuising", "Lang gelachen om de verhuizing.", id="one wrong letter"),
        pytest.param("VER", "verhuizing", id="a beginning in capitals"),
        pytest.param("jo", "Joris", id="two letters that begin a word"),
        pytest.param("garcia", "José García", id="an accent left out"),
        pytest.param("ﬁets", "fiets", id="a ligature"),
        pytest.param("straße", "STRASSE", id="sharp s"),
    ],
)
def test_what_a_person_means_is_found(query, text):
    assert Seeker(query).finds(text)


@pytest.mark.parametrize(
    ("query", "text"),
    [("sanne", "Hanna"), ("o", "koor"), ("sanne markt", "Sanne belde"), ("", "Sanne"), ("...", "Sanne"), ("ria", "")],
)
def test_what_nobody_means_is_not_found(query, text):
    assert not Seeker(query).finds(text)


def test_what_was_found_is_marked_and_the_text_stays_whole():
    parts = Seeker("verhuising").parts("Om de VERHUIZING, ja.")
    assert parts == [("Om de ", False), ("VERHUIZING", True), (", ja.", False)]


@given(st.text(), st.text())
def test_any_text_can_be_sought_in_any_text(query, text):
    seeker = Seeker(query)
    assert "".join(part for part, _ in seeker.parts(text)) == text
    assert seeker.finds(text) in (True, False)


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(min_size=1))
def test_a_text_finds_itself(text):
    seeker = Seeker(text)
    assert seeker.finds(text) is bool(seeker)
