"""Regie's own document: which of its records can be taken, and who is in it."""

from collections.abc import Mapping
from typing import Any

from regie.mydata.formats.card import Card, Reason, Trouble, birthday_of
from regie.mydata.formats.regie_json import records_of
from regie.mydata.reader import Reader, Wrong
from regie.mydata.records import RELATIONS, TABLES, Table

# What is said or asked for in this account itself is never taken over.
NEVER = frozenset({"consents", "mail_settings", "reminders", "calendar_feed"})
TAKEN = tuple(table for table in TABLES if table.name not in NEVER)


def checked(user, content: Mapping[str, Any]) -> tuple[dict[str, list[dict]], list[Trouble]]:
    """The records that ``user`` could take, per table, and what is wrong with the others."""
    lists, reader, troubles = records_of(content), Reader(user), []
    found = {table.name: list(_sound(table, lists.get(table.name, []), reader, troubles)) for table in TAKEN}
    return found, troubles


def _sound(table: Table, records: list[dict], reader: Reader, troubles: list[Trouble]):
    for place, record in enumerate(records, start=1):
        try:
            reader.row(table, record)
        except Wrong:
            name = record.get("name") or record.get("happened_on") or table.name
            troubles.append(Trouble(place, Reason.WRONG, str(name)[:100]))
        else:
            yield record


def cards_of(document: Mapping[str, list[dict]]) -> list[Card]:
    """The people of a document that was checked, as cards for the preview."""
    return [_card(place, record) for place, record in enumerate(document[RELATIONS.name], start=1)]


def _card(place: int, record: dict) -> Card:
    month, day = record.get("birthday_month"), record.get("birthday_day")
    return Card(
        name=record["name"],
        line=place,
        uid=record["id"] if isinstance(record.get("id"), str) else "",
        birthday=birthday_of(record.get("birthday_year"), month, day) if month and day else "",
        phone=record.get("phone", ""),
        email=record.get("email", ""),
        note=record.get("note", ""),
        words=(record["kind"],),
        is_organisation=record.get("party", "person") != "person",
    )
