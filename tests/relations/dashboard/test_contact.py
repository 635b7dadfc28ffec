"""The months of contact, against a plain count of the same circle."""

from collections import Counter
from datetime import timedelta
from random import Random

import pytest
from django.utils import timezone

from relations.dashboard.contact import PERIODS, months, year_of
from relations.kinds import Kind, Manner, Status
from relations.models import Presence
from relations.pictures.year import months_until
from tests.factories import TODAY, a_moment, a_person, a_relation
from tests.relations.dashboard.pages import days_ago

pytestmark = pytest.mark.django_db


def a_circle(owner, chance: Random) -> None:
    """Twelve relations, some of whom do not weigh, and moments with one to four of them, some of no weight."""
    circle = [
        a_relation(
            owner,
            kind=chance.choice(Kind.values),
            status=chance.choice([Status.ACTIVE, Status.ACTIVE, *Status]),
            is_unsafe=chance.random() < 0.1,
            removed_at=timezone.now() if chance.random() < 0.1 else None,
        )
        for _ in range(12)
    ]
    for _ in range(150):
        a_moment(
            *chance.sample(circle, chance.randint(1, 4)),
            on=days_ago(chance.choice([chance.randint(-5, 400), chance.choice([0, 27, 28, 89, 90])])),
            manner=chance.choice([Manner.CALLED, Manner.MET, Manner.NO_ANSWER]),
            took_place=chance.choice([True, True, True, None, False]),
        )


def counted_plainly(owner, period: int) -> tuple[Counter, Counter]:
    """Moments by (first of the month, kind), and of the period by kind: row by row, without the database's help."""
    by_month, in_period = set(), set()
    for presence in Presence.objects.select_related("relation", "moment"):
        relation, moment = presence.relation, presence.moment
        weighs = relation.owner == owner and relation.is_in_circle and not (relation.is_unsafe or relation.removed_at)
        if weighs and moment.counts and months_until(TODAY)[0] <= moment.happened_on <= TODAY:
            by_month.add((moment.pk, moment.happened_on.replace(day=1), relation.kind))
            if moment.happened_on > TODAY - timedelta(days=period):
                in_period.add((moment.pk, relation.kind))
    return Counter((month, kind) for _, month, kind in by_month), Counter(kind for _, kind in in_period)


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("seed", range(4))
def test_the_months_are_those_of_a_plain_count(user, seed, period):
    chance = Random(seed)
    a_circle(user, chance)
    a_circle(a_person("yusuf"), chance)
    by_month, in_period = counted_plainly(user, period)
    counted = months(user, TODAY, period)
    drawn = year_of(counted, TODAY)
    cells = {
        (month, row.kind): cell.number
        for row in drawn.rows
        for month, cell in zip(drawn.months, row.cells, strict=True)
    }
    assert Counter(cells) == by_month
    assert sum((Counter({row.kind: row.moments}) for row in counted if row.in_period), Counter()) == in_period
