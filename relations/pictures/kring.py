"""The kring: you and three rings of people, places and groups. Who is drawn never shrinks, fades or drifts."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from relations.kinds import Kind, Party
from relations.pictures import names
from relations.pictures.placement import BANDS, room, size_for, spots

ME = 20  # radius of the disc in the middle
RING_NAMES = {68: 8, 120: 8, 172: 10}  # baseline of each ring's name, and signs of the longest in any language
NAMED = 16  # up to so many dots all have a name
LINKED = 40  # up to so many dots each is a link
SMALL = 6  # below this radius a dot is drawn more simply
MONTH, HALF_YEAR = 30, 182  # days


class Light(Enum):
    """How far the light fills a dot: a fact of the calendar, no share of a rhythm."""

    THIS_MONTH = 1.0
    HALF_YEAR = 0.64
    LONG_AGO = 0.30  # or nothing yet


def light_after(days: int | None) -> Light:
    """The light of someone last met ``days`` ago; None is never."""
    if days is None or days > HALF_YEAR:
        return Light.LONG_AGO
    return Light.THIS_MONTH if days <= MONTH else Light.HALF_YEAR


@dataclass(frozen=True)
class Shape:
    """The lengths of one dot; a length of 0 is not drawn. Nothing of a person: many share one shape."""

    party: str
    light: Light
    is_resting: bool
    is_soon: bool
    size: float

    @property
    def is_small(self) -> bool:
        return self.size < SMALL

    @property
    def is_square(self) -> bool:
        return self.party == Party.PLACE

    @property
    def r(self) -> float:
        """Radius of the outline; a thinner line lies further in."""
        return round(self.size - 0.6, 1) if self.is_small else self.size

    @property
    def outer(self) -> float:
        """Radius of the second outline of a group."""
        return self.size + 3 if self.party == Party.GROUP and not self.is_small else 0

    @property
    def halo(self) -> float:
        return self.size + 5 if self.is_soon else 0

    @property
    def reach(self) -> float:
        """How far the name keeps away."""
        return self.halo or self.size

    @property
    def core(self) -> float:
        """Radius of the light inside."""
        light = Light.HALF_YEAR if self.is_resting else self.light
        if not self.is_small:
            return round((self.size - 3) * light.value, 1)
        return {Light.THIS_MONTH: self.r, Light.HALF_YEAR: round(0.42 * self.size, 1), Light.LONG_AGO: 0}[light]

    @property
    def side(self) -> float:
        return round(2 * self.r, 1)

    @property
    def corner(self) -> float:
        return round(0.35 * self.r, 1)

    @property
    def core_side(self) -> float:
        return round(2 * self.core, 1)

    @property
    def core_corner(self) -> float:
        return round(0.35 * self.core, 1)


@dataclass(frozen=True)
class Member:
    """Someone to draw, in the order in which they were added."""

    name: str
    kind: str
    party: str = Party.PERSON
    light: Light = Light.HALF_YEAR
    is_resting: bool = False
    is_soon: bool = False  # one of the at most three good moments
    url: str = ""

    def shape(self, size: float) -> Shape:
        """How this member is drawn with a radius of ``size``."""
        return Shape(self.party, self.light, self.is_resting, self.is_soon, size)


@dataclass(frozen=True)
class Dot:
    """One drawn member: its centre and its shape."""

    member: Member
    x: float
    y: float
    shape: Shape


@dataclass(frozen=True)
class Label:
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
    named = sorted(dots, key=lambda dot: not dot.member.is_soon)
    if len(dots) > NAMED:
        named = [dot for dot in named if dot.member.is_soon]
    taken = [names.box("m" * signs, 0, y, names.RING_SIGN) for y, signs in RING_NAMES.items()]
    labels = []
    for dot in named:
        if label := _label(dot, dots, taken):
            labels.append(label)
            taken.append(_box(label))
    return labels


def _label(dot: Dot, dots: list[Dot], taken: list[names.Box]) -> Label | None:
    """The first of four places that is free; a good moment is always named, at its first place if need be."""
    text, is_soon = names.cut(dot.member.name), dot.member.is_soon
    width = len(text) * (names.BOLD_SIGN if is_soon else names.SIGN)
    labels = [
        Label(text, round(x, 1), round(y, 1), is_soon) for x, y in names.places(dot.x, dot.y, dot.shape.reach, width)
    ]
    discs = [
        (0, 0, ME),
        *(
            (other.x, other.y, other.shape.halo or other.shape.outer or other.shape.size)
            for other in dots
            if other is not dot
        ),
    ]
    free = (label for label in labels if _is_free(_box(label), taken, discs))
    return next(free, labels[0] if is_soon else None)


def _box(label: Label) -> names.Box:
    return names.box(label.text, label.x, label.y, names.BOLD_SIGN if label.is_soon else names.SIGN)


def _is_free(box: names.Box, taken: list[names.Box], discs: list[tuple[float, float, float]]) -> bool:
    return (
        box.is_inside()
        and not any(box.meets(other) for other in taken)
        and not any(box.meets_circle(*disc) for disc in discs)
    )
