"""Taking an import back as a whole."""

from datetime import datetime

from django.apps import apps
from django.db import transaction

from regie.mydata.joining import fingerprint
from regie.mydata.merges import restored
from regie.mydata.models import Import, Merge
from relations.models import Intention, Pause, Presence, Relation, TwoReadings

BATCH = 500


@transaction.atomic
def undo(done: Import, *, now: datetime) -> int:
    """Take a whole import back. Who got something new since then stays; returns how many those are."""
    done = Import.objects.select_for_update().get(pk=done.pk)
    if done.undone_at is not None:
        return 0
    steps = done.steps
    made = {label: set(pks) for label, pks in steps["made"].items()}
    people = made.pop(Relation._meta.label, set())
    for label in reversed(made):
        _delete(label, made[label])
    _restore(done.owner, steps["changed"])
    staying = _with_something_new(done.owner, people) | _changed_since(done.owner, people, steps["as_made"])
    _delete(Relation._meta.label, people - staying)
    done.undone_at, done.made = now, ""
    done.save(update_fields=["undone_at", "made"])
    return len(staying)


def _delete(label: str, pks: set[int]) -> None:
    model, chosen = apps.get_model(label), sorted(pks)
    for start in range(0, len(chosen), BATCH):
        model._base_manager.filter(pk__in=chosen[start : start + BATCH]).delete()


def _restore(owner, changed: dict[str, dict[str, list]]) -> None:
    for row in Relation._base_manager.filter(owner=owner, pk__in=[int(pk) for pk in changed]):
        steps = changed[str(row.pk)]
        before, after = ({name: step[side] for name, step in steps.items()} for side in (0, 1))
        row.save(update_fields=restored(row, before, after) or ["note"])


def _changed_since(owner, people: set[int], as_made: dict[str, str]) -> set[int]:
    """Those about whom the person wrote or chose something after the import."""
    rows = (row for row in Relation._base_manager.filter(owner=owner) if row.pk in people)
    return {row.pk for row in rows if fingerprint(row) != as_made[str(row.pk)]}


def _with_something_new(owner, people: set[int]) -> set[int]:
    """Those with whom something was noted after the import, or who were merged."""
    staying = set(Presence.objects.filter(relation__owner=owner).values_list("relation_id", flat=True))
    for model in (Intention, TwoReadings, Pause):
        staying |= set(model._base_manager.filter(owner=owner).values_list("relation_id", flat=True))
    for pair in Merge.objects.filter(owner=owner).values_list("kept_id", "removed_id"):
        staying |= set(pair)
    return staying & people
