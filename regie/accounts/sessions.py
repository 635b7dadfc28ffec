"""Sessions that know whose they are: ``SESSION_ENGINE``."""

from datetime import datetime

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

DEVICE, STARTED_AT = "device", "started_at"  # the keys under which signing in leaves them in the session's data


class SessionStore(DatabaseStore):
    """Django's database sessions; the row also shows owner, device and start."""

    @classmethod
    def get_model_class(cls):
        """The row's model."""
        from regie.accounts.models import Session

        return Session

    def create_model_instance(self, data):
        """The row for ``data``; a visitor who is not signed in has no owner."""
        row = super().create_model_instance(data)
        row.owner_id = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        row.device = data.get(DEVICE, "")
        row.started_at = datetime.fromisoformat(data[STARTED_AT]) if STARTED_AT in data else None
        return row
