"""The kring stands where design.md 5 says, and nothing in it touches."""

from itertools import combinations
from math import dist, hypot

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from relations.kinds import Kind, Party
from relations.pictures.dots import Light, Member, light_after
from relations.pictures.kring import ME, Kring, draw
from relations.pictures.names import BOLD_SIGN, SIGN, box
from relations.pictures.placement import BANDS, SIZES, room, size_for


def member(name="Mam", kind=Kind.INTIMATE, **facts):
    return Member(name, kind, **facts)


FIVE = [
    member("Mam"),
    member("Sanne", Kind.FRIENDSHIP, is_soon=True),
    member("Yusuf", Kind.FRIENDSHIP),
    member("Ria", Kind.COMMUNITY),
    member("Koor", Kind.COMMUNITY, party=Party.GROUP),
]

members = st.builds(
    Member,
    name=st.text(min_size=1, max_size=30),
    kind=st.sampled_from(Kind),
    party=st.sampled_from(Party),
    light=st.sampled_from(Light),
    is_resting=st.booleans(),
    is_soon=st.just(False),
    url=st.just(""),
)


def circles(*counts):
    """A kring with so many close ones, friends and people around."""
    kinds = [kind for kind, count in zip(Kind, counts, strict=True) for _ in range(count)]
    return draw([member(f"Naam {i}", kind) for i, kind in enumerate(kinds)])


def test_five_people_stand_where_the_design_says():
    assert [(dot.x, dot.y) for dot in draw(FIVE).dots] == [
        (-40.1, -22.5),
        (-69.6, -65.4),
        (104.4, 36.3),
        (-147, 12.3),
        (145, -73.3),
    ]


@pytest.mark.parametrize(
    ("size", "rooms"),
    [
        (11, [9, 40, 62]),
        (9, [22, 50, 76]),
        (7, [29, 64, 98]),
        (5.5, [37, 122, 188]),
        (4.2, [72, 160, 244]),
        (3.2, [119, 264, 404]),
    ],
)
def test_the_room_of_each_ring(size, rooms):
    assert [room(band, size) for band in BANDS] == rooms


@pytest.mark.parametrize(
    ("counts", "size"),
    [
        pytest.param([8, 22, 30], 11, id="sixty-people"),
        pytest.param([14, 76, 210], 4.2, id="three-hundred-people"),
        pytest.param([9, 0, 0], 11, id="a-full-ring"),
        pytest.param([10, 0, 0], 9, id="one-more-than-full"),
        pytest.param([0, 0, 0], 11, id="nobody"),
        pytest.param([500, 0, 0], SIZES[-1], id="more-than-fit"),
    ],
)
def test_one_size_for_all_rings(counts, size):
    assert size_for(tuple(counts)) == size


counts_of_rings = st.tuples(st.integers(0, 130), st.integers(0, 280), st.integers(0, 420))


@given(counts=counts_of_rings)
def test_no_two_dots_touch(counts):
    dots = circles(*counts).dots
    rounding = 0.15
    assert all(dist((a.x, a.y), (b.x, b.y)) > 2 * a.shape.size - rounding for a, b in combinations(dots, 2))


@given(counts=counts_of_rings)
def test_every_centre_lies_in_its_band_and_out_of_its_gap(counts):
    bands = dict(zip(Kind, BANDS, strict=True))
    for dot in circles(*counts).dots:
        band = bands[dot.member.kind]
        assert band.inner - 0.1 <= hypot(dot.x, dot.y) <= band.outer + 0.1


@given(drawn=st.lists(members, max_size=60))
def test_the_same_members_give_the_same_picture(drawn):
    assert draw(drawn) == draw(list(drawn))


@given(drawn=st.lists(members, max_size=16))
def test_names_lie_over_nothing(drawn):
    kring = draw(drawn)
    boxes = [box(label.text, label.x, label.y, SIGN) for label in kring.labels]
    assert not any(a.meets(b) for a, b in combinations(boxes, 2))
    assert all(box.is_inside() for box in boxes)
    assert not any(box.meets_circle(dot.x, dot.y, dot.shape.size - 1) for box in boxes for dot in kring.dots)
    assert not any(box.meets_circle(0, 0, ME) for box in boxes)


