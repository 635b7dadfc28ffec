"""Steps that several processes take at once: ``python -m tests.regie.post.many STEP FOLDER``."""

import os
import sys
from email import message_from_bytes
from pathlib import Path

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
SEPARATOR = b"-" * 79


def fill(number):
    """So many people for whom something waits, all due now."""
    from datetime import timedelta

    from django.core.management import call_command
    from django.db import transaction
    from django.utils import timezone

    from regie.post.models import Subscription
    from tests.factories import a_relation
    from tests.regie.post.people import a_reader

    call_command("migrate", verbosity=0)
    with transaction.atomic():
        for place in range(number):
            a_relation(a_reader(f"naam{place}", has_plan=False), rhythm_days=7)
        Subscription.objects.update(next_at=timezone.now() - timedelta(minutes=1))


def send(folder):
    """The timer's command, with a mail server that leaves its mail in a folder."""
    from django.conf import settings
    from django.core.management import call_command

    settings.MAIL_TRANSPORT = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(folder / "mail")
    call_command("send_mail")


def count(folder):
    """How many mails went, how many different ones, and how many rows say so."""
    from regie.post.models import Reminder

    parts = [part.strip() for path in (folder / "mail").iterdir() for part in path.read_bytes().split(SEPARATOR)]
    names = [message_from_bytes(part)["Message-ID"] for part in parts if part]
    print(len(names), len(set(names)), Reminder.objects.filter(state="sent").count())  # noqa: T201


if __name__ == "__main__":
    django.setup()
    step, folder = sys.argv[1], Path(sys.argv[2])
    if step.startswith("fill_"):
        fill(int(step.removeprefix("fill_")))
    else:
        {"send": send, "count": count}[step](folder)
