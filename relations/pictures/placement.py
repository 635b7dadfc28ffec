"""Where the dots of the kring stand. All lengths in units of its viewBox, -200 to 200; design.md 5."""

from dataclasses import dataclass
from functools import lru_cache
from math import cos, pi, radians, sin

BOTTOM = 90  # degrees; the names of the rings stand there
SIZES = (11, 9, 7, 5.5, 4.2, 3.2)  # radii of a dot, the largest that fits wins
BREATHING = 9  # a single row of at most so many dots steps in and out a little
INWARD, OUTWARD = 7, 8


@dataclass(frozen=True)
class Band:
    """Where the centres of one ring may lie: two radii, the gap for its name and a turn, so that rings differ."""

    inner: float
    outer: float
    gap: float  # degrees
    skew: float  # share of a step


BANDS = (Band(40, 66, 84, -0.22), Band(87, 118, 48, 0.20), Band(139, 170, 44, -0.10))


def pitch(size: float) -> float:
    """From centre to centre of two neighbours."""
    return 2 * size + max(2, 0.45 * size)


def row_sets(band: Band, size: float):
    """Each way to fill ``band`` with rows, fewest first: lists of (radius, room), inner row first."""
    step, middle = pitch(size), (band.inner + band.outer) / 2
    for count in range(1, int((band.outer - band.inner) / step) + 2):
        radii = [middle + (i - (count - 1) / 2) * step for i in range(count)]
        yield [(radius, int((360 - band.gap) / 360 * 2 * pi * radius / step)) for radius in radii]


@lru_cache(maxsize=1024)
def room(band: Band, size: float) -> int:
    """The most dots of ``size`` that ``band`` takes."""
    return max(sum(room for _, room in rows) for rows in row_sets(band, size))


def rows(band: Band, count: int, size: float) -> list[tuple[float, int]]:
    """``count`` dots shared over as few rows as hold them: (radius, dots), inner first. They must fit."""
    chosen = next(rows for rows in row_sets(band, size) if sum(room for _, room in rows) >= count)
    total = sum(room for _, room in chosen)
    shares = [count * room // total for _, room in chosen]
    for i in range(count - sum(shares)):
        shares[-1 - i] += 1
    return [(radius, share) for (radius, _), share in zip(chosen, shares, strict=True)]


@lru_cache(maxsize=1024)
def size_for(counts: tuple[int, ...]) -> float:
    """The largest size with which every ring fits; the smallest where none does."""
    fitting = (size for size in SIZES if all(n <= room(band, size) for n, band in zip(counts, BANDS, strict=True)))
    return next(fitting, SIZES[-1])


@lru_cache(maxsize=1024)
def spots(band: Band, count: int, size: float) -> tuple[tuple[float, float], ...]:
    """Centres (x, y) of ``count`` dots, row by row from the inside, clockwise from the gap; to one decimal."""
    shared = rows(band, count, size)
    turns = [band.skew] if len(shared) == 1 else [-0.25 if i % 2 == 0 else 0.25 for i in range(len(shared))]
    return tuple(
        spot(band, _breath(radius, j, dots, len(shared)), (j + 0.5 + turn) / dots)
        for (radius, dots), turn in zip(shared, turns, strict=True)
        for j in range(dots)
    )


def spot(band: Band, radius: float, way: float) -> tuple[float, float]:
    """The point at ``radius`` and at ``way`` (0 to 1) from one side of the gap round to the other."""
    angle = radians(BOTTOM + band.gap / 2 + way * (360 - band.gap))
    return round(radius * cos(angle), 1), round(radius * sin(angle), 1)


def _breath(radius: float, j: int, dots: int, row_count: int) -> float:
    if row_count > 1 or dots > BREATHING:
        return radius
    return radius - INWARD if j % 2 == 0 else radius + OUTWARD
