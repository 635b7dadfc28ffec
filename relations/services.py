"""Deeds: what changes several rows, or must happen once. Each is safe to repeat."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from relations.kinds import Status
from relations.models import ContactMoment, Pause, Presence, Relation
from relations.rules.rhythm import not_now_until

UNDO_DAYS = 30


def add_relation(owner, *, key: UUID | None = None, **fields) -> Relation:
    """Put a relation in the circle of ``owner``; the same ``key`` twice is one relation."""
    return make_once(Relation(owner=owner, key=key, **fields))


def make_once(row):
    """Save a new row of a form; where its key made one before, that one. Returns the row that is there."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        return once(type(row), row.owner, row.key)
    return row


def log_contact(
    owner, relations: Sequence[Relation], *, happened_on: date, today: date, key: UUID | None = None, **fields
) -> ContactMoment:
    """Record one moment with one or more relations; the same ``key`` twice is one moment. A future day is a plan."""
    moment = ContactMoment(owner=owner, key=key, happened_on=happened_on, **fields)
    moment.took_place = None if happened_on > today else True
    try:
        with transaction.atomic():
            moment.save(force_insert=True)
            be_present(moment, relations)
    except IntegrityError:
        return once(ContactMoment, owner, key)
    return moment


def once(model, owner, key: UUID | None):
    """What this key made before. Raises ``IntegrityError`` again where it made nothing: then another rule refused."""
    made = model.objects.filter(owner=owner, key=key).first() if key else None
    if made is None:
        raise IntegrityError(f"{model.__name__} was refused, and not for its key")
    return made


def be_present(moment: ContactMoment, relations: Sequence[Relation]) -> None:
    """Write who was there, with the moment's day and weight."""
    Presence.objects.bulk_create(
        Presence(relation=relation, moment=moment, happened_on=moment.happened_on, counts=moment.counts)
        for relation in relations
    )


def weigh(moment: ContactMoment) -> None:
    """Copy the moment's day and weight to who was there."""
    moment.presences.update(happened_on=moment.happened_on, counts=moment.counts)


@transaction.atomic
def edit_moment(moment: ContactMoment, relations: Sequence[Relation], *, today: date) -> None:
    """Keep a changed moment and who was there. Moved to the future it is a plan again; removed relations stay in it."""
    if moment.happened_on > today:
        moment.took_place = None
    moment.save()
    moment.presences.filter(relation__removed_at__isnull=True).exclude(relation__in=relations).delete()
    known = set(moment.presences.values_list("relation_id", flat=True))
    weigh(moment)
    be_present(moment, [relation for relation in relations if relation.pk not in known])


@transaction.atomic
def answer_plan(moment: ContactMoment, *, took_place: bool) -> bool:
    """Say once whether a plan went ahead. Returns whether this was that one time."""
    answered = ContactMoment.objects.filter(pk=moment.pk, took_place__isnull=True).update(took_place=took_place)
    if answered:
        moment.took_place = took_place
        weigh(moment)
    return bool(answered)


@transaction.atomic
def remove_moment(moment: ContactMoment, *, now: datetime) -> None:
    """Take a moment out of sight; it can come back for thirty days."""
    if moment.removed_at is None:
        moment.removed_at = now
        moment.save(update_fields=["removed_at"])
        weigh(moment)


@transaction.atomic
def restore_moment(moment: ContactMoment) -> None:
    """Bring a removed moment back."""
    moment.removed_at = None
    moment.save(update_fields=["removed_at"])
    weigh(moment)


def remove_relation(relation: Relation, *, now: datetime) -> None:
    """Take a relation out of sight, and with it the moments that have nobody else; it can come back for thirty days."""
    if relation.removed_at is None:
        relation.removed_at = now
        relation.save(update_fields=["removed_at"])


def restore_relation(relation: Relation) -> None:
    """Bring a removed relation and its moments back."""
    relation.removed_at = None
    relation.save(update_fields=["removed_at"])


def change_status(relation: Relation, status: str, *, today: date) -> None:
    """Give a relation another status, and remember the former one to undo it."""
    if relation.status != status:
        relation.former_status, relation.status = relation.status, status
        relation.status_changed_on = today
        relation.save(update_fields=["status", "former_status", "status_changed_on"])


def undo_status(relation: Relation, *, today: date) -> None:
    """Give a relation its former status back."""
    if relation.former_status:
        relation.status, relation.former_status = relation.former_status, ""
        relation.status_changed_on = today
        if relation.status != Status.DIED:
            relation.died_on, relation.wants_anniversaries = None, False
        fields = ["status", "former_status", "status_changed_on", "died_on", "wants_anniversaries"]
        relation.save(update_fields=fields)


@transaction.atomic
def note_death(relation: Relation, *, died_on: date | None, wants_anniversaries: bool, today: date) -> None:
    """Someone died. All that Regie proposes falls silent at once; the day comes back only where it was asked for."""
    relation.died_on, relation.wants_anniversaries = died_on, wants_anniversaries
    relation.save(update_fields=["died_on", "wants_anniversaries"])
    change_status(relation, Status.DIED, today=today)


def mark_unsafe(relation: Relation, *, is_unsafe: bool) -> None:
    """Mark a relation unsafe, or take that off by hand. Nothing else ever takes it off."""
    relation.is_unsafe = is_unsafe
    relation.save(update_fields=["is_unsafe"])


def say_not_now(relation: Relation, *, today: date) -> None:
    """Propose nothing with this relation for a quarter of its rhythm, and at least three days."""
    turn = relation.rhythm_days or (relation.appointment.cycle_days if relation.appointment else 0)
    relation.quiet_until = not_now_until(today, turn)
    relation.save(update_fields=["quiet_until"])


def pause(owner, relation: Relation | None, *, starts_on: date, ends_on: date | None, reason: str = "") -> Pause:
    """Pause one relation, or all where ``relation`` is None. A new pause takes the place of the old one."""
    values = {"starts_on": starts_on, "ends_on": ends_on, "reason": reason}
    return Pause.objects.update_or_create(owner=owner, relation=relation, defaults=values)[0]


def end_pause(owner, relation: Relation | None) -> None:
    """Go on as before."""
    Pause.objects.filter(owner=owner, relation=relation).delete()


@transaction.atomic
def purge_removed(now: datetime) -> None:
    """Erase for good what was removed more than thirty days ago. A moment goes with its last relation."""
    too_old = now - timedelta(days=UNDO_DAYS)
    ContactMoment.objects.filter(removed_at__lt=too_old).delete()
    gone = Relation.objects.filter(removed_at__lt=too_old)
    owners = set(gone.values_list("owner", flat=True))
    gone.delete()
    ContactMoment.objects.filter(owner__in=owners, presences__isnull=True).delete()
