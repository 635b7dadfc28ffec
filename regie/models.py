"""Gathers the models of the packages in this project, so that they share one line of migrations."""

from regie.accounts.models import Consent, Session, User

__all__ = ["Consent", "Session", "User"]
