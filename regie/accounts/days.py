"""Which day it is for a person, where that person lives."""

import zoneinfo
from datetime import date, datetime

from django.utils import timezone


def zone_of(user) -> zoneinfo.ZoneInfo:
    """The person's time zone."""
    return zoneinfo.ZoneInfo(user.time_zone)


def day_for(user, now: datetime) -> date:
    """The calendar day of the moment ``now`` where the person lives."""
    return now.astimezone(zone_of(user)).date()


def today_for(user) -> date:
    """Today, where the person lives. Only views and commands ask."""
    return day_for(user, timezone.now())
