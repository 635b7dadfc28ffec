"""The page as its view reads it, on a quiet Sunday."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from assessment.openness import Standing
from assessment.safeguard import Level
from relations.dashboard.page import Dashboard, dashboard
from tests.factories import TODAY

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
TIPS = Standing(level=Level.TIPS)
REST = Standing(level=Level.HELP_FIRST)


def page_of(user, standing=TIPS, *, now=NOON, period=90, noted=None) -> Dashboard:
    """My circle of ``user``."""
    return dashboard(user, standing, now, period=period, noted=noted)


def days_ago(days: int) -> date:
    """So many days before the day of the page."""
    return TODAY - timedelta(days=days)
