"""How much my circle asks of the database."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from assessment.models import SafeguardState, State
from assessment.safeguard import Level
from relations.kinds import Kind, Manner, Party
from relations.models import ContactMoment, HardMoment, Intention, OwnRegie, Presence, TwoReadings
from tests.factories import TODAY, a_moment, a_relation
from tests.relations.dashboard.pages import days_ago

pytestmark = pytest.mark.django_db


def fill(user, relations, moments):
    """A circle of some size, spread over kinds, parties and ten years."""
    people = [
        a_relation(
            user, f"Naam {i}", kind=list(Kind)[i % 3], party=list(Party)[i % 3], rhythm_days=30 if i % 4 else None
        )
        for i in range(relations)
    ]
    made = ContactMoment.objects.bulk_create(
        ContactMoment(owner=user, happened_on=days_ago(i * 3650 // moments), manner=Manner.MET, felt_after="same")
        for i in range(moments)
    )
    Presence.objects.bulk_create(
        Presence(relation=people[i % relations], moment=moment, happened_on=moment.happened_on)
        for i, moment in enumerate(made)
    )
    a_moment(people[0], on=TODAY + timedelta(days=2), took_place=None)
    Intention.objects.create(owner=user, tip="small-and-often", step="Bellen", relation=people[0])
    HardMoment.objects.create(owner=user, weekday=6, hour=13, relation=people[0])
    TwoReadings.objects.create(owner=user, written_on=days_ago(8))
    OwnRegie.objects.create(owner=user, where_open="Bij mam.")
    return people


@pytest.mark.parametrize(
    ("relations", "moments"), [(5, 50), (60, 300), pytest.param(300, 20_000, marks=pytest.mark.full)]
)
def test_as_many_queries_for_few_as_for_many(user, me, relations, moments):
    people = fill(user, relations, moments)
    SafeguardState.objects.create(owner=user, content=State(Level.TIPS).as_text())  # all that a page may show
    noted = people[0].moments.first()
    with CaptureQueriesContext(connection) as queries:
        answer = me.get(reverse("relations:dashboard"), {"genoteerd": noted.pk})
    assert answer.status_code == 200
    assert len(queries) <= 12
