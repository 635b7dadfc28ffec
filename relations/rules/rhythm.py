"""When a good moment begins. Nothing here is ever late: there is only "not yet" and "a good moment"."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

SOFT = 0.25  # the share of a rhythm by which early is as good as on the day
SHORTEST_NOT_NOW = 3  # days
EVERY_WEEK, LAST_WEEK = 0, 5
WEEK_DAYS, MONTH_DAYS = 7, 28


@dataclass(frozen=True)
class Appointment:
    """A fixed appointment: ``week`` 0 for each week, 1 to 4 for that week of the month, 5 for the last."""

    week: int
    weekday: int

    @property
    def cycle_days(self) -> int:
        """About how many days lie between two of them."""
        return WEEK_DAYS if self.week == EVERY_WEEK else MONTH_DAYS

    def falls_on(self, day: date) -> bool:
        """Whether it is on ``day``."""
        if day.weekday() != self.weekday:
            return False
        if self.week == EVERY_WEEK:
            return True
        if self.week == LAST_WEEK:
            return (day + timedelta(days=WEEK_DAYS)).month != day.month
        return (day.day - 1) // WEEK_DAYS + 1 == self.week

    def next_on(self, day: date) -> date:
        """The first one on or after ``day``."""
        return next(on for on in days_from(day) if self.falls_on(on))


class Silence(NamedTuple):
    """The facts of one relation that a good moment asks for. All days are the person's own."""

    added_on: date
    last_contact_on: date | None = None
    last_no_answer_on: date | None = None
    quiet_until: date | None = None
    rhythm_days: int | None = None
    appointment: Appointment | None = None
    pauses: tuple[tuple[date, date | None], ...] = ()


def days_from(day: date) -> Iterable[date]:
    """``day`` and the nine weeks after it: every fixed appointment falls in them."""
    return (day + timedelta(days=n) for n in range(63))


def good_from(silent_since: date, rhythm_days: int) -> date:
    """First day of the soft band: a quarter of the rhythm early is as good as on the day."""
    return silent_since + timedelta(days=rhythm_days - int(rhythm_days * SOFT))


def cycle_days(silence: Silence) -> int | None:
    """The length of the rhythm or of the appointment's turn; None where there is neither."""
    return silence.rhythm_days or (silence.appointment and silence.appointment.cycle_days)


def not_now_until(today: date, rhythm_days: int) -> date:
    """The first day to propose again: "not now" lasts a quarter of the rhythm, and at least three days."""
    return today + timedelta(days=max(SHORTEST_NOT_NOW, int(rhythm_days * SOFT)))


def is_paused(pauses: Iterable[tuple[date, date | None]], today: date) -> bool:
    """Whether ``today`` lies in one of ``pauses``; one without an end goes on."""
    return any(start <= today and (end is None or today <= end) for start, end in pauses)


def is_quiet(silence: Silence, today: date) -> bool:
    """Whether the person, a pause, or a message without an answer asks for quiet."""
    if silence.quiet_until and today < silence.quiet_until:
        return True
    no_answer = silence.last_no_answer_on
    if no_answer and today < no_answer + timedelta(days=cycle_days(silence) or 0):
        return True
    return is_paused(silence.pauses, today)


def appointment_opens(turn: Appointment, last_contact_on: date | None, today: date) -> date:
    """First day of the band before the coming appointment, or before the one after it where that one had contact."""
    band = timedelta(days=int(turn.cycle_days * SOFT))
    coming = turn.next_on(today)
    if last_contact_on and last_contact_on >= coming - band:
        coming = turn.next_on(coming + timedelta(days=1))
    return coming - band


def opens_on(silence: Silence, today: date) -> date | None:
    """The day on which the present good moment begins or began; None without a rhythm or an appointment."""
    if silence.rhythm_days:
        return good_from(silence.last_contact_on or silence.added_on, silence.rhythm_days)
    if silence.appointment:
        return appointment_opens(silence.appointment, silence.last_contact_on, today)
    return None


def is_good_moment(silence: Silence, today: date) -> bool:
    """Whether ``today`` is a good moment: the soft band is open and nothing asks for quiet."""
    opens = opens_on(silence, today)
    return opens is not None and opens <= today and not is_quiet(silence, today)
