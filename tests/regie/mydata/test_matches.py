"""Likely the same person, and which kind fits: proposals, never more."""

import uuid

import pytest

from regie.mydata.formats.card import Card
from regie.mydata.matches import Known, key_from, matches_of, proposed_kind
from relations.kinds import Kind

SANNE = Known("Sanne de Vries", "sanne@example.org", "06 12345678", uuid.uuid4(), pk=1, kind="friendship")


@pytest.mark.parametrize(
    ("card", "is_certain"),
    [
        pytest.param(Card("Iemand", uid=str(SANNE.key)), True, id="same-identifier"),
        pytest.param(Card("sanne  DE vries", email="Sanne@Example.org"), True, id="same-address-and-name"),
        pytest.param(Card("Sanne de Vries"), False, id="same-name"),
        pytest.param(Card("Sánne de Vriës"), False, id="same-name-with-marks"),
        pytest.param(Card("S. de Vries", email="sanne@example.org"), False, id="same-address"),
        pytest.param(Card("Sanne werk", phone="+31 6 1234 5678"), False, id="same-number-with-the-country"),
    ],
)
def test_someone_known_is_recognised(card, is_certain):
    (match,) = matches_of([card], [SANNE])
    assert (match.known, match.is_certain) == (SANNE, is_certain)


@pytest.mark.parametrize("card", [Card("Joris"), Card("Sanne"), Card("Joris", phone="112"), Card("Joris", uid="x")])
def test_someone_else_is_not(card):
    assert matches_of([card], [SANNE]) == [None]


def test_the_same_person_twice_in_one_file_is_one():
    first, second = matches_of([Card("Joris", email="j@example.org"), Card("Joris", email="j@example.org")], [])
    assert first is None
    assert (second.known.place, second.is_certain) == (0, True)


def test_two_of_one_name_in_one_file_may_be_two_people():
    assert matches_of([Card("Jan"), Card("Jan")], []) == [None, None]


def test_who_was_removed_is_known_by_identifier_only():
    removed = Known("Weg", "weg@example.org", key=uuid.uuid4(), pk=1, is_removed=True)
    by_name, by_identifier = matches_of(
        [Card("Weg", email="weg@example.org"), Card("Weg", uid=str(removed.key))], [removed]
    )
    assert by_name is None
    assert by_identifier.known == removed


def test_an_identifier_that_is_no_uuid_gives_the_same_key_each_time():
    assert key_from("7A1B:ABPerson") == key_from("7A1B:ABPerson")
    assert key_from("7A1B:ABPerson") != key_from("8A1B:ABPerson")
    assert key_from("") is None


@pytest.mark.parametrize(
    ("card", "kind"),
    [
        pytest.param(Card("Oom Bas"), Kind.INTIMATE, id="family-in-the-name"),
        pytest.param(Card("Zoë", words=("Family",)), Kind.INTIMATE, id="family-in-a-label"),
        pytest.param(Card("Tandarts"), Kind.COMMUNITY, id="a-job"),
        pytest.param(Card("Koffie & Zo", is_organisation=True), Kind.COMMUNITY, id="an-organisation"),
        pytest.param(Card("Mamadou"), Kind.FRIENDSHIP, id="a-word-inside-a-name-is-none"),
        pytest.param(Card("Anouk"), Kind.FRIENDSHIP, id="a-name"),
        pytest.param(Card("Anouk Bakker"), Kind.FRIENDSHIP, id="a-surname-is-no-job"),
        pytest.param(Card("Oom Bas", words=("friendship",)), Kind.FRIENDSHIP, id="our-own-word-comes-first"),
    ],
)
def test_a_kind_is_proposed(card, kind):
    assert proposed_kind(card) == kind
