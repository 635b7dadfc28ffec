"""Indexes serve the page: no query of it reads a whole table of moments."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from relations.kinds import FeelingAfter, Manner
from relations.models import ContactMoment, Presence
from tests.factories import TODAY, a_moment, a_relation
from tests.relations.dashboard.pages import page_of

pytestmark = pytest.mark.django_db

LARGE = ("relations_presence", "relations_contactmoment")


def asked(user) -> list[str]:
    """The queries of the page that touch moments."""
    with CaptureQueriesContext(connection) as queries:
        page_of(user, noted=1)
    return [query["sql"] for query in queries if any(table in query["sql"] for table in LARGE)]


def plan_of(sql: str) -> str:
    """How the database would answer ``sql``; PostgreSQL as if the tables were large."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute(f"EXPLAIN {sql}")
        else:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
        return "\n".join(str(row) for row in cursor.fetchall())


def ten_years(user) -> None:
    """Thirty relations with a hundred moments each: PostgreSQL plans by what it counted, and by chance on one row."""
    circle = [a_relation(user, name=f"R{n}") for n in range(30)]
    days = [TODAY - timedelta(days=36 * n) for n in range(100)]
    moments = ContactMoment.objects.bulk_create(
        ContactMoment(owner=user, happened_on=day, manner=Manner.CALLED, felt_after=FeelingAfter.SAME if n % 9 else "")
        for n, day in enumerate(days * len(circle))
    )
    Presence.objects.bulk_create(
        Presence(relation=circle[n % len(circle)], moment=moment, happened_on=moment.happened_on, counts=n % 10 > 0)
        for n, moment in enumerate(moments)
    )
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def whole_tables_in(plan: str) -> list[str]:
    """The lines of a plan that read a table from end to end."""
    marks = ("Seq Scan on relations_",) if connection.vendor == "postgresql" else ("'SCAN relations_", "'SCAN U")
    return [line for line in plan.splitlines() if any(mark in line for mark in marks) and "INDEX" not in line]


def test_no_query_reads_all_moments(user):
    sanne = a_relation(user, rhythm_days=14)
    for days in range(30):
        a_moment(sanne, on=TODAY - timedelta(days=days), felt_after="same")
    queries = asked(user)
    assert len(queries) == 5
    assert [whole_tables_in(plan_of(sql)) for sql in queries] == [[]] * 5


@pytest.mark.parametrize(
    ("part_of_query", "index"),
    [
        ("last_contact_on", "contact_of_a_relation"),
        ("last_no_answer_on", "what_was_no_contact"),
        ("felt_after\" = ''", "moments_that_carry_a_feeling"),
        ("felt_after\" = ''", "heavy_gifts_of_an_owner"),
        ("COUNT(DISTINCT", "contact_of_a_relation"),
        ("UNION", "plans_of_an_owner"),
    ],
)
def test_each_question_has_its_index(user, part_of_query, index):
    ten_years(user)
    sql = next(sql for sql in asked(user) if part_of_query in sql)
    assert index in plan_of(sql)
