"""May this tip be offered to this person now? Pure: what stands in the content, and the person's standing."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from assessment.safeguard import Flag, Level

# From here tips are read, never done.
REST = Level.HELP_FIRST


class Openness(StrEnum):
    """How a tip is shown: with its action, to read only, its caution alone, or not at all."""

    OPEN = "open"
    HELP_FIRST = "help_first"
    CAUTION_ONLY = "caution_only"
    OFF = "off"


class TipRule(Protocol):
    """What the content of a tip says about itself."""

    closed_with: frozenset[Flag]
    caution_only_with: frozenset[Flag]


@dataclass(frozen=True)
class Standing:
    """Which level and flags hold now for one person; ``level`` None means that nothing is known.

    ``passed_questions`` and ``passed_safety``: the three questions, and the one about safety, were answered so that
    actions are open while no level is known. ``failed``: it could not be found, so a page protects and says nothing
    about the person. ``help_stays``: the help card stays on top for some weeks after a heavier time.
    """

    level: Level | None = None
    flags: frozenset[Flag] = frozenset()
    country: str = ""
    passed_questions: bool = False
    passed_safety: bool = False
    failed: bool = False
    help_stays: bool = False

    @property
    def is_known(self) -> bool:
        return self.level is not None

    @property
    def in_rest(self) -> bool:
        """Nothing is suggested, counted or reminded of; help comes first."""
        return self.level is not None and self.level >= REST

    @property
    def is_unsafe(self) -> bool:
        return Flag.UNSAFE in self.flags

    @property
    def may_act(self) -> bool:
        """A tip may become an intention, and a good moment may be offered."""
        if self.level is None:
            return self.passed_questions and not self.is_unsafe
        return self.level < REST

    @property
    def may_act_intimate(self) -> bool:
        """The same for a tip about those closest, for which safety was asked too."""
        return self.may_act and not self.is_unsafe and (self.is_known or self.passed_safety)


PROTECTIVE = Standing(level=REST, flags=frozenset({Flag.UNSAFE, Flag.NO_GIVING}), failed=True)


def tip_openness(tip: TipRule, standing: Standing) -> Openness:
    """The most careful of all that apply."""
    if tip.closed_with & standing.flags:
        return Openness.OFF
    if tip.caution_only_with & standing.flags:
        return Openness.CAUTION_ONLY
    return Openness.HELP_FIRST if standing.in_rest else Openness.OPEN


def is_withheld(closed_from: int | None, standing: Standing) -> bool:
    """True where a claim or source is left out at this level."""
    return closed_from is not None and standing.level is not None and standing.level >= closed_from
