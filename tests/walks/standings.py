"""Every standing that an account can keep, and what may be suggested then: written out, not asked of the product."""

from dataclasses import dataclass
from datetime import date

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from assessment.models import SafeguardState, State
from assessment.safeguard import Flag, Level
from assessment.trace import Shown, keep_shown

DAY = date(2026, 1, 5)  # on which the three questions were passed; any day will do
MILD = (set(), {Flag.NO_GIVING})
URGENT = [
    urgent | mild for urgent in ({Flag.SUICIDALITY}, {Flag.UNSAFE}, {Flag.SUICIDALITY, Flag.UNSAFE}) for mild in MILD
]
FLAGS_OF = {  # those that a check or an event can lead to
    Level.TIPS: [set()],
    Level.TIPS_WITH_SAFETY_NET: MILD,
    Level.HELP_FIRST: MILD,
    Level.TALK_TODAY: URGENT,
    Level.HELP_NOW: URGENT,
}


@dataclass(frozen=True)
class Kept:
    """A standing as an account keeps it; ``is_broken``: it is there and cannot be read."""

    level: Level | None = None
    flags: frozenset[Flag] = frozenset()
    passed_questions: bool = False
    passed_safety: bool = False
    is_broken: bool = False

    def __str__(self):
        level = "nothing-known" if self.level is None else self.level.name.lower()
        marks = {"broken": self.is_broken, "questions": self.passed_questions, "safety": self.passed_safety}
        return "-".join([level, *sorted(self.flags), *(mark for mark, is_set in marks.items() if is_set)])

    @property
    def may_suggest(self) -> bool:
        """A tip may be an action, and a message may come."""
        if self.is_broken:
            return False
        return self.passed_questions if self.level is None else self.level < Level.HELP_FIRST

    @property
    def may_suggest_intimate(self) -> bool:
        """The same about those closest: safety was answered too."""
        return self.may_suggest and (self.level is not None or self.passed_safety)

    @property
    def is_unsafe(self) -> bool:
        return self.is_broken or Flag.UNSAFE in self.flags

    @property
    def may_not_give(self) -> bool:
        return self.is_broken or Flag.NO_GIVING in self.flags

    def show(self, browser) -> None:
        """Let ``browser`` hold this as the outcome of its visit, and nothing else."""
        days = {"questions_on": str(DAY) * self.passed_questions, "safety_on": str(DAY) * self.passed_safety}
        shown = Shown(None if self.level is None else int(self.level), tuple(sorted(self.flags)), **days)
        response = HttpResponse()
        keep_shown(HttpRequest(), response, shown)
        browser.cookies.clear()
        browser.cookies.update(response.cookies)
        if self.is_broken:
            browser.cookies[settings.OUTCOME_COOKIE_NAME] = "cut"

    def keep(self, owner) -> None:
        """Let the account of ``owner`` keep this and nothing else."""
        days = {
            "questions_on": DAY if self.passed_questions else None,
            "safety_on": DAY if self.passed_safety else None,
        }
        state = State(self.level, self.flags, **days)
        SafeguardState.objects.filter(owner=owner).delete()
        if self.is_broken or state != State():
            content = "no state" if self.is_broken else state.as_text()
            SafeguardState.objects.create(owner=owner, content=content)


OPEN = Kept(Level.TIPS)
ALL = [
    Kept(),
    Kept(passed_questions=True),
    Kept(passed_questions=True, passed_safety=True),
    *(Kept(level, frozenset(flags)) for level, every in FLAGS_OF.items() for flags in every),
    Kept(Level.TIPS, is_broken=True),
]
MAIN = [  # each level and each flag, for what takes longer
    kept
    for kept in ALL
    if kept.level is None
    or kept.level in (Level.TIPS, Level.HELP_FIRST)
    or kept.flags in ({Flag.NO_GIVING}, {Flag.SUICIDALITY}, {Flag.UNSAFE}, set(Flag))
]
at_main_standings = pytest.mark.parametrize("kept", MAIN, ids=str)
at_every_standing = pytest.mark.parametrize("kept", ALL, ids=str)
