"""On which line each key of a TOML text stands: the reader of the standard library does not tell."""

import re

HEADER = re.compile(r"\s*(\[\[?)\s*([\w.-]+)\s*\]\]?\s*(#.*)?$")
KEY = re.compile(r"\s*([\w-]+)\s*=")


def lines_of(text: str) -> dict[tuple, int]:
    """Map each table and key of a TOML text to its line: ``("claims", 1, "source")`` to 12."""
    lines: dict[tuple, int] = {(): 1}
    counts: dict[tuple, int] = {}
    table, closing = (), ""
    for number, line in enumerate(text.splitlines(), start=1):
        if closing:
            closing = "" if closing in line else closing
        elif header := HEADER.match(line):
            table = _table(header[2].split("."), header[1] == "[[", counts)
            lines.setdefault(table, number)
        elif key := KEY.match(line):
            lines[(*table, key[1])] = number
            closing = next((quotes for quotes in ('"""', "'''") if line.count(quotes) == 1), "")
    return lines


def _table(names: list[str], is_item: bool, counts: dict[tuple, int]) -> tuple:
    """The place that a header opens; a list of tables has its running index in it."""
    place: tuple = ()
    for depth, name in enumerate(names, start=1):
        place = (*place, name)
        if is_item and depth == len(names):
            counts[place] = counts.get(place, 0) + 1
        if place in counts:
            place = (*place, counts[place] - 1)
    return place
