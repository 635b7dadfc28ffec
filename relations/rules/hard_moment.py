"""When the plan for the hard moment is shown. Times are the person's own."""

from datetime import datetime, timedelta

BEFORE = timedelta(hours=2)
AFTER = timedelta(hours=3)  # from the beginning of the hour: it takes a while to pass
WEEK = timedelta(days=7)


def is_near(weekday: int, hour: int, now: datetime) -> bool:
    """Whether ``now``, in the person's own zone, lies between two hours before that hour and three after it begins."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    this_week = midnight + timedelta(days=weekday - now.weekday(), hours=hour)
    return any(begin - BEFORE <= now < begin + AFTER for begin in (this_week - WEEK, this_week, this_week + WEEK))
