"""What a help line is, as its file holds it. ``library`` reads and finds them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from urllib.parse import urlsplit

from django.db.models import TextChoices
from django.utils.translation import get_language, pgettext_lazy

from regie.content import Words
from regie.help.hours import Hours, is_open, opens_at, read_hours
from regie.help.hours_in_words import by_phone, now_in_words, week_in_words


class Country(TextChoices):
    """Whose help page it is; English speakers have one for both countries."""

    NL = "nl", pgettext_lazy("country of help lines", "The Netherlands")
    BE = "be", pgettext_lazy("country of help lines", "Flanders")
    EN = "en", pgettext_lazy("country of help lines", "English")

    @property
    def help_page(self) -> str:
        """The name of the address of its help page."""
        return HELP_PAGES[self]


HELP_PAGES = {Country.NL: "help:netherlands", Country.BE: "help:flanders", Country.EN: "help:english"}


class Slot(StrEnum):
    """What a level, a flag or a card asks of a line. Each country has at least one line for each."""

    EMERGENCY = "emergency"
    SUICIDE = "suicide"
    VIOLENCE = "violence"
    LISTEN = "listen"
    GP = "gp"
    LONG_TERM = "long_term"
    YOUTH = "youth"


class Language(TextChoices):
    """A language that a line speaks."""

    NL = "nl", pgettext_lazy("language of a help line", "Dutch")
    EN = "en", pgettext_lazy("language of a help line", "English")
    FR = "fr", pgettext_lazy("language of a help line", "French")
    DE = "de", pgettext_lazy("language of a help line", "German")


class State(StrEnum):
    """How sure we are: an official page or a recent dated check, or known with an older or differing detail."""

    CONFIRMED = "confirmed"
    KNOWN = "known"


class Checked(StrEnum):
    """How a line was last checked: its sources were read, or somebody called it."""

    SOURCES = "sources"
    CALLED = "called"


@dataclass(frozen=True)
class Line:
    """One help line. Empty text is what we do not know, and is not shown."""

    id: str
    countries: tuple[Country, ...]
    name: Words
    purpose: Words
    source: str
    checked_on: date
    checked_how: Checked
    state: State
    languages: tuple[Language, ...] = ()
    slot: Slot | None = None
    phone: str = ""
    tel: str = ""
    also_phone: str = ""
    also_tel: str = ""
    chat: str = ""
    web: str = ""
    open: tuple[str, ...] = ()
    time_zone: str = ""
    closed_on_holidays_of: str = ""
    hours_may_differ: bool = False
    hours_are_by_phone: bool = False  # the chat has others, which nobody confirmed
    opening: Words | None = None
    cost: Words | None = None
    age: Words | None = None
    note: Words | None = None
    say: Words | None = None

    @cached_property
    def hours(self) -> Hours | None:
        """The opening hours, or None where nobody confirmed them."""
        return read_hours(self.open, self.time_zone, self.closed_on_holidays_of) if self.open else None

    @property
    def name_beside_number(self) -> str:
        """The name without the number that some begin with: "violence and abuse" of "1712: violence and abuse"."""
        return str(self.name).removeprefix(f"{self.phone}: ")

    @property
    def is_always(self) -> bool:
        """Open day and night."""
        return self.hours is not None and self.hours.is_always

    @property
    def is_crisis(self) -> bool:
        """A line that level 3 or 4 calls for: its check may not grow old."""
        return self.slot in (Slot.EMERGENCY, Slot.SUICIDE, Slot.VIOLENCE)

    @property
    def open_words(self) -> Words | None:
        """Words to begin with, only where they tell nothing about who calls."""
        return self.say if self.slot == Slot.LISTEN else None

    def is_open(self, at: datetime) -> bool:
        """Whether someone answers at ``at``; False where the hours are not known."""
        return self.hours is not None and is_open(self.hours, at)

    def opens_at(self, at: datetime) -> datetime | None:
        """The next opening after ``at``, or None where there is none or the hours are not known."""
        return opens_at(self.hours, at) if self.hours else None

    def hours_at(self, at: datetime) -> str:
        """What holds at ``at``, in words of the active language; empty where nothing is known."""
        if self.opening or not self.hours:
            return str(self.opening or "")
        return self._told(now_in_words(self.hours, at, _language()))

    @property
    def hours_in_words(self) -> str:
        """The whole week in words of the active language; empty where nothing is known."""
        if self.opening or not self.hours:
            return str(self.opening or "")
        return self._told(week_in_words(self.hours, _language()))

    def _told(self, hours: str) -> str:
        return by_phone(hours, _language()) if self.hours_are_by_phone else hours

    @property
    def languages_in_words(self) -> str:
        """Its languages: "Nederlands, Engels"."""
        return ", ".join(str(each.label) for each in self.languages)

    @property
    def chat_host(self) -> str:
        """The chat's address as a person reads it: ``113.nl``."""
        return urlsplit(self.chat).netloc.removeprefix("www.")

    @property
    def web_host(self) -> str:
        """The site's address as a person reads it."""
        return urlsplit(self.web).netloc.removeprefix("www.")


def _language() -> str:
    return "nl" if (get_language() or "nl").startswith("nl") else "en"
