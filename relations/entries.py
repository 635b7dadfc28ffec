"""Moments as a person reads them in a timeline: a title, a day, who began, how it felt, and the note."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from regie.search import Seeker
from relations import words
from relations.kinds import FeelingAfter, FeelingBefore, Starter
from relations.models import ContactMoment, Relation

FELT_AFTER = {
    FeelingAfter.HEAVIER: gettext_lazy("Heavier afterwards"),
    FeelingAfter.SAME: gettext_lazy("The same afterwards"),
    FeelingAfter.LIGHTER: gettext_lazy("Lighter afterwards"),
}
FELT_BEFORE = {
    FeelingBefore.HEAVY: gettext_lazy("Heavy before"),
    FeelingBefore.ORDINARY: gettext_lazy("Ordinary before"),
    FeelingBefore.LIGHT: gettext_lazy("Light before"),
}
NOTHING_SOUGHT = Seeker("")


@dataclass(frozen=True)
class Entry:
    """One moment on the page of ``today``; ``beside`` is the relation whose page it stands on, if any.

    ``moment`` carries its ``people``.
    """

    moment: ContactMoment
    today: date
    beside: Relation | None = None
    seeker: Seeker = NOTHING_SOUGHT

    @property
    def title(self) -> str:
        """What happened, or is meant to; beside a relation what happened stands without its name."""
        if self.beside and self.moment.took_place:
            return str(self.moment.get_manner_display())
        return words.title(self.moment, [person.name for person in self.moment.people])

    @property
    def day(self) -> str:
        return words.day_in_words(self.moment.happened_on, self.today)

    @property
    def kind(self) -> str:
        """Whose colour the entry has."""
        return (self.beside or self.moment.people[0]).kind

    @property
    def who_began(self) -> str:
        """Who began, in words; nothing where nobody did or it was not said."""
        people = self.moment.people
        if self.moment.started_by == Starter.ME:
            return _("You began")
        if self.moment.started_by == Starter.OTHER and len(people) == 1:
            return _("%(name)s began") % {"name": words.isolated(people[0].name)}
        return _("The other began") if self.moment.started_by == Starter.OTHER else ""

    @property
    def others(self) -> str:
        """Who else was there, beside the relation whose page it is."""
        names = [person.name for person in self.moment.people if person != self.beside]
        return _("with %(names)s") % {"names": words.listed(names)} if self.beside and names else ""

    @property
    def facts(self) -> str:
        """Who began and who else was there, on one line."""
        return " · ".join(fact for fact in (self.who_began, self.others) if fact)

    @property
    def felt(self) -> str:
        return str(FELT_AFTER.get(self.moment.felt_after, ""))

    @property
    def felt_before(self) -> str:
        return str(FELT_BEFORE.get(self.moment.felt_before, ""))

    @cached_property
    def note(self) -> list[tuple[str, bool]]:
        """The note in pieces, each with whether it is what was sought."""
        return self.seeker.parts(self.moment.note)

    @property
    def is_past_plan(self) -> bool:
        """A plan whose day is past: it asks whether it went ahead."""
        return self.moment.is_plan and self.moment.happened_on < self.today

    @property
    def fell_through(self) -> bool:
        return self.moment.took_place is False

    @property
    def may_look_again(self) -> bool:
        """It felt heavier, and nobody in it is marked unsafe."""
        return self.moment.felt_heavier and not any(person.is_unsafe for person in self.moment.people)


@dataclass(frozen=True)
class Month:
    """The entries of one month, under its name."""

    name: str
    entries: list[Entry]


def by_month(entries: Iterable[Entry]) -> list[Month]:
    """``entries`` in the order they came, by their month."""
    months = groupby(entries, key=lambda entry: entry.moment.happened_on.replace(day=1))
    return [Month(formats.date_format(first, "F Y"), list(entries)) for first, entries in months]
