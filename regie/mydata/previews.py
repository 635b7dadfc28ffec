"""A file that waits for a yes: who is in it, and what the person chose so far. Nothing of the circle changes here."""

import json
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from django.db import transaction

from regie.mydata.documents import cards_of, checked
from regie.mydata.formats import detect
from regie.mydata.formats.card import Card, Contact, Reading, Reason, Trouble
from regie.mydata.matches import Known, Match, matches_of, proposed_kind
from regie.mydata.models import WaitingImport
from regie.mydata.records import key_of
from relations.kinds import Kind
from relations.models import Relation

STAYS = timedelta(hours=1)
ON_A_PAGE = 50
SKIP = "skip"


@dataclass(frozen=True)
class Row:
    """One card of the preview, and what becomes of it as things are chosen now."""

    place: int
    card: Card
    match: Match | None
    kind: str  # or SKIP
    joins: bool

    @property
    def is_taken(self) -> bool:
        return self.kind != SKIP


@dataclass(frozen=True)
class Preview:
    """A waiting file, opened."""

    key: uuid.UUID
    cards: tuple[Card, ...]
    matches: tuple[Match | None, ...]
    troubles: tuple[Trouble, ...]
    document: dict[str, Any] | None
    for_all: str
    chosen: Mapping[str, tuple[str, bool]]

    @property
    def pages(self) -> int:
        return max(1, -(-len(self.cards) // ON_A_PAGE))

    @cached_property
    def takes(self) -> int:
        """How many cards are taken over, as things are chosen now."""
        return sum(row.is_taken for row in self.rows())

    def page(self, number: int) -> list[Row]:
        """The rows of page ``number``, counted from 1."""
        return [self.row(place) for place in self.places(number)]

    def places(self, number: int) -> range:
        """The places of the cards on page ``number``."""
        return range((number - 1) * ON_A_PAGE, min(number * ON_A_PAGE, len(self.cards)))

    def rows(self) -> Iterator[Row]:
        return (self.row(place) for place in range(len(self.cards)))

    def row(self, place: int) -> Row:
        """What was chosen for a card, else for all, else what Regie proposes."""
        card, match = self.cards[place], self.matches[place]
        if str(place) in self.chosen:
            return Row(place, card, match, *self.chosen[str(place)])
        removed = match is not None and match.known.is_removed
        proposed = SKIP if removed else (match.known.kind if match else "") or proposed_kind(card)
        return Row(place, card, match, self.for_all or proposed, joins=match is not None)


def wait(user, read: Reading | detect.Document, *, now: datetime) -> WaitingImport:
    """Let what was read wait for a yes. A file that waited before is forgotten."""
    document = None
    if isinstance(read, detect.Document):
        document, troubles = checked(user, read.content)
        cards = cards_of(document)
    else:
        cards, troubles = read.cards, read.troubles
    content = {
        "cards": [asdict(card) for card in cards],
        "matches": [match and _match_text(match) for match in matches_of(cards, known_to(user))],
        "troubles": [asdict(trouble) for trouble in troubles],
        "document": document,
    }
    values = {"key": uuid.uuid4(), "made_at": now, "content": json.dumps(content, default=str), "choices": ""}
    return WaitingImport.objects.update_or_create(owner=user, defaults=values)[0]


def known_to(user) -> list[Known]:
    """Everyone in the circle, and those who were removed but can come back. Who was merged counts as who was kept."""
    rows = list(Relation._base_manager.filter(owner=user).order_by("pk"))
    merged = dict(user.merges.values_list("removed_id", "kept_id"))
    by_pk = {row.pk: row for row in rows}
    found = []
    for row in rows:
        kept = by_pk[merged[row.pk]] if row.removed_at and row.pk in merged else row
        is_removed = kept.removed_at is not None
        found.append(
            Known(kept.name, row.email, row.phone, key_of(row), kept.pk, kind=kept.kind, is_removed=is_removed)
        )
    return found


def _match_text(match: Match) -> dict:
    return {**asdict(match.known), "is_certain": match.is_certain}


def waiting(user, now: datetime) -> Preview | None:
    """The file that waits; None when there is none, or it waited longer than an hour."""
    row = WaitingImport.objects.filter(owner=user, made_at__gt=now - STAYS).first()
    return opened(row) if row else None


def opened(row: WaitingImport) -> Preview:
    """The row as values."""
    content = json.loads(row.content)
    choices = json.loads(row.choices or "{}")
    return Preview(
        key=row.key,
        cards=tuple(_card(card) for card in content["cards"]),
        matches=tuple(match and _match(match) for match in content["matches"]),
        troubles=tuple(
            Trouble(trouble["line"], Reason(trouble["reason"]), trouble["name"]) for trouble in content["troubles"]
        ),
        document=content["document"],
        for_all=choices.get("all", ""),
        chosen=choices.get("some", {}),
    )


def _card(values: dict) -> Card:
    contacts = [Contact(**{**one, "happened_on": date.fromisoformat(one["happened_on"])}) for one in values["contacts"]]
    return Card(**{**values, "words": tuple(values["words"]), "contacts": tuple(contacts)})


def _match(values: dict) -> Match:
    is_certain = values.pop("is_certain")
    known = Known(**values)
    return Match(replace(known, key=uuid.UUID(values["key"]) if values["key"] else None), is_certain)


@transaction.atomic
def choose(user, key: uuid.UUID, chosen: Mapping[int, tuple[str, bool]]) -> None:
    """Keep what was chosen for some cards of the file ``key``."""

    def change(choices: dict) -> dict:
        some = choices.get("some", {}) | {str(place): choice for place, choice in chosen.items()}
        return {**choices, "some": some}

    _change(user, key, change)


@transaction.atomic
def choose_for_all(user, key: uuid.UUID, kind: str) -> None:
    """Choose one kind, or to skip, for every card; what was chosen before for one is gone. Empty: as proposed."""
    if kind not in (*Kind.values, SKIP, ""):
        raise ValueError(kind)
    _change(user, key, lambda choices: {"all": kind})


def _change(user, key: uuid.UUID, change) -> None:
    row = WaitingImport.objects.select_for_update().filter(owner=user, key=key).first()
    if row:
        row.choices = json.dumps(change(json.loads(row.choices or "{}")))
        row.save(update_fields=["choices"])


def forget_old(now: datetime) -> int:
    """Erase every file that waited longer than an hour; how many."""
    return WaitingImport.objects.filter(made_at__lte=now - STAYS).delete()[0]
