"""What a person can tell outside a check, and how far it raises. The words stay out of every address."""

from dataclasses import dataclass
from enum import IntEnum

from assessment.safeguard import Flag, Level


class Event(IntEnum):
    """The number stands in the URL and says nothing."""

    NO_TIP_WORKS = 1
    GIVING_HURTS = 2
    NOT_SAFE = 3
    NOT_HERE = 4


@dataclass(frozen=True)
class Effect:
    """The level and flags to raise to; at ``shows_lines`` the help lines stand on top before anything is sent."""

    level: Level
    flags: frozenset[Flag] = frozenset()
    shows_lines: bool = False


EFFECTS = {
    Event.NO_TIP_WORKS: Effect(Level.HELP_FIRST),
    Event.GIVING_HURTS: Effect(Level.HELP_FIRST, frozenset({Flag.NO_GIVING})),
    Event.NOT_SAFE: Effect(Level.TALK_TODAY, frozenset({Flag.UNSAFE}), shows_lines=True),
    Event.NOT_HERE: Effect(Level.HELP_NOW, frozenset({Flag.SUICIDALITY}), shows_lines=True),
}
# What templates call them: {% url "assessment:event" "giving" %}.
NAMES = {
    "tip": Event.NO_TIP_WORKS,
    "no-tip": Event.NO_TIP_WORKS,
    "giving": Event.GIVING_HURTS,
    "unsafe": Event.NOT_SAFE,
    "away": Event.NOT_HERE,
    "no-longer": Event.NOT_HERE,
}