@given(drawn=st.lists(members, min_size=17, max_size=40))
def test_over_sixteen_only_good_moments_have_a_name(drawn):
    soon = Member("Sanne", Kind.FRIENDSHIP, is_soon=True)
    assert [label.text for label in draw([*drawn, soon]).labels] == ["Sanne"]


def test_the_name_of_a_good_moment_is_set_first_and_bold():
    first = draw(FIVE).labels[0]
    assert (first.text, first.is_soon, first.x, first.y) == ("Sanne", True, -69.6, -86.4)


def test_a_long_name_is_cut_after_thirteen_signs():
    assert draw([member("Burgemeester Jansen")]).labels[0].text == "Burgemeester…"


def test_a_good_moment_keeps_its_name_where_no_place_is_free():
    crowd = [member("Wilhelmina-Anna", Kind.INTIMATE, is_soon=True) for _ in range(9)]
    assert len(draw(crowd).labels) == 9
    assert len(draw([member("Wilhelmina-Anna") for _ in range(9)]).labels) < 9


def test_a_name_is_as_wide_as_it_is_drawn():
    assert box("Mam", 0, 0, BOLD_SIGN).right - box("Mam", 0, 0, BOLD_SIGN).left == pytest.approx(24.3)


def test_more_than_fit_are_drawn_as_far_as_they_fit():
    kring = circles(130, 1, 1)
    assert (len(kring.dots), kring.is_complete) == (119 + 2, False)
    assert circles(119, 1, 1).is_complete


@pytest.mark.parametrize(
    ("days", "light"),
    [
        pytest.param(0, Light.THIS_MONTH, id="today"),
        pytest.param(30, Light.THIS_MONTH, id="the-last-day-of-this-month"),
        pytest.param(31, Light.HALF_YEAR, id="a-day-later"),
        pytest.param(182, Light.HALF_YEAR, id="the-last-day-of-the-half-year"),
        pytest.param(183, Light.LONG_AGO, id="longer"),
        pytest.param(None, Light.LONG_AGO, id="never"),
    ],
)
def test_the_light_is_a_fact_of_the_calendar(days, light):
    assert light_after(days) is light


def test_everyone_has_the_same_outline():
    dots = draw([member(light=light) for light in Light]).dots
    assert [(dot.shape.r, dot.shape.core) for dot in dots] == [(11, 8), (11, 5.1), (11, 2.4)]


def test_who_rests_has_the_light_of_the_half_year():
    assert draw([member(light=Light.LONG_AGO, is_resting=True)]).dots[0].shape.core == 5.1


def test_small_dots_are_drawn_simply():
    lights = [Light.THIS_MONTH, Light.HALF_YEAR, Light.LONG_AGO]
    crowd = [member(light=lights[i % 3], party=Party.GROUP) for i in range(60)]
    dots = draw(crowd).dots
    assert [(dot.shape.r, dot.shape.core, dot.shape.outer) for dot in dots[:3]] == [
        (3.6, 3.6, 0),
        (3.6, 1.8, 0),
        (3.6, 0, 0),
    ]


def svg(kring: Kring) -> str:
    return render_to_string("pictures/kring.html", {"kring": kring})


def test_numbers_in_the_picture_have_a_point_in_dutch(settings):
    assert 'transform="translate(-40.1 -22.5)"' in svg(draw(FIVE))


def test_a_name_does_nothing_in_the_picture():
    assert "<script>" not in svg(draw([member("<script>", url="/x/")]))


def test_a_group_has_two_outlines_and_a_place_is_square():
    group, place = (svg(draw([member(party=party)])) for party in (Party.GROUP, Party.PLACE))
    assert (group.count("kring__dot"), place.count("<rect")) == (2, 2)


def test_up_to_forty_dots_are_links_and_a_picture_after_that():
    forty = [member(kind=Kind.COMMUNITY, url="/x/") for _ in range(40)]
    assert svg(draw(forty)).count("<a ") == 40
    assert svg(draw([*forty, member(url="/x/")])).count("<a ") == 0


def test_an_empty_kring_has_dashed_rings():
    assert "kring--empty" in svg(draw([]))
    assert "kring--empty" not in svg(draw(FIVE))
