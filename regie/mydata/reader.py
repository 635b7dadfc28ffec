"""Records of a document as rows that may be saved: what cannot be is refused before anything is written."""

import json
import uuid
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint, Field, Model

from regie.fields import FIRST_YEAR, LAST_YEAR
from regie.mydata.formats.card import NOTE_LENGTH, clean
from regie.mydata.matches import key_from
from regie.mydata.records import Table

MOST_LISTED = 100
PYTHON_TYPES = {
    "BooleanField": bool,
    "PositiveIntegerField": int,
    "PositiveSmallIntegerField": int,
    "JSONField": list,
}


class Wrong(Exception):
    """A record that cannot become a row: a value is missing, of the wrong kind, or breaks a rule."""


class Reader:
    """Makes rows of ``owner`` out of records, and says which are wrong. Nothing is saved."""

    def __init__(self, owner):
        self.owner = owner
        self.judged: dict[tuple, bool] = {}  # rules are asked of the database once for the same values

    def row(self, table: Table, record: dict[str, Any]) -> Model:
        """A row that may be saved; what it points at is left to the caller. Raises :class:`Wrong`."""
        row = table.model(owner=self.owner)
        for one in table.fields:
            if not one.is_relation and one.name in record:
                setattr(row, one.attname, self._value(table, one, record[one.name]))
        if hasattr(row, "key"):
            row.key = key_from(record["id"]) if isinstance(record.get("id"), str) else uuid.uuid4()
        empty = [one.name for one in table.fields if one.null and getattr(row, one.attname) is None]
        pointing = [one.name for one in row._meta.concrete_fields if one.is_relation]
        try:
            row.clean_fields(exclude=[*empty, *pointing])
        except ValidationError as error:
            raise Wrong(table.name) from error
        if any(self._breaks(rule, row) for rule in row._meta.constraints if isinstance(rule, CheckConstraint)):
            raise Wrong(table.name)
        return row

    def _value(self, table: Table, one: Field, value: Any) -> Any:
        if one.name in table.packed:
            return json.dumps(value)
        if value is None and one.null:
            return None
        kind = PYTHON_TYPES.get(one.get_internal_type(), str)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise Wrong(one.name)
        if kind is list:
            return _listed(value, table.listed.get(one.name))
        return self._text_or_number(one, clean(value) if kind is str else value)

    def _text_or_number(self, one: Field, value: Any) -> Any:
        if isinstance(value, str) and len(value) > NOTE_LENGTH:
            raise Wrong(one.name)
        try:
            value = one.to_python(value)
        except (ValidationError, OverflowError) as error:
            raise Wrong(one.name) from error
        if isinstance(value, date | datetime) and not FIRST_YEAR <= value.year <= LAST_YEAR:
            raise Wrong(one.name)
        return value

    def _breaks(self, rule: CheckConstraint, row: Model) -> bool:
        values = (rule.name, *(getattr(row, name) for name in sorted(rule.condition.referenced_base_fields)))
        if values not in self.judged:
            try:
                rule.validate(type(row), row)
            except ValidationError:
                self.judged[values] = True
            else:
                self.judged[values] = False
        return self.judged[values]


def _listed(values: list, allowed: list[str] | None) -> list[str]:
    """The words of a list, each once; others than the ``allowed`` are left out."""
    words = dict.fromkeys(value for value in values if isinstance(value, str) and len(value) <= MOST_LISTED)
    return [word for word in words if allowed is None or word in allowed][:MOST_LISTED]
