"""When a message goes, and when it stays home. Pure."""

from datetime import UTC, datetime, time, timedelta, tzinfo

CLAIM_HOLDS = timedelta(minutes=15)  # a process that has not sent its mail by then has died
TRIES = 5  # a mail that was refused so often is given up
PATIENCE = timedelta(days=2)  # so long "not now" of a mail server is no refusal
TOO_LATE = timedelta(hours=12)  # after which a reminder is of no use any more
UNANSWERED = 2  # reminders in a row that led to no sign-in, and then no more


def next_at(after: datetime, zone: tzinfo, hour: int, weekday: int | None = None) -> datetime:
    """The first moment later than ``after`` at which it is ``hour`` in ``zone``, on ``weekday`` where one is given.

    An hour that the clock skips falls an hour later; one that it repeats counts the first time.
    """
    day = after.astimezone(zone).date()
    for ahead in range(9):
        moment = datetime.combine(day + timedelta(days=ahead), time(hour), zone).astimezone(UTC)
        if moment > after and weekday in (None, (day + timedelta(days=ahead)).weekday()):
            return moment
    raise ValueError(f"no weekday {weekday}")


def is_stale(due_at: datetime, now: datetime) -> bool:
    """Whether a reminder waited so long that it would only confuse."""
    return now - due_at > TOO_LATE
