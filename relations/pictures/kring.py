"""The kring: you and three rings of people, places and groups. Who is drawn never shrinks, fades or drifts."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from relations.kinds import Kind
from relations.pictures import names
from relations.pictures.dots import Dot, Member
from relations.pictures.placement import BANDS, room, size_for, spots

ME = 20  # radius of the disc in the middle
RING_NAMES = {68: 8, 120: 8, 172: 10}  # baseline of each ring's name, and signs of the longest in any language
NAMED = 16  # up to so many dots all have a name
LINKED = 40  # up to so many dots each is a link

Disc = tuple[float, float, float]  # the middle (x, y) and the radius


class Label(NamedTuple):
    """A name in the picture; ``x`` is its middle, ``y`` its baseline."""

    text: str
    x: float
    y: float
    is_soon: bool


@dataclass(frozen=True)
class Kring:
    """The picture: what a template needs to draw it."""

    dots: list[Dot]
    labels: list[Label]
    is_complete: bool  # False when not everyone fits

    @property
    def is_empty(self) -> bool:
        return not self.dots

    @property
    def has_links(self) -> bool:
        return len(self.dots) <= LINKED


def draw(members: Iterable[Member]) -> Kring:
    """Place ``members``. The same members in the same order always give the same picture."""
    members = list(members)
    rings = [[member for member in members if member.kind == kind] for kind in Kind]
    size = size_for(tuple(len(ring) for ring in rings))
    dots = [
        Dot(member, x, y, member.shape(size))
        for band, ring in zip(BANDS, rings, strict=True)
        for member, (x, y) in _seated(band, ring, size)
    ]
    return Kring(dots, _labels(dots), is_complete=len(dots) == len(members))


def _seated(band, ring: list[Member], size: float):
    seated = ring[: room(band, size)]
    return zip(seated, spots(band, len(seated), size), strict=True)


def _labels(dots: list[Dot]) -> list[Label]:
    """All names up to sixteen dots, else those of good moments; these come first, then inner rings first."""
    named = [dot for dot in dots if dot.member.is_soon]
    if len(dots) <= NAMED:
        named += [dot for dot in dots if not dot.member.is_soon]
    taken = [names.box("m" * signs, 0, y, names.RING_SIGN) for y, signs in RING_NAMES.items()]
    discs = [(dot, (dot.x, dot.y, dot.shape.rim)) for dot in dots] if named else []
    labels = []
    for dot in named:
        if label := _label(dot, [disc for other, disc in discs if other is not dot], taken):
            labels.append(label)
            taken.append(_box(label))
    return labels


def _label(dot: Dot, discs: list[Disc], taken: list[names.Box]) -> Label | None:
    """The first of four places that is free; a good moment is always named, at its first place if need be."""
    text, is_soon = names.cut(dot.member.name), dot.member.is_soon
    width = len(text) * (names.BOLD_SIGN if is_soon else names.SIGN)
    labels = [
        Label(text, round(x, 1), round(y, 1), is_soon) for x, y in names.places(dot.x, dot.y, dot.shape.reach, width)
    ]
    free = (label for label in labels if _is_free(_box(label), taken, [(0, 0, ME), *discs]))
    return next(free, labels[0] if is_soon else None)


def _box(label: Label) -> names.Box:
    return names.box(label.text, label.x, label.y, names.BOLD_SIGN if label.is_soon else names.SIGN)


def _is_free(box: names.Box, taken: list[names.Box], discs: list[Disc]) -> bool:
    return (
        box.is_inside()
        and not any(box.meets(other) for other in taken)
        and not any(box.meets_circle(*disc) for disc in discs)
    )
