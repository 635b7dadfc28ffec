"""Turning the pages of a timeline of any length, without an offset that slows."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.db.models import QuerySet, prefetch_related_objects

from regie.search import Seeker
from relations.models import ContactMoment

PAGE = 30  # moments
CHUNK = 500  # moments read at a time while searching
PK = re.compile(r"[0-9]{1,18}")


@dataclass(frozen=True)
class Place:
    """A moment to turn the page at, as it stands in an address: ``2026-11-06_123``."""

    day: date
    pk: int

    def __str__(self):
        return f"{self.day.isoformat()}_{self.pk}"

    @classmethod
    def read(cls, text: str) -> "Place | None":
        """The place that ``text`` names; None where it names none."""
        day, _, pk = text.partition("_")
        try:
            return cls(date.fromisoformat(day), int(pk)) if PK.fullmatch(pk) else None
        except ValueError:
            return None

    @classmethod
    def of(cls, moment: ContactMoment) -> "Place":
        return cls(moment.happened_on, moment.pk)


@dataclass(frozen=True)
class Page:
    """Moments of one page, latest first, and where to turn."""

    moments: list[ContactMoment]
    later: Place | None
    earlier: Place | None


def turn(moments: QuerySet, seeker: Seeker, named: set[int], *, before: Place | None, after: Place | None) -> Page:
    """The page of ``moments`` before or after a place, else the first; with ``seeker`` only those that it finds."""
    if after:
        forwards = moments.after(after.day, after.pk).order_by("happened_on", "id")
        found = list(islice(sought(forwards, seeker, named), PAGE + 1))
        shown, has_later, has_earlier = found[:PAGE][::-1], len(found) > PAGE, True
    else:
        back = moments.before(before.day, before.pk) if before else moments
        found = list(islice(sought(back.latest_first(), seeker, named), PAGE + 1))
        shown, has_later, has_earlier = found[:PAGE], before is not None, len(found) > PAGE
    prefetch_related_objects(shown, *moments.with_people()._prefetch_related_lookups)
    return Page(
        shown,
        later=Place.of(shown[0]) if shown and has_later else None,
        earlier=Place.of(shown[-1]) if shown and has_earlier else None,
    )


def sought(moments: QuerySet, seeker: Seeker, named: set[int]) -> Iterator[ContactMoment]:
    """The moments that ``seeker`` finds in their note, or whose people it found by name (``named``: moment ids)."""
    if not seeker:
        return iter(moments[: PAGE + 1])
    return matching(moments.iterator(chunk_size=CHUNK), seeker, named)


def matching(moments: Iterable[ContactMoment], seeker: Seeker, named: set[int]) -> Iterator[ContactMoment]:
    """Those of ``moments`` that answer the query, read only as far as they are asked for."""
    return (moment for moment in moments if moment.pk in named or seeker.finds(moment.note))
