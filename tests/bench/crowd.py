"""Many accounts with ten years of moments, written by PostgreSQL itself: ten million rows in minutes.

The moments of one account lie scattered among those of all others, as they do when many people write for years.
"""

from datetime import timedelta

from django.db import connection

from assessment.models import SafeguardState, State
from assessment.safeguard import Level
from regie.accounts.consent import TEXT_VERSION
from regie.accounts.models import Consent, Scope, User
from regie.post.models import Subscription
from regie.sealed import seal
from relations.kinds import Kind, Manner, Rhythm
from relations.models import Relation

RELATIONS, MOMENTS = 60, 2000  # of each account
WITH_MAIL = 10  # every tenth account asked for the weekly message
SOON = timedelta(days=6)
TABLES = ("relations_contactmoment", "relations_presence")

NEW_MOMENTS = """
    INSERT INTO relations_contactmoment
      (owner_id, happened_on, manner, took_place, started_by, exchange, felt_before, felt_after, note, created_at)
    SELECT %(first)s + n %% %(owners)s, current_date - (random() * 3650)::int,
           (%(manners)s::text[])[1 + (random() * %(last_manner)s)::int], true, '', '', '',
           (ARRAY['', '', '', 'heavier', 'same', 'lighter'])[1 + (random() * 5)::int],
           CASE WHEN random() < 0.3 THEN %(note)s ELSE '' END, now()
    FROM generate_series(0, %(moments)s::bigint - 1) n
"""
NEW_PRESENCES = """
    INSERT INTO relations_presence (moment_id, relation_id, happened_on, counts)
    SELECT id, %(relation)s + (owner_id - %(first)s) * %(relations)s + chosen, happened_on, manner <> 'no_answer'
    FROM (SELECT *, (random() * (%(relations)s - 1))::int AS one, random() < 0.25 AS is_two
          FROM relations_contactmoment WHERE id >= %(moment)s) m,
         LATERAL (VALUES (one), (CASE WHEN is_two THEN (one + 1) %% %(relations)s END)) who (chosen)
    WHERE chosen IS NOT NULL
"""


def ask(sql: str, **values) -> list:
    """The rows of an answer; empty where there are none to give."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)
        return cursor.fetchall() if cursor.description else []


def accounts(start: int, count: int) -> int:
    """So many people with consent, an outcome, and a circle of sixty. Returns the number of the first."""
    people = User.objects.bulk_create(User(username=f"crowd-{n}") for n in range(start, start + count))
    Consent.objects.bulk_create(
        Consent(owner=p, scope=scope, text_version=TEXT_VERSION) for p in people for scope in Scope
    )
    SafeguardState.objects.bulk_create(SafeguardState(owner=p, content=State(Level.TIPS).as_text()) for p in people)
    Subscription.objects.bulk_create(
        Subscription(owner=p, kind="digest", weekday=6, hour=10, asked_at=p.date_joined, next_at=p.date_joined + SOON)
        for p in people[::WITH_MAIL]
    )
    Relation.objects.bulk_create(
        (
            Relation(
                owner=p, name=f"Mens {n}", kind=Kind.values[n % 3], rhythm_days=[None, *Rhythm.values][n % 6],
                added_on="2016-01-01",
            )
            for p in people
            for n in range(RELATIONS)
        ),
        batch_size=5000,
    )  # fmt: skip
    return people[0].pk


def moments(first: int, owners: int, count: int) -> None:
    """So many moments, dealt out over ``owners`` accounts from number ``first`` on."""
    (last,), (relation,) = (
        ask("SELECT coalesce(max(id), 0) FROM relations_contactmoment")[0],
        ask("SELECT min(id) FROM relations_relation WHERE owner_id = %(first)s", first=first)[0],
    )
    note = seal("We aten soep en praatten over vroeger.")
    manners = list(Manner.values)
    ask(
        NEW_MOMENTS,
        first=first, owners=owners, moments=count, note=note, manners=manners, last_manner=len(manners) - 1,
    )  # fmt: skip
    ask(NEW_PRESENCES, first=first, relation=relation, relations=RELATIONS, moment=last + 1)


def without_indexes(deed) -> None:
    """Do ``deed`` while the two large tables have neither indexes nor references; make both again afterwards."""
    references = ask(
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE contype = 'f' AND conrelid::regclass::text = ANY(%(tables)s)",
        tables=list(TABLES),
    )
    indexes = ask(
        "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY(%(tables)s)"
        " AND indexname NOT IN (SELECT conname FROM pg_constraint)",
        tables=list(TABLES),
    )
    for table, name, _ in references:
        ask(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    for name, _ in indexes:
        ask(f"DROP INDEX {name}")
    deed()
    for _, definition in indexes:
        ask(definition)
    for table, name, definition in references:
        ask(f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}")
