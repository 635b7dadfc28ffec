"""Rows of the database as records of a document. A record leaves out what is empty."""

import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Field, Model, Prefetch
from django.utils.crypto import salted_hmac

from assessment.models import HelpStep, KeptOutcome, SafeguardState
from regie.accounts.models import Consent
from regie.mydata.models import CalendarFeed
from regie.post.models import Reminder, Subscription
from relations.kinds import Need
from relations.models import ContactMoment, HardMoment, Intention, OwnRegie, Pause, Presence, Relation, TwoReadings

NOT_OURS = frozenset({"id", "owner", "key"})  # numbers of this database, and what stands in a record as its id


@dataclass(frozen=True)
class Table:
    """One list of records: its name in documents and file names, and its model.

    ``packed`` fields hold JSON as text; ``listed`` says which words may stand in a list; ``without`` stays at home.
    """

    name: str
    model: type[Model]
    packed: tuple[str, ...] = ()
    listed: dict[str, list[str]] = field(default_factory=dict)
    without: frozenset[str] = frozenset()

    @property
    def fields(self) -> list[Field]:
        return [one for one in self.model._meta.concrete_fields if one.name not in NOT_OURS | self.without]

    def rows(self, user):
        """All that ``user`` has of it, what was removed but can come back included, oldest first."""
        return self.model._base_manager.filter(owner=user).order_by("pk")


NEEDS = {"needs": Need.values, "good_enough": Need.values}
RELATIONS = Table("relations", Relation, listed=NEEDS)
MOMENTS = Table("moments", ContactMoment)
TABLES = (
    RELATIONS,
    MOMENTS,
    Table("intentions", Intention),
    Table("readings", TwoReadings),
    Table("hard_moment", HardMoment),
    Table("own_regie", OwnRegie),
    Table("pauses", Pause),
    Table("help_steps", HelpStep),
    Table("kept_outcomes", KeptOutcome, packed=("content",)),
    Table("safeguard", SafeguardState, packed=("content",)),
    Table("consents", Consent),
    Table("mail_settings", Subscription),
    Table("reminders", Reminder, without=frozenset({"token", "claimed_at", "tries"})),
    Table("calendar_feed", CalendarFeed, without=frozenset({"secret", "digest"})),
)

LEFT_OUT = {  # what has an owner and stands in no table, and why
    "regie.Session": "in the account, without what opens it",
    "regie.Mail": "a message on its way, gone once it is sent",
    "regie.WaitingImport": "somebody's file, gone within an hour",
    "regie.Import": "only the way back, gone when it is used",
    "regie.Merge": "only the way back, gone when it is used",
}


def key_of(row: Model) -> uuid.UUID:
    """What names a row outside this database, each time the same: its key, or one made of its number and our secret."""
    return row.key or derived_key(row._meta.label, row.pk)


def derived_key(label: str, pk: int) -> uuid.UUID:
    """The key of a row that has none of its own."""
    return uuid.UUID(bytes=salted_hmac("regie.mydata.records", f"{label}.{pk}", algorithm="sha256").digest()[:16])


class Keys:
    """The keys of all of a person's rows that others point at, asked once."""

    def __init__(self, user):
        self.of_model = {model: keys_of(model, user) for model in (Relation, ContactMoment, Intention)}

    def of(self, model: type[Model], pk: int | None) -> str | None:
        """The key of the row ``pk``; None for nothing."""
        return str(self.of_model[model][pk]) if pk in self.of_model[model] else None


def keys_of(model: type[Model], user) -> dict[int, uuid.UUID]:
    """The key of each row of ``user``."""
    rows = model._base_manager.filter(owner=user).values_list("pk", "key")
    return {pk: key or derived_key(model._meta.label, pk) for pk, key in rows}


def records_of(table: Table, user, keys: Keys) -> Iterator[dict[str, Any]]:
    """Each row of ``table`` as a record, without holding them all."""
    rows = table.rows(user)
    if table is MOMENTS:
        rows = rows.prefetch_related(Prefetch("presences", Presence.objects.order_by("pk")))
    for row in rows.iterator(chunk_size=1_000):
        yield record_of(table, row, keys)


def record_of(table: Table, row: Model, keys: Keys) -> dict[str, Any]:
    """One row as a record."""
    record = {"id": str(key_of(row))} if hasattr(row, "key") else {}
    for one in table.fields:
        value = getattr(row, one.attname)
        if one.is_relation:
            value = keys.of(one.related_model, value)
        record[one.name] = unpacked(value) if one.name in table.packed else plain(value)
    if table is MOMENTS:
        record["relations"] = [keys.of(Relation, one.relation_id) for one in row.presences.all()]
    return {name: value for name, value in record.items() if value not in ("", [])}


def unpacked(text: str) -> Any:
    """What a field holds as JSON; what cannot be read stays the text it is, so that an archive never fails on it."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value) if isinstance(value, uuid.UUID) else value
