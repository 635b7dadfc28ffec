"""Where the names in the kring stand: beside their dot, and over nothing else."""

from typing import NamedTuple

LONGEST = 13  # signs; what is longer ends in an ellipsis
SIGN, BOLD_SIGN, RING_SIGN = 7.6, 8.1, 7  # width of one sign
EDGE = 199
ASCENT, DESCENT = 11, 4  # above and below the baseline


class Box(NamedTuple):
    """A rectangle that holds a text."""

    left: float
    top: float
    right: float
    bottom: float

    def is_inside(self) -> bool:
        """True within the frame of the kring."""
        return min(self.left, self.top) >= -EDGE and max(self.right, self.bottom) <= EDGE

    def meets(self, other: "Box") -> bool:
        """True when the two share an area."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def meets_circle(self, x: float, y: float, r: float) -> bool:
        """True when a point of the circle lies in the box."""
        across = x - min(max(x, self.left), self.right)
        down = y - min(max(y, self.top), self.bottom)
        return across * across + down * down < r * r


def cut(name: str) -> str:
    """``name``, or its first thirteen signs and an ellipsis."""
    return name if len(name) <= LONGEST else name[:LONGEST].rstrip() + "…"


def box(text: str, x: float, y: float, sign: float = SIGN) -> Box:
    """The room of ``text`` with its middle at ``x`` and its baseline at ``y``."""
    half = len(text) * sign / 2
    return Box(x - half, y - ASCENT, x + half, y + DESCENT)


def places(x: float, y: float, reach: float, width: float) -> list[tuple[float, float]]:
    """Four places for a name of ``width`` at a dot that reaches ``reach``, best first: outside, beside, opposites."""
    above, below = (x, y - reach - 5), (x, y + reach + 14)
    left, right = (x - reach - 5 - width / 2, y + 5), (x + reach + 5 + width / 2, y + 5)
    return [*((above, below) if y < 0 else (below, above)), *((right, left) if x >= 0 else (left, right))]
