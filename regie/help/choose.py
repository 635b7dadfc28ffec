"""Which help lines a standing calls for, and in which order: a pure judgement over the library."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from assessment.safeguard import Flag, Level
from regie.help.library import lines_for
from regie.help.records import Country, Line, Slot

ELSEWHERE = {Country.NL: Country.BE, Country.BE: Country.NL}  # the page for English speakers holds both
SLOT_OF = {Flag.SUICIDALITY: Slot.SUICIDE, Flag.UNSAFE: Slot.VIOLENCE}


@dataclass(frozen=True)
class Choice:
    """The lines for one standing, in the order in which they are shown."""

    first: tuple[Line, ...] = ()  # levels 3 and 4: what the flags call for, big and on top
    then: tuple[Line, ...] = ()  # levels 1 and up: someone to talk to, the GP, help for loneliness that lasts
    elsewhere: tuple[Line, ...] = ()  # levels 3 and 4: what ``first`` is called in the other country, for one sentence

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines of this country."""
        return self.first + self.then


def lines_for_standing(
    level: Level, flags: Iterable[Flag], country: str, at: datetime, *, mood_is_low: bool = False
) -> Choice:
    """The lines of the table in safeguard 2.5; an empty ``country`` is the Netherlands.

    After an early stop give only the flag of the answer that stopped it. ``mood_is_low`` says that a low mood was
    answered: the line for thoughts of suicide then stands among the others. More level, flags or answers never take
    a line away.
    """
    country = Country(country or Country.NL)
    if level <= Level.TIPS:
        return Choice()
    if level == Level.TIPS_WITH_SAFETY_NET:
        return Choice(then=_firsts(country, Slot.LISTEN, Slot.GP, Slot.LONG_TERM))
    later = [Slot.GP, Slot.LONG_TERM, Slot.LISTEN] + [Slot.SUICIDE] * mood_is_low
    if level == Level.HELP_FIRST:
        return Choice(then=_by_hours(_all(country, later), at))
    urgent = _urgent_slots(level, flags)
    first = _all(country, urgent)
    return Choice(
        first=first if level == Level.HELP_NOW else _open_first(first, at),
        then=_by_hours((line for line in _all(country, later) if line not in first), at),
        elsewhere=_elsewhere(country, urgent),
    )


def _urgent_slots(level: Level, flags: Iterable[Flag]) -> list[Slot]:
    """At level 3 the flag's line with 112 under it; at level 4 danger to the body begins with 112.

    A standing this high without a flag is not known to happen; it gets the lines of both.
    """
    asked = [slot for flag, slot in SLOT_OF.items() if flag in flags] or list(SLOT_OF.values())
    if level == Level.HELP_NOW and Slot.VIOLENCE in asked:
        return [slot for slot in asked if slot == Slot.SUICIDE] + [Slot.EMERGENCY, Slot.VIOLENCE]
    return [*asked, Slot.EMERGENCY]


def _elsewhere(country: Country, urgent: Iterable[Slot]) -> tuple[Line, ...]:
    """The other country's lines for the same; 112 is 112 in both."""
    if country not in ELSEWHERE:
        return ()
    return _firsts(ELSEWHERE[country], *(slot for slot in urgent if slot != Slot.EMERGENCY))


def _all(country: Country, slots: Iterable[Slot]) -> tuple[Line, ...]:
    return tuple(line for slot in slots for line in lines_for(slot, country))


def _firsts(country: Country, *slots: Slot) -> tuple[Line, ...]:
    return tuple(lines_for(slot, country)[0] for slot in slots)


def _open_first(lines: Iterable[Line], at: datetime) -> tuple[Line, ...]:
    """Open now before closed; otherwise as they were."""
    return tuple(sorted(lines, key=lambda line: not line.is_open(at)))


def _by_hours(lines: Iterable[Line], at: datetime) -> tuple[Line, ...]:
    """Day and night on top, then what is open now; otherwise as they were."""
    return tuple(sorted(lines, key=lambda line: (not line.is_always, not line.is_open(at))))
