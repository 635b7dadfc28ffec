"""How contact is shared over the three kinds, beside one's own wish: words and a bar, no target and no total."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from relations.kinds import Kind

WIDTH = 200  # of the bar
FEW = 4  # so many different people are still a few


class Part(StrEnum):
    """The words for a share."""

    NOTHING = "nothing"
    SMALL = "small"
    THIRD = "third"
    HALF = "half"
    MOST = "most"


class Variety(StrEnum):
    """The words for with how many different people, places and groups."""

    NOBODY = "nobody"
    ONE = "one"
    FEW = "few"
    MANY = "many"


@dataclass(frozen=True)
class Contact:
    """What there was with one kind in a period: contact moments, and different relations in them."""

    moments: int = 0
    relations: int = 0


@dataclass(frozen=True)
class Bar:
    """One kind: its words, the length of its share, and where the wish stands (None without one)."""

    kind: Kind
    part: Part
    variety: Variety
    length: float
    wish_at: float | None


def part(share: float) -> Part:
    """The word for ``share``, 0 to 1."""
    if not share:
        return Part.NOTHING
    edges = ((0.2, Part.SMALL), (0.4, Part.THIRD), (0.6, Part.HALF))
    return next((word for edge, word in edges if share < edge), Part.MOST)


def variety(relations: int) -> Variety:
    """The word for contact with so many different relations."""
    if relations > FEW:
        return Variety.MANY
    return (Variety.NOBODY, Variety.ONE)[relations] if relations < 2 else Variety.FEW


def draw(contacts: Mapping[str, Contact], wishes: Mapping[str, int]) -> list[Bar]:
    """A bar for each kind. ``wishes`` are weights of any scale; without any there is no line."""
    contact_of = {kind: contacts.get(kind, Contact()) for kind in Kind}
    shares = _shares({kind: contact.moments for kind, contact in contact_of.items()})
    wished = _shares({kind: wishes.get(kind, 0) for kind in Kind})
    has_wish = any(wishes.values())
    return [
        Bar(
            kind=kind,
            part=part(shares[kind]),
            variety=variety(contact_of[kind].relations),
            length=round(shares[kind] * WIDTH, 1),
            wish_at=round(wished[kind] * WIDTH, 1) if has_wish else None,
        )
        for kind in Kind
    ]


def _shares(weights: Mapping[Kind, int]) -> dict[Kind, float]:
    total = sum(weights.values())
    return {kind: weight / total if total else 0.0 for kind, weight in weights.items()}
