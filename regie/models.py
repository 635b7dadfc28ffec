"""Gathers the models of the packages in this project, so that they share one line of migrations."""

from regie.accounts.models import Consent, Session, User
from regie.post.models import Mail, Reminder, Subscription

__all__ = ["Consent", "Mail", "Reminder", "Session", "Subscription", "User"]
