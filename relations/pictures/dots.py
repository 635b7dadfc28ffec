"""One person, place or group as a dot: its outline never shrinks or fades, only its light is a fact of the calendar."""

from enum import Enum
from typing import NamedTuple

from relations.kinds import Party

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


class Shape(NamedTuple):
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
    def rim(self) -> float:
        """Radius of all that is drawn."""
        return self.halo or self.outer or self.size

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


class Member(NamedTuple):
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


class Dot(NamedTuple):
    """One drawn member: its centre and its shape."""

    member: Member
    x: float
    y: float
    shape: Shape
