"""Which page of the self-check comes next. Pure; questions are names in their order, pages are numbers from 1."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from assessment.safeguard import ENDING_LIFE, IN_DANGER, SCALES

Answers = Mapping[str, int | None]


@dataclass(frozen=True)
class Visit:
    """One run through the questions: the version, the country, when it began, and what was answered so far.

    In ``answers`` None is a question that was skipped; a name that is missing was not asked yet. ``is_asked``: the
    person asked for the outcome of exactly these answers. ``began_at`` is in seconds.
    """

    version: str
    country: str
    began_at: int
    answers: Answers = field(default_factory=dict)
    is_asked: bool = False

    def answered(self, name: str, value: int | None) -> "Visit":
        """The visit with this answer; an outcome asked for before no longer stands."""
        return replace(self, answers={**self.answers, name: value}, is_asked=False)


def first_open(names: Sequence[str], answers: Answers) -> int | None:
    """The number of the first question without an answer; None when all of them have one."""
    return next((number for number, name in enumerate(names, 1) if name not in answers), None)


def is_ahead(number: int, names: Sequence[str], answers: Answers) -> bool:
    """True for a question beyond the first one without an answer."""
    gap = first_open(names, answers)
    return gap is not None and number > gap


def stopping_answer(answers: Answers) -> str | None:
    """The name of the answer that leads to help at once, before the rest is asked."""
    if answers.get("suicidality") == ENDING_LIFE:
        return "suicidality"
    return "safety" if answers.get("safety") == IN_DANGER else None


def judged(answers: Answers) -> dict[str, int | None]:
    """Only the answers that the rule asks for."""
    return {name: answers[name] for name in SCALES if name in answers}
