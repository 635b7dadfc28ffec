"""Every help line of ``lines.toml``: checked while it is read, in order of need.

line("nl-113").phone
lines_for(Slot.LISTEN, Country.BE)
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from regie.content import ContentError, Document
from regie.help.records import Country, Line, Slot

PATH = Path(__file__).with_name("lines.toml")


@dataclass(frozen=True)
class Directory:
    """The whole file."""

    lines: tuple[Line, ...]


def read(path: Path) -> dict[str, Line]:
    """The lines of a file by id, in its order; ``ContentError`` names the file and line of a mistake."""
    document = Document.read(path)
    directory = document.build(Directory)
    known: set[str] = set()
    for index, entry in enumerate(directory.lines):
        for key, mistake in _mistakes(entry, known):
            raise document.error(("lines", index, key), f"{entry.id}: {mistake}")
        known.add(entry.id)
    for country in Country:
        for slot in Slot:
            if not _of(directory.lines, slot, country):
                raise ContentError(f"{path.name}: no line of slot {slot} for country {country}")
    return {entry.id: entry for entry in directory.lines}


def _mistakes(entry: Line, known: set[str]) -> Iterable[tuple[str, str]]:
    """Each mistake of one line, as the key it stands at and what is wrong."""
    if entry.id in known:
        yield "id", "this id is there twice"
    if not entry.countries:
        yield "countries", "a line belongs to at least one country"
    for shown, dialled in (("phone", "tel"), ("also_phone", "also_tel")):
        if getattr(entry, dialled) != getattr(entry, shown).replace(" ", ""):
            yield dialled, f"{dialled} does not dial what {shown} shows"
    for key in ("chat", "web", "source"):
        if getattr(entry, key) and not getattr(entry, key).startswith("https://"):
            yield key, f"{key} must begin with https://"
    try:
        _ = entry.hours
    except (ValueError, KeyError) as error:
        yield "open", f"{error}"


@cache
def lines() -> dict[str, Line]:
    """Every line that Regie shows, by id."""
    return read(PATH)


def line(id: str) -> Line:
    """The line with this id; ``KeyError`` for an unknown one."""
    return lines()[id]


def lines_for(slot: str, country: str) -> list[Line]:
    """The lines of one slot for one country, the most needed first."""
    return _of(lines_of(country), Slot(slot), Country(country))


def lines_of(country: str) -> list[Line]:
    """All lines of one country's page, in order of need; those made for it before those it shares."""
    found = [entry for entry in lines().values() if Country(country) in entry.countries]
    return sorted(found, key=lambda entry: entry.countries[0] != country)


def _of(entries: Iterable[Line], slot: Slot, country: Country) -> list[Line]:
    return [entry for entry in entries if entry.slot == slot and country in entry.countries]
