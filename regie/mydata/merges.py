"""Two relations that turn out to be one: merged with all that belongs to them, and parted again."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Model

from regie.mydata.formats.card import Card
from regie.mydata.joining import join
from regie.mydata.matches import Circle, Known
from regie.mydata.models import Merge
from relations.models import HardMoment, Intention, Pause, Presence, Relation, TwoReadings

POINTING = (Intention, TwoReadings, HardMoment)  # what simply goes along


@dataclass(frozen=True)
class Pair:
    """Two relations that are likely one."""

    first: Relation
    second: Relation


def likely_pairs(user) -> Iterator[Pair]:
    """Relations that share a name, an address or a number with an earlier one."""
    circle, rows = Circle(), list(Relation.objects.of(user).order_by("pk"))
    for place, row in enumerate(rows):
        match = circle.match(Card(row.name, email=row.email, phone=row.phone))
        if match:
            yield Pair(rows[match.known.pk], row)
        circle.add(Known(row.name, row.email, row.phone, pk=place))


@transaction.atomic
def merge(user, kept: Relation, other: Relation, *, now: datetime) -> Merge:
    """Put ``other`` into ``kept``: moments, intentions, readings, needs and notes of both stay. Twice is once."""
    both = {row.pk: row for row in Relation.objects.of(user).select_for_update().filter(pk__in=[kept.pk, other.pk])}
    done = Merge.objects.filter(owner=user, kept=kept, removed=other).first()
    if done or len(both) < 2:
        return done
    kept, other = both[kept.pk], both[other.pk]
    fields = join(kept, other)
    kept.save(update_fields=list(fields) or ["note"])
    moved = {model._meta.label: _move(model, other, kept) for model in POINTING}
    moved[Presence._meta.label] = _move_presences(other, kept)
    moved[Pause._meta.label] = [] if kept.pauses.exists() else _move(Pause, other, kept)
    other.removed_at = now
    other.save(update_fields=["removed_at"])
    after = {name: getattr(kept, name) for name in fields}
    before = json.dumps({"fields": fields, "after": after, "moved": moved}, default=str)
    return Merge.objects.create(owner=user, kept=kept, removed=other, made_at=now, before=before)


def _move(model: type[Model], other: Relation, kept: Relation) -> list[int]:
    pks = list(model._base_manager.filter(relation=other).values_list("pk", flat=True))
    model._base_manager.filter(pk__in=pks).update(relation=kept)
    return pks


def _move_presences(other: Relation, kept: Relation) -> list[int]:
    """Presences of ``other`` go along, but for moments in which both were: there one is enough."""
    shared = Presence.objects.filter(relation=kept).values("moment")
    pks = list(Presence.objects.filter(relation=other).exclude(moment__in=shared).values_list("pk", flat=True))
    Presence.objects.filter(pk__in=pks).update(relation=kept)
    return pks


@transaction.atomic
def part(done: Merge) -> None:
    """Undo a merge: what moved goes back, what joining changed is as before unless it was changed since."""
    before, kept, other = json.loads(done.before), done.kept, done.removed
    for label, pks in before["moved"].items():
        model = next(model for model in (*POINTING, Presence, Pause) if model._meta.label == label)
        model._base_manager.filter(pk__in=pks, relation=kept).update(relation=other)
    back = restored(kept, before["fields"], before["after"])
    kept.save(update_fields=back or ["note"])
    other.removed_at = None
    other.save(update_fields=["removed_at"])
    done.delete()


def restored(row: Relation, fields: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """Give each field of ``row`` its former value, unless the person changed it since; which ones."""
    back = [name for name in fields if str(getattr(row, name)) == str(after[name])]
    for name in back:
        setattr(row, name, Relation._meta.get_field(name).to_python(fields[name]))
    return back
