"""What a help page shows, and in which group. Values in, values out: the moment is an argument."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from regie.help.library import lines_for, lines_of
from regie.help.records import Checked, Country, Line, Slot

ON_TOP = (Slot.EMERGENCY, Slot.SUICIDE)
FOR_LONGER = (Slot.GP, Slot.LONG_TERM)
TITLES = {
    Country.NL: pgettext_lazy("title of the help page", "Help"),
    Country.BE: gettext_lazy("Help in Flanders"),
    Country.EN: gettext_lazy("Help for English speakers"),
}


@dataclass(frozen=True)
class Shown:
    """A line with what holds for it at one moment; without a moment, with its whole week in words."""

    line: Line
    at: datetime | None

    @property
    def is_open(self) -> bool:
        """Whether someone answers now; without a moment, whether someone always does."""
        return self.line.is_always if self.at is None else self.line.is_open(self.at)

    @property
    def facts(self) -> list[str]:
        """Hours, cost, age and languages, each only where it is known and says something."""
        hours = self.line.hours_at(self.at) if self.at else self.line.hours_in_words
        doubt = _("These times may differ") if self.line.hours_may_differ else ""
        languages = self.line.languages_in_words if self.line.languages != (get_language(),) else ""
        known = (hours, doubt, self.line.cost, self.line.age, languages)
        return [str(fact) for fact in known if fact]

    @property
    def week(self) -> str:
        """The whole week in words, for paper, where the facts tell only of this moment; else empty."""
        tells_of_now = self.at and self.line.hours and not self.line.opening and not self.line.is_always
        return self.line.hours_in_words if tells_of_now else ""


@dataclass(frozen=True)
class HelpPage:
    """The page of one country. ``at`` is None for the page that is stored for when there is no internet."""

    country: Country
    at: datetime | None

    @property
    def title(self) -> str:
        return TITLES[self.country]

    @property
    def emergency(self) -> list[Shown]:
        return self._shown(lines_for(Slot.EMERGENCY, self.country))

    @property
    def suicide(self) -> list[Shown]:
        return self._shown(lines_for(Slot.SUICIDE, self.country))

    @property
    def listen(self) -> Line:
        return lines_for(Slot.LISTEN, self.country)[0]

    @property
    def gp(self) -> Line:
        return lines_for(Slot.GP, self.country)[0]

    @property
    def with_hours(self) -> list[Shown]:
        """What can be called or chatted with at hours that we know, in order of need."""
        return self._shown(line for line in self._to_contact if line.hours)

    @property
    def open_now(self) -> list[Shown]:
        return [shown for shown in self.with_hours if shown.is_open]

    @property
    def open_later(self) -> list[Shown]:
        return [shown for shown in self.with_hours if not shown.is_open]

    @property
    def with_own_times(self) -> list[Shown]:
        """What can be called or chatted with, at times that only its own site tells."""
        return self._shown(line for line in self._to_contact if not line.hours)

    @property
    def for_longer(self) -> list[Shown]:
        """The GP, help made for long-term loneliness, then all that has no number and no chat."""
        first = [line for slot in FOR_LONGER for line in lines_for(slot, self.country)]
        rest = [line for line in self._below_the_top if line not in first and not _can_be_contacted(line)]
        return self._shown(first + rest)

    @property
    def checked_on(self) -> date:
        """The oldest check of a line on this page."""
        return min(line.checked_on for line in lines_of(self.country))

    @property
    def were_called(self) -> bool:
        """Whether somebody called every line of this page, rather than reading its sources."""
        return all(line.checked_how == Checked.CALLED for line in lines_of(self.country))

    @property
    def _below_the_top(self) -> list[Line]:
        return [line for line in lines_of(self.country) if line.slot not in ON_TOP]

    @property
    def _to_contact(self) -> list[Line]:
        return [line for line in self._below_the_top if line.slot not in FOR_LONGER and _can_be_contacted(line)]

    def _shown(self, entries: Iterable[Line]) -> list[Shown]:
        return [Shown(line, self.at) for line in entries]


def _can_be_contacted(line: Line) -> bool:
    return bool(line.phone or line.chat)
