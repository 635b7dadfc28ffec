"""Gathers the models of the packages in this project, so that they share one line of migrations."""

from regie.accounts.models import Consent, Session, User
from regie.mydata.models import CalendarFeed, Import, Merge, WaitingImport
from regie.post.models import Mail, Reminder, Subscription

__all__ = [
    "CalendarFeed",
    "Consent",
    "Import",
    "Mail",
    "Merge",
    "Reminder",
    "Session",
    "Subscription",
    "User",
    "WaitingImport",
]
