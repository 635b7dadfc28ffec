"""``EMAIL_BACKEND``: every mail becomes a row, so that no answer waits for a mail server, or tells by its delay."""

from functools import partial

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from regie.post import queue


class QueueBackend(BaseEmailBackend):
    """Keeps messages for ``manage.py send_mail``; on one's own computer they leave right after the commit."""

    def send_messages(self, email_messages):
        """Keep each message, with the person it is for where the sender said so."""
        for message in email_messages:
            queue.put(message, getattr(message, "owner", None))
        if settings.MAIL_AT_ONCE:
            transaction.on_commit(partial(queue.send_waiting))
        return len(email_messages)
