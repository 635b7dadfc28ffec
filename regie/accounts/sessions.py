"""Sessions that know whose they are: ``SESSION_ENGINE``."""

from datetime import datetime

from allauth.account.internal.stagekit import LOGIN_SESSION_KEY
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils import timezone
from django.utils.http import base36_to_int

from regie.prepared import prepared

DEVICE, STARTED_AT = "device", "started_at"  # the keys under which signing in leaves them in the session's data


class SessionStore(DatabaseStore):
    """Django's database sessions; the row also shows owner, device and start."""

    def load(self):
        """What the session holds; nothing for one that is over or never was, and then its key is given up."""
        kept = going_on(key=self.session_key or "", now=timezone.now())
        if not kept:
            self._session_key = None
            return {}
        return self.decode(kept[0])

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


@prepared
def going_on(key: str, now: datetime):
    """What the session with this key holds, unless it is over."""
    sessions = SessionStore.get_model_class().objects.filter(session_key=key, expire_date__gt=now)
    return sessions.values_list("session_data", flat=True)


def owner_of(data) -> int | None:
    """Who is signed in, or gave the right password and is asked for a code; nobody for any other visitor."""
    if SESSION_KEY in data:
        return int(data[SESSION_KEY])
    pending = (data.get(LOGIN_SESSION_KEY) or {}).get("user_pk")
    return base36_to_int(pending) if pending else None  # as django-allauth writes it
