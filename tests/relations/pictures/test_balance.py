"""How it is shared, in words and bars."""

import pytest

from relations.kinds import Kind
from relations.pictures.balance import Contact, Part, Variety, draw, part, variety


@pytest.mark.parametrize(
    ("share", "word"),
    [
        (0, Part.NOTHING),
        (0.01, Part.SMALL),
        (0.199, Part.SMALL),
        (0.2, Part.THIRD),
        (0.399, Part.THIRD),
        (0.4, Part.HALF),
        (0.599, Part.HALF),
        (0.6, Part.MOST),
        (1, Part.MOST),
    ],
)
def test_the_words_for_a_share(share, word):
    assert part(share) is word


@pytest.mark.parametrize(
    ("relations", "word"),
    [(0, Variety.NOBODY), (1, Variety.ONE), (2, Variety.FEW), (4, Variety.FEW), (5, Variety.MANY)],
)
def test_the_words_for_variety(relations, word):
    assert variety(relations) is word


def test_shares_fill_the_bar_together():
    bars = draw({Kind.INTIMATE: Contact(13, 3), Kind.FRIENDSHIP: Contact(4, 2), Kind.COMMUNITY: Contact(8, 3)}, {})
    assert [(bar.length, bar.part) for bar in bars] == [(104, Part.HALF), (32, Part.SMALL), (64, Part.THIRD)]


def test_a_kind_without_contact_is_an_open_place():
    bar = draw({Kind.INTIMATE: Contact(1, 1)}, {})[1]
    assert (bar.part, bar.variety, bar.length) == (Part.NOTHING, Variety.NOBODY, 0)


def test_without_any_contact_nothing_is_drawn():
    assert [bar.length for bar in draw({}, {})] == [0, 0, 0]


def test_a_wish_is_a_line_and_its_scale_is_free():
    assert [bar.wish_at for bar in draw({}, {Kind.INTIMATE: 3, Kind.FRIENDSHIP: 2, Kind.COMMUNITY: 1})] == [
        100,
        66.7,
        33.3,
    ]


def test_without_a_wish_there_is_no_line():
    assert [bar.wish_at for bar in draw({}, {})] == [None, None, None]
