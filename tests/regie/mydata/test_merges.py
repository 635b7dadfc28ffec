"""Two that are one: everything of both stays, and it can be undone."""

import uuid
from datetime import date

import pytest
from django.urls import reverse

from regie.mydata import merges
from regie.mydata.models import Merge
from relations.models import Intention, Pause, Relation
from tests.factories import a_moment, a_relation
from tests.regie.mydata.circle import an_owner
from tests.regie.mydata.formats import samples
from tests.regie.mydata.test_round_trip import NOW, content_of, take_over

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner():
    return an_owner()


@pytest.fixture
def pair(owner):
    """Sanne twice, with something about each."""
    kept = a_relation(owner, "Sanne", phone="06 1", needs=["fun"], note="Van het koor", rhythm_days=7)
    other = a_relation(
        owner, "Sanne de Vries", phone="06 2", email="s@example.org", needs=["fun", "sport"], note="Fietst",
        is_unsafe=True, added_on=date(2020, 1, 1), rhythm_days=30, key=uuid.uuid4(),
    )  # fmt: skip
    a_moment(kept, other, on=date(2026, 1, 1))
    a_moment(other, on=date(2026, 2, 1))
    Intention.objects.create(owner=owner, relation=other, step="Bellen")
    Pause.objects.create(owner=owner, relation=other, starts_on=date(2026, 1, 1))
    return kept, other


def test_nothing_of_either_is_lost(owner, pair):
    kept, other = pair
    merges.merge(owner, kept, other, now=NOW)
    (one,) = Relation.objects.of(owner)
    assert (one.name, one.phone, one.email, one.needs) == ("Sanne", "06 1", "s@example.org", ["fun", "sport"])
    assert one.note == "Van het koor\nFietst\n06 2"
    assert (one.added_on, one.rhythm_days, one.is_unsafe) == (date(2020, 1, 1), 7, True)
    assert [presence.happened_on for presence in one.presences.order_by("happened_on")] == [
        date(2026, 1, 1),
        date(2026, 2, 1),
    ]
    assert (one.intentions.count(), one.pauses.count()) == (1, 1)


def test_a_merge_can_be_undone(owner, pair):
    before = content_of(owner)
    merges.part(merges.merge(owner, *pair, now=NOW))
    assert content_of(owner) == before


def test_what_was_changed_since_stays_when_it_is_undone(owner, pair):
    kept, other = pair
    done = merges.merge(owner, kept, other, now=NOW)
    Relation.objects.filter(pk=kept.pk).update(email="nieuw@example.org")
    done.refresh_from_db()
    merges.part(done)
    kept.refresh_from_db()
    assert (kept.email, kept.note) == ("nieuw@example.org", "Van het koor")


def test_merging_twice_is_merging_once(owner, pair):
    first = merges.merge(owner, *pair, now=NOW)
    assert merges.merge(owner, *pair, now=NOW) == first
    assert Merge.objects.count() == 1


def test_clicking_twice_on_the_page_answers_the_same(owner, pair, client):
    client.force_login(owner)
    url = reverse("mydata:merge_both", args=[one.pk for one in pair])
    first, second = client.post(url), client.post(url)
    assert (second.status_code, second["Location"]) == (302, first["Location"])


def test_who_was_merged_comes_back_by_parting_alone(owner, pair, client):
    merges.merge(owner, *pair, now=NOW)
    client.force_login(owner)
    assert list(Relation.objects.removed_of(owner)) == []
    assert client.post(reverse("relations:restore", args=[pair[1].pk])).status_code == 404


def test_a_file_that_names_the_one_that_went_finds_the_one_that_stayed(owner):
    a_relation(owner, "Ria")
    take_over(owner, samples.NEXTCLOUD)
    ria, jansen = Relation.objects.of(owner).order_by("pk")
    merges.merge(owner, ria, jansen, now=NOW)
    done = take_over(owner, samples.NEXTCLOUD)
    assert (done.taken, Relation.objects.of(owner).count()) == (0, 1)


def test_those_that_look_alike_are_shown(owner):
    sanne = a_relation(owner, "Sanne", email="s@example.org")
    a_relation(owner, "Joris")
    other = a_relation(owner, "S. de Vries", email="S@example.org")
    a_relation(an_owner("bas"), "Sanne")
    assert [(pair.first, pair.second) for pair in merges.likely_pairs(owner)] == [(sanne, other)]


def test_someone_elses_relation_is_never_merged(owner, pair):
    strange = a_relation(an_owner("bas"), "Sanne")
    assert merges.merge(owner, pair[0], strange, now=NOW) is None
    strange.refresh_from_db()
    assert strange.removed_at is None
