"""What an account keeps of the safeguard, with the person's consent."""

import json
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import pgettext_lazy

from assessment.openness import Standing
from assessment.safeguard import Flag, Level
from regie.sealed import SealedTextField


@dataclass(frozen=True)
class State:
    """Level and flags that hold, since when, and until when the help card stays on top.

    ``level`` None: only the days on which the three questions, and the one about safety, were passed. ``told_at``: when
    something told outside a check last raised it, in seconds; a check that began before no longer lowers it.
    """

    level: Level | None = None
    flags: frozenset[Flag] = frozenset()
    since_on: date | None = None
    help_until_on: date | None = None
    questions_on: date | None = None
    safety_on: date | None = None
    told_at: int = 0

    def standing(self, today: date) -> Standing:
        """What it means on ``today``."""
        return Standing(
            level=self.level,
            flags=self.flags,
            passed_questions=self.questions_on is not None,
            passed_safety=self.safety_on is not None,
            help_stays=self.help_until_on is not None and today <= self.help_until_on,
        )

    def as_text(self) -> str:
        """As JSON, to be sealed; ``from_text`` reads it back."""
        days = {name: getattr(self, name) for name in DAYS}
        return json.dumps(
            {
                "level": None if self.level is None else int(self.level),
                "flags": sorted(self.flags),
                **{name: day and day.isoformat() for name, day in days.items()},
                **({"told_at": self.told_at} if self.told_at else {}),
            }
        )

    @classmethod
    def from_text(cls, text: str) -> "State":
        """The state that ``as_text`` wrote; an unknown level, flag or day is an error, never a guess."""
        kept = json.loads(text)
        return cls(
            level=None if kept["level"] is None else Level(kept["level"]),
            flags=frozenset(Flag(flag) for flag in kept["flags"]),
            **{name: kept[name] and date.fromisoformat(kept[name]) for name in DAYS},
            told_at=kept.get("told_at", 0),
        )


DAYS = ("since_on", "help_until_on", "questions_on", "safety_on")


class SafeguardState(models.Model):
    """Which level and flags hold for an account: never which event or answer led there."""

    owner = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="safeguard_state")
    content = SealedTextField()

    def __str__(self):
        return f"safeguard state {self.pk}"

    @property
    def state(self) -> State:
        return State.from_text(self.content)


class OwnedQuerySet(models.QuerySet):
    """Questions that start at the owner."""

    def of(self, user):
        return self.filter(owner=user)


class KeptOutcome(models.Model):
    """The answers of one check, as the person chose to keep them, with the version of the questions."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="kept_outcomes")
    visit = models.CharField(max_length=20)  # the random name of the visit: keeping twice is once
    version = models.CharField(max_length=20)
    made_on = models.DateField()
    content = SealedTextField()

    objects = OwnedQuerySet.as_manager()

    class Meta:
        ordering = ("-made_on", "-pk")
        constraints = (models.UniqueConstraint(fields=("owner", "visit"), name="a_visit_is_kept_once"),)

    def __str__(self):
        return f"kept outcome {self.pk}"

    @property
    def answers(self) -> dict[str, int | None]:
        """As they were given; None is a question that was skipped."""
        return json.loads(self.content)


ASKED_AFTER = timedelta(days=7)  # once; then never again


class HelpStep(models.Model):
    """One step towards help, with a day. At most one is open at a time; it is asked after once."""

    class Way(models.IntegerChoices):
        """Where the step leads; the number stands in the URL."""

        LINE = 1, pgettext_lazy("help step", "Call a helpline")
        GP = 2, pgettext_lazy("help step", "Make an appointment with the GP")
        PERSON = 3, pgettext_lazy("help step", "Tell one person")

    class Answer(models.TextChoices):
        """What came of it, in the person's own words."""

        YES = "yes", pgettext_lazy("did it work out", "Yes")
        NOT_YET = "not_yet", pgettext_lazy("did it work out", "Not yet")
        SOMETHING_ELSE = "something_else", pgettext_lazy("did it work out", "Something else")

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="help_steps")
    way = models.PositiveSmallIntegerField(choices=Way)
    country = models.CharField(max_length=2)
    planned_on = models.DateField()
    answer = models.CharField(max_length=20, choices=Answer, blank=True)
    is_open = models.BooleanField(default=True)
    key = models.UUIDField()  # of the form that made it: sending twice is once

    objects = OwnedQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(fields=("owner", "key"), name="a_form_makes_one_help_step"),
            models.UniqueConstraint(
                fields=("owner",), condition=models.Q(is_open=True), name="one_help_step_is_open_at_a_time"
            ),
        )

    def __str__(self):
        return f"help step {self.pk}"

    def is_asked(self, today: date) -> bool:
        """Whether to ask now if it worked out: from the seventh day on, until there is an answer."""
        return self.is_open and not self.answer and today >= self.planned_on + ASKED_AFTER
