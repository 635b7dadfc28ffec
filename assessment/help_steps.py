"""Help steps: what each of the three ways says, and when it can be done. It claims nothing about the person."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from assessment.models import HelpStep
from assessment.openness import Standing
from assessment.safeguard import Flag
from regie.help.library import lines_for
from regie.help.records import Country, Line, Slot

Way = HelpStep.Way


@dataclass(frozen=True)
class Words:
    """How a way stands on a door and on its card."""

    caption: str
    icon: str
    title: str
    explanation: str
    say: tuple[str, ...]


WORDS = {
    Way.LINE: Words(
        caption=_("With a sentence to begin with."),
        icon="phone",
        title=_("Calling a helpline"),
        explanation=_("You need not give your name. You may stop at any time."),
        say=(_("Hello. I would like to talk to someone for a moment."),),
    ),
    Way.GP: Words(
        caption=_("With a letter that you can bring."),
        icon="day",
        title=_("Calling the GP"),
        explanation=_("The assistant makes the appointment. You need not tell why."),
        say=(_("I would like a double appointment. I want to talk about how I am doing."),),
    ),
    Way.PERSON: Words(
        caption=_("With words that you may use."),
        icon="together",
        title=_("Telling one person"),
        explanation=_("Someone who was kind to you before. A message is fine too."),
        say=(
            _("I would like to tell you something about how I am doing. You need not solve it. Listening is enough."),
        ),
    ),
}


@dataclass(frozen=True)
class StepCard:
    """One help step as it is shown and printed."""

    way: Way
    country: str
    planned_on: date
    standing: Standing
    is_asked: bool = False  # whether it worked out: once, after a week

    @property
    def words(self) -> Words:
        return WORDS[self.way]

    @property
    def lines(self) -> list[Line]:
        """Whom to call: what the flags ask for, else someone who listens; the GP for the GP; nobody for one person."""
        if self.way == Way.PERSON:
            return []
        if self.way == Way.GP:
            return lines_for(Slot.GP, self.country)
        slots = [slot for flag, slot in LINE_OF.items() if flag in self.standing.flags and not self.standing.failed]
        return [line for slot in [*slots, Slot.LISTEN] for line in lines_for(slot, self.country)[:1]]

    @property
    def has_letter(self) -> bool:
        return self.way == Way.GP


def card_of(step: HelpStep, standing: Standing, today: date) -> StepCard:
    """The card of a step that an account keeps."""
    return StepCard(Way(step.way), step.country, step.planned_on, standing, step.is_asked(today))


LINE_OF = {Flag.SUICIDALITY: Slot.SUICIDE, Flag.UNSAFE: Slot.VIOLENCE}


@dataclass(frozen=True)
class Door:
    """One of the three ways, to choose from."""

    way: Way

    @property
    def title(self) -> str:
        return self.way.label

    @property
    def words(self) -> Words:
        return WORDS[self.way]


DOORS = tuple(Door(way) for way in Way)


def first_day(way: Way, country: str, now: datetime) -> date:
    """The day to propose: today, or for a GP who is closed now the next day on which the practice opens."""
    gp = lines_for(Slot.GP, country or Country.NL)[0]
    if way != Way.GP or gp.is_open(now):
        return now.date()
    opening = gp.opens_at(now)
    return opening.date() if opening else now.date()
