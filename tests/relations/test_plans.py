"""What is asked often is answered by an index, on both databases: their own plans say so."""

import random
from datetime import timedelta

import pytest
from django.db import connection

from relations.models import ContactMoment, Presence, Relation
from tests.factories import TODAY, a_person, a_relation

pytestmark = pytest.mark.django_db
PEOPLE, MOMENTS = 20, 4000


@pytest.fixture
def busy(user):
    """Two people with ten years of contact each, so that an index pays."""
    chance = random.Random(1)
    for owner in (user, a_person("ria")):
        relations = [a_relation(owner, f"Mens {n}") for n in range(PEOPLE)]
        moments = ContactMoment.objects.bulk_create(
            [
                ContactMoment(
                    owner=owner,
                    happened_on=TODAY - timedelta(days=chance.randint(0, 3650)),
                    manner="called",
                    felt_after="lighter" if n % 40 == 0 else "",
                )
                for n in range(MOMENTS)
            ]
        )
        Presence.objects.bulk_create(
            [Presence(relation=chance.choice(relations), moment=m, happened_on=m.happened_on) for m in moments]
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return user


def test_the_last_contact_of_each_relation_is_one_step(busy):
    plan = Relation.objects.of(busy).with_last_contact(TODAY).explain()
    assert "contact_of_a_relation" in plan


def test_a_page_of_the_timeline_reads_on_from_its_place(busy):
    middle = ContactMoment.objects.of(busy).latest_first()[MOMENTS // 2]
    page = ContactMoment.objects.of(busy).before(middle.happened_on, middle.pk).latest_first()[:31]
    assert "moments_of_an_owner_by_day" in page.explain()
    assert "OFFSET" not in str(page.query)


def test_the_last_feelings_are_found_without_reading_all(busy):
    assert "moments_that_carry_a_feeling" in ContactMoment.objects.of(busy).that_carry_a_feeling()[:5].explain()


def test_plans_are_found_without_reading_all(busy):
    assert "plans_of_an_owner" in ContactMoment.objects.of(busy).plans().explain()
