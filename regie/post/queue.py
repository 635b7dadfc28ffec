"""Mail that waits as rows: written with the deed that caused it, sent once, by as many processes as wanted."""

import json
import logging
import smtplib
from datetime import timedelta

from cryptography.fernet import InvalidToken
from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import transaction
from django.utils import timezone

from regie.post.models import Mail, message_id
from regie.post.rules import PATIENCE, TRIES

log = logging.getLogger("regie.post")

BATCH = 50
REFUSED = (smtplib.SMTPException, ValueError)  # this one mail cannot go: an address or a header is refused


def put(message, owner=None) -> Mail:
    """Keep a message, sealed, until a process sends it."""
    return Mail.objects.create(owner=owner, content=json.dumps(parts_of(message)))


def parts_of(message) -> dict:
    """What makes a message, to be kept as text."""
    return {
        "subject": str(message.subject),
        "body": message.body,
        "from_email": message.from_email,
        "to": list(message.to),
        "headers": dict(message.extra_headers),
        "alternatives": [[part.content, part.mimetype] for part in getattr(message, "alternatives", [])],
    }


def message_of(row: Mail) -> EmailMultiAlternatives:
    """The message of a row, with the row's own ``Message-ID``."""
    parts = json.loads(row.content)
    parts["headers"]["Message-ID"] = message_id(row.token)
    return EmailMultiAlternatives(**parts)


def claim(free, now) -> list[int]:
    """Take up to ``BATCH`` free rows for this process: IMMEDIATE on SQLite, locks that others skip on PostgreSQL."""
    with transaction.atomic():
        taken = list(free.select_for_update(skip_locked=True)[:BATCH].values_list("pk", flat=True))
        free.model.objects.filter(pk__in=taken).update(claimed_at=now)
    return taken


def transport():
    """The connection to the mail server."""
    return get_connection(settings.MAIL_TRANSPORT)


def hand_over(connection, message, row) -> bool:
    """Send one message. One that is refused is counted, logged by number, and never stops the others.

    "Not now" counts as refused only after days: a mail server may be busy, or ask a newcomer to come back later.
    """
    try:
        connection.send_messages([message])
    except REFUSED as error:
        connection.close()  # what went wrong may have left it half open
        if not is_for_now(error) or row.claimed_at - row.waits_since > PATIENCE:
            row.tries += 1
            row.save(update_fields=["tries"])
        log.warning("mail refused: %s, account %s, try %s", type(error).__name__, row.owner_id or "-", row.tries)
        return False
    return True


def is_for_now(error: Exception) -> bool:
    """Whether the server said that it may take the mail later: by a code from 400 to 499, or by going away."""
    if isinstance(error, smtplib.SMTPServerDisconnected):
        return True
    refused = error.recipients.values() if isinstance(error, smtplib.SMTPRecipientsRefused) else ()
    codes = [code for code, _ in refused] or [getattr(error, "smtp_code", 0)]
    return all(400 <= code < 500 for code in codes)


def send_waiting(clock=timezone.now) -> int:
    """Send all mail that waits; each row is gone right after its mail. Returns how many went.

    Raises ``OSError`` where the mail server is not there: then nothing is lost, and the next run tries again.
    """
    if not Mail.objects.free(clock()).exists():
        return 0
    count = 0
    with transport() as connection:
        while taken := claim(Mail.objects.free(now := clock()), now):
            count += sum(send_one(connection, pk, now) for pk in taken)
    return count


def send_one(connection, pk: int, claimed_at) -> bool:
    """Send the mail of a row that this process claimed. Returns whether it went."""
    try:
        row = Mail.objects.filter(pk=pk, claimed_at=claimed_at).first()
    except InvalidToken:
        log.error("mail given up: no key opens it, row %s", pk)
        Mail.objects.filter(pk=pk).update(tries=TRIES)
        return False
    if row is None or not hand_over(connection, message_of(row), row):
        return False
    Mail.objects.filter(pk=pk).delete()
    return True


def forget_refused(now) -> None:
    """Erase mail that was refused so often that it is given up, after a day."""
    Mail.objects.filter(tries__gte=TRIES, claimed_at__lt=now - timedelta(days=1)).delete()
