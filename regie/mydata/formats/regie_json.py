"""Regie's own JSON: one document with a version, and under each name a list of records.

    {"format": "regie", "version": 1, "account": {…}, "relations": [{"id": "3f…", "name": …}, …], "moments": […], …}

``id`` is the key of a record: others point at it, and a second import knows it again. Days are ``2026-11-20``,
moments in time are in UTC. A reader ignores names it does not know; a newer version it refuses.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from regie.mydata.formats.card import Refusal, Unreadable

FORMAT = "regie"
VERSION = 1
MOST_PARTS = 300_000  # objects and lists: what a file of 10 MB can hold of real records, more than twice


def is_regie(document: Any) -> bool:
    """Does ``document`` say that it is ours?"""
    return isinstance(document, dict) and document.get("format") == FORMAT


def parse(text: str) -> Any:
    """What JSON says. Raises :class:`Unreadable` when it is cut off, wrong, nested too deep, or all brackets."""
    if text.count("{") + text.count("[") > MOST_PARTS:
        raise Unreadable(Refusal.BROKEN)

    def refuse(constant: str):
        raise ValueError(constant)  # NaN and the infinities are no JSON

    try:
        return json.loads(text, parse_constant=refuse)
    except json.JSONDecodeError as error:
        is_cut = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated")
        raise Unreadable(Refusal.CUT_OFF if is_cut else Refusal.BROKEN) from error
    except (ValueError, RecursionError) as error:
        raise Unreadable(Refusal.BROKEN) from error


def records_of(document: Mapping[str, Any]) -> dict[str, list[dict]]:
    """Each list of records in a document of ours. Raises :class:`Unreadable` for a newer version."""
    version = document.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise Unreadable(Refusal.BROKEN)
    if version > VERSION:
        raise Unreadable(Refusal.NEWER)
    lists = {name: rows for name, rows in document.items() if isinstance(rows, list)}
    if any(not isinstance(row, dict) for rows in lists.values() for row in rows):
        raise Unreadable(Refusal.BROKEN)
    return lists


def write(head: Mapping[str, Any], lists: Iterable[tuple[str, Iterable[Mapping]]]) -> Iterator[bytes]:
    """A document, record by record, so that it is never whole in memory. ``head`` holds what is no list."""
    opening = json.dumps({"format": FORMAT, "version": VERSION, **head}, ensure_ascii=False, indent=1)
    yield opening.removesuffix("\n}").encode()
    for name, records in lists:
        yield f",\n {json.dumps(name)}: [".encode()
        between = "\n  "
        for record in records:
            yield (between + json.dumps(record, ensure_ascii=False)).encode("utf-8", "replace")
            between = ",\n  "
        yield b"\n ]"
    yield b"\n}\n"
