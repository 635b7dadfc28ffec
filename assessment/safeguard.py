"""The rule: eleven answers in, one level with flags and reasons out. Standard library only.

Every line is an "at least" condition and the level is the highest that fires, so a worse answer can never give a
lower level. The sum of the points stays inside this module: nobody is shown a number.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Level(IntEnum):
    """What fits now, from tips to help at once. The value is for comparing, never for showing."""

    TIPS = 0
    TIPS_WITH_SAFETY_NET = 1
    HELP_FIRST = 2
    TALK_TODAY = 3
    HELP_NOW = 4


class Flag(StrEnum):
    """What holds beside the level. A flag only adds protection."""

    SUICIDALITY = "SUICIDALITY"
    UNSAFE = "UNSAFE"
    NO_GIVING = "NO_GIVING"


class Reason(StrEnum):
    """The line of the rule that fired."""

    R1 = "R1"
    R2A = "R2a"
    R2B = "R2b"
    R3A = "R3a"
    R3B = "R3b"
    R3C = "R3c"
    R3D = "R3d"
    R4 = "R4"
    R5 = "R5"


@dataclass(frozen=True)
class Scale:
    """The answers of one question run from 0 to ``highest``; a skipped one counts as ``skipped``, never as the best."""

    highest: int
    skipped: int


SCALES = {
    "frequency": Scale(3, 2),
    "duration": Scale(3, 2),
    "childhood": Scale(2, 1),
    "reward": Scale(2, 1),
    "screens": Scale(2, 1),
    "rejection": Scale(2, 1),
    "attempts": Scale(2, 1),
    "giving": Scale(2, 1),
    "mood": Scale(2, 1),
    "suicidality": Scale(2, 1),
    "safety": Scale(3, 1),
}
# Thoughts of suicide and safety route by themselves and carry no points.
POINTS = tuple(name for name in SCALES if name not in {"suicidality", "safety"})

ENDING_LIFE = 2  # "yes, I think of suicide": life may be in danger
IN_DANGER = 3  # "yes, I am in danger now": so may the body
IN_DOUBT = 1  # a passing thought, an "I am not sure" and silence all deserve a person today
ALWAYS = 3  # almost always lonely: UK practice takes it for long-lasting (ONS)
LONELY = 1  # lonely at least sometimes
CLEAR = 2  # a clear "yes" where the answers run from 0 to 2

# Nine months, not twelve: "about a year" is vague (Rijks), people place the past too recently, and the costly mistake
# is to send someone who has long been lonely back to the tips.
LONG = 2

# At three, someone often lonely for a few months without any sign would get help first, which treats the ordinary
# alarm as a problem. May be tightened after research with users; not loosened without an expert from outside.
SEVERAL = 4


@dataclass(frozen=True)
class Outcome:
    """What ``assess`` found; ``reasons`` are the lines of the rule that led here."""

    level: Level
    flags: frozenset[Flag]
    reasons: frozenset[Reason]


def assess(answers: Mapping[str, int | None]) -> Outcome:
    """Judge the answers by their names; None and a missing name mean skipped.

    Raises ``ValueError`` that names an unknown question or a value outside its range.
    """
    values = _values(answers)
    found = _flags(values)
    if values["suicidality"] >= ENDING_LIFE or values["safety"] >= IN_DANGER:
        return Outcome(Level.HELP_NOW, found, frozenset({Reason.R1}))
    reasons = frozenset(reason for reason, holds in _rules(values).items() if holds)
    if reasons & {Reason.R2A, Reason.R2B}:
        return Outcome(Level.TALK_TODAY, found, reasons)
    if reasons:
        return Outcome(Level.HELP_FIRST, found, reasons)
    if _points(values) >= 1:
        return Outcome(Level.TIPS_WITH_SAFETY_NET, found, frozenset({Reason.R4}))
    return Outcome(Level.TIPS, found, frozenset({Reason.R5}))


def _rules(values: dict[str, int]) -> dict[Reason, bool]:
    lonely = values["frequency"] >= LONELY
    return {
        Reason.R2A: values["suicidality"] >= IN_DOUBT,
        Reason.R2B: values["safety"] >= IN_DOUBT,
        Reason.R3A: values["frequency"] >= ALWAYS,
        # The article: no reward means help, giving that makes worse means help at once. Low mood is ours. These hold
        # where loneliness is denied too, because the word is hard to say.
        Reason.R3B: any(values[name] >= CLEAR for name in ("reward", "giving", "mood")),
        Reason.R3C: values["duration"] >= LONG
        or (lonely and any(values[name] >= CLEAR for name in ("childhood", "screens", "rejection", "attempts"))),
        Reason.R3D: _points(values) >= SEVERAL,
    }


def _flags(values: dict[str, int]) -> frozenset[Flag]:
    asked = {Flag.SUICIDALITY: "suicidality", Flag.UNSAFE: "safety", Flag.NO_GIVING: "giving"}
    return frozenset(flag for flag, name in asked.items() if values[name] >= IN_DOUBT)


def _points(values: dict[str, int]) -> int:
    return sum(values[name] for name in POINTS)


def _values(answers: Mapping[str, int | None]) -> dict[str, int]:
    unknown = set(answers) - set(SCALES)
    if unknown:
        raise ValueError(f"unknown question: {min(unknown)}")
    return {name: _value(name, answers.get(name), scale) for name, scale in SCALES.items()}


def _value(name: str, answer: int | None, scale: Scale) -> int:
    if answer is None:
        return scale.skipped
    if type(answer) is not int or not 0 <= answer <= scale.highest:
        raise ValueError(f"{name} must be 0 to {scale.highest}, not {answer!r}")
    return answer
