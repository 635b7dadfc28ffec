"""``manage.py send_mail``: for a timer each minute, on as many machines as wanted."""

from django.core.management.base import BaseCommand
from django.db import connection
from django.utils import timezone

from regie.accounts.limits import forget_expired
from regie.accounts.models import Session
from regie.accounts.unused import erase_unused
from regie.mydata import previews
from regie.post import queue, reminders, reports
from relations.services import purge_removed


class Command(BaseCommand):
    """What the timer does; each part is safe to run twice and on several machines at once."""

    help = "Makes the reminders that are due, sends them and all other mail that waits, and tidies up."

    def add_arguments(self, parser):
        """``--report`` sends nothing and says what waits."""
        parser.add_argument("--report", action="store_true", help="only say what waits and when the last mail went")

    def handle(self, *args, report: bool, **options):
        """Tidies up, then makes and sends what is due."""
        if report:
            self.stdout.write(reports.report(timezone.now()))
            return
        now = timezone.now()
        tidy(now)  # first: it must also happen while the mail server is away
        made = reminders.make_due(now)
        sent = reminders.send_due() + queue.send_waiting()
        self.stdout.write(f"{made} reminders made, {sent} mails sent")


def tidy(now) -> None:
    """Erase what has had its time, from expired sign-ins to what was removed a month ago."""
    Session.objects.filter(expire_date__lt=now).delete()
    queue.forget_refused(now)
    reminders.forget_old(now)
    previews.forget_old(now)
    erase_unused(now)
    forget_expired(now)
    purge_removed(now)
    empty_the_log()


def empty_the_log() -> None:
    """Take what was erased out of SQLite's write-ahead log too: while the site runs, that file never goes by itself.

    In the middle of a transaction it cannot be emptied, and nothing happens.
    """
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
