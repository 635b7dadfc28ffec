"""Sessions that know whose they are: ``SESSION_ENGINE``."""

from datetime import datetime

from allauth.account.internal.stagekit import LOGIN_SESSION_KEY
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils.http import base36_to_int

DEVICE, STARTED_AT = "device", "started_at"  # the keys under which signing in leaves them in the session's data


class SessionStore(DatabaseStore):
    """Django's database sessions; the row also shows owner, device and start."""

    @classmethod
    def get_model_class(cls):
        """The row's model."""
        from regie.accounts.models import Session

        return Session

    def create_model_instance(self, data):
        """The row for ``data``."""
        row = super().create_model_instance(data)
        row.owner_id = owner_of(data)
        row.device = data.get(DEVICE, "")
        row.started_at = datetime.fromisoformat(data[STARTED_AT]) if STARTED_AT in data else None
        return row


def owner_of(data) -> int | None:
    """Who is signed in, or gave the right password and is asked for a code; nobody for any other visitor."""
    if SESSION_KEY in data:
        return int(data[SESSION_KEY])
    pending = (data.get(LOGIN_SESSION_KEY) or {}).get("user_pk")
    return base36_to_int(pending) if pending else None  # as django-allauth writes it
