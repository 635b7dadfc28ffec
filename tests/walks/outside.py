"""What leaves Regie other than as a page: the feed, the archive and the mail, each as its reader sees it."""

import csv
import json
from io import BytesIO, StringIO
from pathlib import PurePath
from zipfile import ZipFile

import icalendar
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.utils import timezone

from regie.accounts.models import User
from regie.mydata.feed import uid_of
from regie.mydata.formats import vcard
from regie.post import queue, reminders
from regie.post.subscriptions import subscribe
from relations.models import Intention
from tests.walks.addresses import ADDRESSES
from tests.walks.test_access import signed_in


def speak(owner, language):
    """Let the account speak ``language``, as its own settings would."""
    User.objects.filter(pk=owner.pk).update(language=language)


def events_in(octets):
    """The events of a calendar, as a calendar program reads them."""
    return icalendar.Calendar.from_ical(octets).walk("VEVENT")


def feed_of(owner, *, is_discreet):
    """The events of the feed of ``owner``, fetched without signing in."""
    feed = owner.calendar_feed
    feed.is_discreet, feed.has_birthdays = is_discreet, True
    feed.save()
    answer = Client().get(ADDRESSES["calendar"].url(secret=feed.secret))
    assert answer.status_code == 200
    return events_in(answer.content)


def tips_in(owner, events):
    """The ids of the tips whose intentions stand among ``events``."""
    tips = {uid_of(row): row.tip for row in Intention.objects.of(owner)}
    return {tips[event["UID"]] for event in events if event["UID"] in tips}


def told_in(events):
    """All that events say."""
    return "\n".join(str(event.get(name, "")) for event in events for name in ("SUMMARY", "DESCRIPTION"))


def archive_of(owner, language):
    """The files of an export, asked for by the button, as text by name."""
    answer = signed_in(owner).post(ADDRESSES["mydata:export"].url(language))
    assert answer.status_code == 200
    with ZipFile(BytesIO(answer.getvalue())) as archive:
        return {name: READERS[PurePath(name).suffix](archive.read(name)) for name in archive.namelist()}


def strings_in(value):
    """Every text in what a JSON file holds."""
    if isinstance(value, dict | list):
        inner = value.values() if isinstance(value, dict) else value
        return "\n".join(strings_in(one) for one in inner)
    return str(value)


def cells_in(octets):
    """Every cell of a table, one on each line."""
    rows = csv.reader(StringIO(octets.decode("utf-8-sig"), newline=""), delimiter=";" if b";" in octets else ",")
    return "\n".join(cell for row in rows for cell in row)


READERS = {
    ".txt": bytes.decode,
    ".md": bytes.decode,
    ".css": bytes.decode,
    ".html": bytes.decode,
    ".json": lambda octets: strings_in(json.loads(octets)),
    ".csv": cells_in,
    ".ics": lambda octets: told_in(events_in(octets)),
    ".vcf": lambda octets: "\n".join(f"{card.name}\n{card.note}" for card in vcard.read(octets).cards),
}


def ask_for_mail(owner, *kinds):
    """Ask for messages of ``kinds`` at a confirmed address; each is due at once."""
    EmailAddress.objects.get_or_create(user=owner, email=f"{owner.username}@voorbeeld.nl", primary=True, verified=True)
    for kind in kinds:
        subscribe(owner, kind, hour=9, weekday=None, now=timezone.now())
    owner.subscriptions.update(next_at=timezone.now())


def mail_sent():
    """The mail that the timer sends now."""
    mail.outbox = []
    reminders.make_due(timezone.now())
    reminders.send_due()
    queue.send_waiting()
    return mail.outbox


def told_by(message):
    """All that a message says: subject, text and HTML."""
    return "\n".join([message.subject, message.body, *(part.content for part in getattr(message, "alternatives", []))])
