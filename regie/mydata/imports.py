"""Taking a file over, after the yes, in one transaction."""

import json
import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Model

from regie.mydata.formats.card import Card
from regie.mydata.joining import fingerprint, join
from regie.mydata.matches import key_from
from regie.mydata.models import Import, WaitingImport
from regie.mydata.others import take_others
from regie.mydata.previews import STAYS, Preview, Row, opened
from regie.mydata.reader import Reader
from regie.mydata.records import RELATIONS
from relations.kinds import Party
from relations.models import ContactMoment, Presence, Relation

BATCH = 500


@dataclass
class Taking:
    """One import while it is done: who each record became, and what it made and changed."""

    owner: Any
    today: date
    place_of: dict[int, Relation] = field(default_factory=dict)  # card -> who it became
    fresh: list[Relation] = field(default_factory=list)  # to be made
    changed: dict[int, dict[str, Any]] = field(default_factory=dict)  # row -> its fields before
    joined: dict[int, Relation] = field(default_factory=dict)
    made: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def note(self, rows: list[Model]) -> None:
        """Remember rows that were made."""
        for row in rows:
            self.made[row._meta.label].append(row.pk)


@transaction.atomic
def take(user, key: uuid.UUID, *, today: date, now: datetime) -> Import | None:
    """Take over the waiting file ``key`` as it was chosen. A second yes is the same import; None when it is gone."""
    done = Import.objects.filter(owner=user, key=key).first()
    if done:
        return done
    row = WaitingImport.objects.select_for_update().filter(owner=user, key=key, made_at__gt=now - STAYS).first()
    if row is None:
        return Import.objects.filter(owner=user, key=key).first()  # taken by the one we waited for
    preview = opened(row)
    taking = Taking(user, today)
    take_people(taking, preview)
    take_contacts(taking, preview)
    if preview.document:
        take_others(taking, preview.document, {preview.cards[p].uid: one for p, one in taking.place_of.items()})
    row.delete()
    return Import.objects.create(
        owner=user,
        key=key,
        made_at=now,
        taken=len(taking.fresh),
        joined=len(taking.joined),
        skipped=len(preview.cards) - preview.takes,
        unreadable=len(preview.troubles),
        made=json.dumps(
            {
                "made": taking.made,
                "changed": _changes(taking),
                "as_made": {row.pk: fingerprint(row) for row in taking.fresh},
            },
            default=str,
        ),
    )


def take_people(taking: Taking, preview: Preview) -> None:
    """Make those who are new, and put what the file says more with those who are known."""
    known = {row.pk: row for row in Relation._base_manager.filter(owner=taking.owner)}
    keys = {row.key: row for row in known.values() if row.key}
    reader = Reader(taking.owner)
    for row in preview.rows():
        if row.is_taken:
            other = _relation(row, preview, reader, taking)
            target = _target(row, taking, known) or keys.get(other.key)
            if target is None:
                keys[other.key or row] = other
                taking.fresh.append(other)
            else:
                _join(taking, target, other)
            taking.place_of[row.place] = target or other
    Relation.objects.bulk_create(taking.fresh, batch_size=BATCH)
    taking.note(taking.fresh)
    for pk, target in taking.joined.items():
        if taking.changed[pk]:
            target.save(update_fields=list(taking.changed[pk]))


def _relation(row: Row, preview: Preview, reader: Reader, taking: Taking) -> Relation:
    """What a card says, as a relation that is not saved."""
    if preview.document:
        made = reader.row(RELATIONS, preview.document[RELATIONS.name][row.place])
        made.kind = row.kind
        return made
    return relation_of(row.card, row.kind, taking.owner, taking.today)


def relation_of(card: Card, kind: str, owner, today: date) -> Relation:
    """A card as a relation of ``owner``, added today."""
    year, month, day = (int(part) if part else None for part in _birthday_parts(card.birthday))
    return Relation(
        owner=owner,
        key=key_from(card.uid),
        name=card.name,
        kind=kind,
        party=Party.PLACE if card.is_organisation else Party.PERSON,
        birthday_year=year,
        birthday_month=month,
        birthday_day=day,
        phone=card.phone,
        email=card.email,
        note=card.note,
        rhythm_days=card.rhythm_days or None,
        added_on=today,
    )


def _birthday_parts(birthday: str) -> tuple[str, str, str]:
    return (birthday[:-6].strip("-"), birthday[-5:-3], birthday[-2:]) if birthday else ("", "", "")


def _target(row: Row, taking: Taking, known: dict[int, Relation]) -> Relation | None:
    """Who is known and meant, if anyone."""
    match = row.match
    if match is None or not (match.is_certain or row.joins):
        return None
    return taking.place_of.get(match.known.place) if match.known.pk is None else known.get(match.known.pk)


def _join(taking: Taking, target: Relation, other: Relation) -> None:
    before = join(target, other)
    if target.pk is None:
        return  # made by this very file: nothing to go back to
    if target.removed_at is not None:
        before["removed_at"], target.removed_at = target.removed_at, None
    taking.joined[target.pk] = target
    taking.changed[target.pk] = before | taking.changed.get(target.pk, {})


def _changes(taking: Taking) -> dict[str, dict[str, list]]:
    """For each changed row and field what it was before and is now."""
    return {
        str(pk): {name: [value, getattr(taking.joined[pk], name)] for name, value in before.items()}
        for pk, before in taking.changed.items()
        if before
    }


def take_contacts(taking: Taking, preview: Preview) -> None:
    """Make the contact moments that came with cards. One that several cards name is one moment with several people."""
    moments: dict[uuid.UUID, tuple[ContactMoment, dict[int, Relation]]] = {}
    for place, relation in taking.place_of.items():
        for contact in preview.cards[place].contacts:
            told = f"{relation.key or relation.pk} {contact.happened_on} {contact.manner} {contact.note}"
            key = key_from(contact.uid or told)
            moment = ContactMoment(
                owner=taking.owner,
                key=key,
                happened_on=contact.happened_on,
                manner=contact.manner,
                note=contact.note,
                took_place=None if contact.happened_on > taking.today else True,
            )
            moments.setdefault(key, (moment, {}))[1][relation.pk] = relation
    known = set(ContactMoment._base_manager.filter(owner=taking.owner).values_list("key", flat=True))
    save_moments(taking, [found for key, found in moments.items() if key not in known])


def save_moments(taking: Taking, found: list[tuple[ContactMoment, dict[int, Relation]]]) -> None:
    """Save moments, each with who was there."""
    moments = ContactMoment.objects.bulk_create([moment for moment, _ in found], batch_size=BATCH)
    taking.note(moments)
    Presence.objects.bulk_create(
        (
            Presence(relation=relation, moment=moment, happened_on=moment.happened_on, counts=moment.counts)
            for moment, relations in found
            for relation in relations.values()
        ),
        batch_size=BATCH,
    )
