"""The timeline: filters, search that forgives, and pages of any length."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils.html import escape

from relations import turning
from relations.kinds import Kind
from relations.turning import Place
from tests.factories import TODAY, a_moment, a_person, a_relation

pytestmark = pytest.mark.django_db
URL = "relations:timeline"


def moments_on(response) -> list:
    return [entry.moment for month in response.context["months"] for entry in month.entries]


@pytest.fixture
def three(user):
    """A call, a visit with two people, and a letter that felt heavier."""
    sanne, mam = a_relation(user), a_relation(user, "Mam", kind=Kind.INTIMATE)
    zoe = a_relation(user, "Zoë van der Müller", kind=Kind.COMMUNITY)
    return (
        a_moment(sanne, on=date(2026, 11, 6), note="Lang gelachen om de verhuizing.", felt_after="lighter"),
        a_moment(sanne, mam, on=date(2025, 6, 13), manner="met"),
        a_moment(zoe, on=date(2024, 2, 29), manner="letter", felt_after="heavier"),
    )


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        pytest.param({}, [0, 1, 2], id="all, latest first"),
        pytest.param({"kind": "intimate"}, [1], id="kind"),
        pytest.param({"manner": "letter"}, [2], id="way"),
        pytest.param({"felt": "heavier"}, [2], id="feeling"),
        pytest.param({"kind": "friendship", "manner": "met"}, [1], id="two filters"),
        pytest.param({"q": "verhuising"}, [0], id="a typing error in a note"),
        pytest.param({"q": "zoe mueler"}, [2], id="accents and a typing error in a name"),
        pytest.param({"q": "sanne"}, [0, 1], id="a name"),
        pytest.param({"q": "sanne", "kind": "intimate"}, [1], id="words and a filter"),
        pytest.param({"q": "olifant"}, [], id="nothing"),
        pytest.param(
            {"kind": "enemy", "before": "x", "after": "2026-13-01_x", "who": "9" * 400}, [0, 1, 2], id="nonsense"
        ),
    ],
)
def test_filters_and_search(me, three, filters, expected):
    response = me.get(reverse(URL), filters)
    assert moments_on(response) == [three[place] for place in expected]


def test_a_person_is_a_filter(me, user, three):
    mam = user.relations.get(name="Mam")
    assert moments_on(me.get(reverse(URL), {"who": mam.pk})) == [three[1]]


@pytest.mark.parametrize(
    ("filters", "is_open"),
    [
        pytest.param({}, False, id="nothing-chosen"),
        pytest.param({"kind": "intimate", "q": "sanne"}, False, id="a-chip-shows-it"),
        pytest.param({"manner": "called"}, False, id="a-way-with-a-chip"),
        pytest.param({"manner": "letter"}, True, id="a-way-without-one"),
        pytest.param({"kind": "intimate", "period": "before"}, True, id="one-of-two"),
    ],
)
def test_the_other_filters_stand_open_where_they_narrow(me, three, filters, is_open):
    text = me.get(reverse(URL), filters).content.decode()
    assert ('<details class="details" open>' in text) is is_open


def test_someone_of_another_person_filters_nothing(me, three):
    theirs = a_relation(a_person("ria"))
    a_moment(theirs)
    assert moments_on(me.get(reverse(URL), {"who": theirs.pk})) == list(three)
    assert moments_on(me.get(reverse(URL), {"q": "sanne"})) == list(three[:2])


def test_what_was_sought_is_marked(me, three):
    text = me.get(reverse(URL), {"q": "verhuising"}).content.decode()
    assert "<mark>verhuizing</mark>" in text
    assert 'value="verhuising"' in text


def test_what_was_sought_stands_escaped(me, three):
    query = '"><b>x</b>'
    text = me.get(reverse(URL), {"q": query}).content.decode()
    assert query not in text
    assert escape(query) in text


def test_pages_turn_both_ways_and_miss_nobody(me, user):
    sanne = a_relation(user)
    # Three on each day, so that pages end in the middle of a day.
    all_of_them = [a_moment(sanne, on=TODAY - timedelta(days=n // 3)) for n in range(75)]
    expected = sorted(all_of_them, key=lambda moment: (moment.happened_on, moment.pk), reverse=True)
    seen, url, pages = [], reverse(URL), []
    while url:
        pages.append(url)
        response = me.get(url)
        seen += moments_on(response)
        later, url = response.context["later_url"], response.context["earlier_url"]
    assert seen == expected
    assert len(pages) == 3
    back = me.get(later)
    assert moments_on(back) == expected[turning.PAGE : 2 * turning.PAGE]
    first = me.get(back.context["later_url"])
    assert moments_on(first) == expected[: turning.PAGE]
    assert first.context["later_url"] == ""


def test_a_search_goes_on_over_pages(me, user):
    sanne = a_relation(user)
    for n in range(80):
        a_moment(sanne, on=TODAY - timedelta(days=n), note="koffie" if n % 2 else "thee")
    first = me.get(reverse(URL), {"q": "kofie"})
    second = me.get(first.context["earlier_url"])
    assert len(moments_on(first)) == 30
    assert len(moments_on(second)) == 10


def test_a_page_is_reached_without_an_offset(user):
    from relations.models import ContactMoment

    query = str(ContactMoment.objects.of(user).before(TODAY, 5).latest_first()[:31].query)
    assert "OFFSET" not in query


@pytest.mark.parametrize(
    "text", ["", "x", "2026-11-06", "2026-11-06_", "_5", "2026-11-06_" + "9" * 30, "2026-11-06_5_6"]
)
def test_a_place_that_is_none_is_none(text):
    assert Place.read(text) is None


def test_a_place_reads_as_it_was_written():
    place = Place(date(2026, 11, 6), 123)
    assert Place.read(str(place)) == place
