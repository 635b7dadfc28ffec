"""What becomes of two descriptions of one person: nothing that either says is lost."""

import hashlib
import json
from typing import Any

from relations.models import Relation

ALONE = (
    "role",
    "shares",
    "familiar_names",
    "phone",
    "email",
    "address",
)  # one value each; a second goes under the note
TOGETHER = (  # these are given as a whole or not at all
    ("birthday_day", "birthday_month", "birthday_year"),
    ("rhythm_days", "appointment_week", "appointment_weekday"),
)
LISTS = ("needs", "good_enough")


def join(kept: Relation, other: Relation) -> dict[str, Any]:
    """Put what ``other`` says more into ``kept`` (not saved). Returns what each changed field was before."""
    before = {name: getattr(kept, name) for name in changing_fields()}
    lines = [other.note]
    for name in ALONE:
        mine, theirs = getattr(kept, name), getattr(other, name)
        if not mine:
            setattr(kept, name, theirs)
        elif theirs != mine:
            lines.append(theirs)
    kept.note = with_lines(kept.note, lines)
    for names in TOGETHER:
        if all(getattr(kept, name) is None for name in names):
            for name in names:
                setattr(kept, name, getattr(other, name))
    for name in LISTS:
        setattr(kept, name, list(dict.fromkeys([*getattr(kept, name), *getattr(other, name)])))
    kept.is_unsafe = kept.is_unsafe or other.is_unsafe  # only the person's own hand takes it off
    kept.added_on = min(kept.added_on, other.added_on)
    return {name: value for name, value in before.items() if getattr(kept, name) != value}


def changing_fields() -> list[str]:
    """Every field that :func:`join` may change."""
    together = [name for names in TOGETHER for name in names]
    return [*ALONE, *together, *LISTS, "note", "is_unsafe", "added_on"]


def with_lines(note: str, lines: list[str]) -> str:
    """``note`` with each of ``lines`` under it that it does not hold yet."""
    for line in lines:
        if line and line not in note:
            note = f"{note}\n{line}" if note else line
    return note


def fingerprint(row: Relation) -> str:
    """Tells whether anything was changed about a relation; nothing can be read from it."""
    values = [getattr(row, one.attname) for one in Relation._meta.concrete_fields]
    return hashlib.sha256(json.dumps(values, default=str).encode()).hexdigest()[:16]
