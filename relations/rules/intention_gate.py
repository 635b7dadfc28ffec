"""May this tip become an intention now? One question, one answer, for every page that offers it."""

from dataclasses import replace
from enum import StrEnum
from typing import Protocol

from assessment.openness import Openness, Standing, TipRule, tip_openness
from assessment.safeguard import Flag, Level
from relations.kinds import Kind


class Gate(StrEnum):
    """What stands before an intention."""

    OPEN = "open"
    HELP_FIRST = "help_first"  # this tip is not for now
    QUESTIONS = "questions"  # nothing is known yet: three questions first, four for those closest
    FRIEND_FIRST = "friend_first"  # a tip about different friends, and there is no friend yet
    ONE_AT_A_TIME = "one_at_a_time"


class Tip(TipRule, Protocol):
    """What the content says of a tip."""

    kind: str | None
    is_giving: bool
    needs_friend: bool


def with_give_trap(standing: Standing, giving_costs: bool) -> Standing:
    """While the give-trap holds, giving tips are as under ``NO_GIVING``. Nothing of it is kept."""
    return replace(standing, flags=standing.flags | {Flag.NO_GIVING}) if giving_costs else standing


def gate(tip: Tip, standing: Standing, *, giving_costs: bool, has_friend: bool, has_open: bool) -> Gate:
    """The first thing that stands in the way, the most careful first."""
    if tip_openness(tip, with_give_trap(standing, giving_costs)) is not Openness.OPEN:
        return Gate.HELP_FIRST
    may_act = standing.may_act_intimate if tip.kind == Kind.INTIMATE else standing.may_act
    if not may_act:
        return Gate.QUESTIONS
    if tip.needs_friend and not has_friend:
        return Gate.FRIEND_FIRST
    if has_open and is_one_at_a_time(standing):
        return Gate.ONE_AT_A_TIME
    return Gate.OPEN


def is_one_at_a_time(standing: Standing) -> bool:
    """One open intention at level 1, and after the three questions, which open actions as at level 1."""
    return standing.level is None or standing.level >= Level.TIPS_WITH_SAFETY_NET
