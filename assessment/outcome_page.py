"""What the outcome page shows: words that follow the answers, and help that follows level, flags and country."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from assessment import outcome_words as words
from assessment import telling
from assessment.flow import Answers, stopping_answer
from assessment.questionnaire import MISSING_SOMETHING, Questionnaire
from assessment.safeguard import CLEAR, SCALES, Flag, Level, Outcome
from assessment.telling import Lead
from regie.help.choose import Choice, lines_for_standing
from regie.help.records import Country
from relations.kinds import Kind

HEADINGS = {
    Level.TIPS: _("These tips fit you"),
    Level.TIPS_WITH_SAFETY_NET: _("Tips, with a safety net"),
    Level.HELP_FIRST: _("Help first, then tips"),
    Level.TALK_TODAY: _("Talk to someone today"),
    Level.HELP_NOW: _("You do not have to be alone now"),
}
SHOWN_AT_ONCE = 3  # reasons; the rest is one tap away


@dataclass(frozen=True)
class KindDoor:
    """A way to the guide, with what the person said about this kind."""

    kind: Kind
    title: str
    wish: str

    @property
    def url_name(self) -> str:
        return f"guide:{self.kind.value}"


@dataclass(frozen=True)
class OutcomePage:
    """One outcome for one person. ``answers`` is empty where only level and flags are known."""

    outcome: Outcome
    country: str
    answers: Answers
    asked: Questionnaire
    at: datetime

    @property
    def level(self) -> Level:
        return self.outcome.level

    @property
    def heading(self) -> str:
        return HEADINGS[self.level]

    @property
    def is_unsafe(self) -> bool:
        return Flag.UNSAFE in self.outcome.flags

    @property
    def lead(self) -> str:
        """At help first: why, in one sentence that says only what was answered."""
        return words.LEADS[telling.lead(self.answers)]

    @property
    def is_careful(self) -> bool:
        """The first sentence says nothing about the person."""
        return telling.lead(self.answers) is Lead.CAREFUL

    @property
    def gp_sentence(self) -> str:
        return words.GP_SENTENCES[telling.lead(self.answers)]

    @property
    def gp_question(self) -> str:
        """The question for an expert, where long-lasting loneliness was answered; else nothing."""
        return words.AN_EXPERT if telling.knows_long_loneliness(self.answers) else ""

    @property
    def reasons(self) -> list[str]:
        """The answers to name, as clauses after "you told us that"."""
        named = telling.named(self.answers, self.outcome) if self.answers else []
        given = [(self.asked.named(name), self.answers.get(name)) for name in named]
        return [question.answer(value).told for question, value in given if value is not None]

    @property
    def first_reasons(self) -> list[str]:
        return self.reasons[:SHOWN_AT_ONCE]

    @property
    def further_reasons(self) -> list[str]:
        return self.reasons[SHOWN_AT_ONCE:]

    @property
    def open_questions(self) -> list[str]:
        """The questions that were skipped and count as a reason."""
        named = telling.named(self.answers, self.outcome) if self.answers else []
        return [self.asked.named(name).short for name in named if self.answers.get(name) is None]

    @property
    def has_skipped(self) -> bool:
        return bool(self.answers) and telling.has_skipped(self.answers)

    @property
    def told_suicidality(self) -> bool:
        return (self.answers.get("suicidality") or 0) > 0

    @property
    def told_doubt(self) -> bool:
        return self.answers.get("safety") == 1

    @property
    def told_unsafe(self) -> bool:
        return (self.answers.get("safety") or 0) > 1

    @property
    def told_lonely(self) -> bool:
        return (self.answers.get("frequency") or 0) > 0

    @property
    def told_lonely_often(self) -> bool:
        return (self.answers.get("frequency") or 0) > 1

    @property
    def only_silence(self) -> bool:
        """Level 3 because a question was left open, and not by anything that was said."""
        return bool(self.answers) and not (self.told_suicidality or self.told_doubt or self.told_unsafe)

    @property
    def doors(self) -> list[KindDoor]:
        """The three kinds, in the order of the person's own wishes."""
        kinds = [Kind(value) for value in telling.kinds_in_order(self.answers)]
        return [KindDoor(kind, kind.label, words.WISHES.get(self.answers.get(kind.value), "")) for kind in kinds]

    @property
    def first_door(self) -> KindDoor:
        door = self.doors[0]
        return KindDoor(door.kind, words.FIRST_DOORS[door.kind], door.wish)

    @property
    def misses_something(self) -> bool:
        return self.answers.get(self.doors[0].kind.value) == MISSING_SOMETHING

    @property
    def help(self) -> Choice:
        """The lines for level, flags and country; after an early stop those of the answer that stopped it."""
        flags = self._stopped_by or self.outcome.flags
        low_mood = self.answers.get("mood") == CLEAR and Flag.SUICIDALITY not in self.outcome.flags
        return lines_for_standing(self.level, flags, self.country, self.at, mood_is_low=low_mood)

    @property
    def has_letter(self) -> bool:
        """A letter to the GP is offered from help first on."""
        return self.level >= Level.HELP_FIRST

    @property
    def letter_points(self) -> list[str]:
        """What was answered, in the person's own voice, for a letter to the GP. Safety stays out: others read paper."""
        given = [(name, self.answers.get(name) or 0) for name in SCALES if name != "safety"]
        said = [str(self.asked.named(name).answer(value).said) for name, value in given if value]
        return [*said, str(words.NOT_TESTED)] if said else []

    @property
    def _stopped_by(self) -> set[Flag]:
        asked = {Flag.SUICIDALITY: self.answers.get("suicidality") == 2, Flag.UNSAFE: self.answers.get("safety") == 3}
        return {flag for flag, stopped in asked.items() if stopped}

    @property
    def sentence_to_say(self) -> str:
        """Enough to begin a call with at level 4: what was told; where that is not known, nothing about the person."""
        told = self._stopped_by or self.outcome.flags - {Flag.NO_GIVING}
        if told == {Flag.UNSAFE}:
            return words.IN_DANGER_NOW
        is_known = bool(self._stopped_by) or told == {Flag.SUICIDALITY}
        return words.THINKING_OF_SUICIDE if is_known else words.HELP_NEEDED

    @property
    def answer_number(self) -> int | None:
        """The page of the answer that stopped the check, for the way back to it."""
        name = stopping_answer(self.answers)
        return self.asked.names.index(name) + 1 if name else None

    @property
    def help_page(self) -> str:
        """The name of the help page of this country."""
        return Country(self.country).help_page
