"""What an outcome may say about a person: only what that person answered. Pure; answers by their names."""

from enum import StrEnum

from assessment.flow import Answers
from assessment.safeguard import CLEAR, ENDING_LIFE, IN_DANGER, LONELY, LONG, POINTS, SCALES, Outcome, Reason

# The answers that make a line of the rule true, as far as they reach the value beside them.
LINES = {
    Reason.R1: {"suicidality": ENDING_LIFE, "safety": IN_DANGER},
    Reason.R2A: {"suicidality": 1},
    Reason.R2B: {"safety": 1},
    Reason.R3A: {"frequency": 3},
    Reason.R3B: {"reward": CLEAR, "giving": CLEAR, "mood": CLEAR},
    Reason.R3D: dict.fromkeys(SCALES, 1),
    Reason.R4: dict.fromkeys(SCALES, 1),
    Reason.R5: {},
}
WITH_LONELINESS = {"childhood": CLEAR, "screens": CLEAR, "rejection": CLEAR, "attempts": CLEAR}


class Lead(StrEnum):
    """The first thing to say at help first; the letter and the sentence for the GP follow it."""

    LONG = "long"
    CHILDHOOD = "childhood"
    REWARD = "reward"
    GIVING = "giving"
    MOOD = "mood"
    ALWAYS = "always"
    SEVERAL = "several"
    CAREFUL = "careful"


def named(answers: Answers, outcome: Outcome) -> list[str]:
    """The questions to name as reason, in the order in which they were asked; a skipped one counts as the rule does."""
    reached = {name for reason in outcome.reasons for name in _named_by(reason, answers)}
    return [name for name in SCALES if name in reached]


def _named_by(reason: Reason, answers: Answers) -> set[str]:
    if reason is Reason.R3C:
        return _named_by_duration_or_loneliness(answers)
    return _reaching(LINES[reason], answers)


def _named_by_duration_or_loneliness(answers: Answers) -> set[str]:
    lonely = _reaching({"frequency": LONELY}, answers)
    signs = _reaching(WITH_LONELINESS, answers)
    return _reaching({"duration": LONG}, answers) | (lonely | signs if lonely and signs else set())


def _reaching(thresholds: dict[str, int], answers: Answers) -> set[str]:
    return {name for name, least in thresholds.items() if _counted(name, answers) >= least}


def _counted(name: str, answers: Answers) -> int:
    answer = answers.get(name)
    return SCALES[name].skipped if answer is None else answer


def lead(answers: Answers) -> Lead:
    """The first that fits the answers that were given; a skip never fits."""

    def given(name: str, least: int) -> bool:
        answer = answers.get(name)
        return answer is not None and answer >= least

    fitting = (
        (Lead.LONG, given("duration", LONG)),
        (Lead.CHILDHOOD, given("childhood", CLEAR)),
        (Lead.REWARD, given("reward", CLEAR)),
        (Lead.GIVING, given("giving", CLEAR)),
        (Lead.MOOD, given("mood", CLEAR)),
        (Lead.ALWAYS, given("frequency", 3)),
        (Lead.SEVERAL, sum(given(name, 1) for name in POINTS) >= 2),
    )
    return next((found for found, fits in fitting if fits), Lead.CAREFUL)


def knows_long_loneliness(answers: Answers) -> bool:
    """True where it was answered that it lasts long, or was there in childhood: then the GP is asked for an expert."""
    return (answers.get("duration") or 0) >= LONG or (answers.get("childhood") or 0) >= CLEAR


def has_skipped(answers: Answers) -> bool:
    """True where a question of the rule was skipped."""
    return any(answers.get(name) is None for name in SCALES)


# Where to begin: what is missed first, then so-so, then a skip, then satisfied; what does not apply comes last.
WISHES = {2: 0, 1: 1, None: 2, 0: 3, 3: 4}
# A tie goes to friends, then people around you, then those closest.
KINDS = ("friendship", "community", "intimate")


def kinds_in_order(answers: Answers) -> list[str]:
    """The three kinds of relationship, in the order in which to offer them."""
    return sorted(KINDS, key=lambda kind: WISHES[answers.get(kind)])
