"""The product as it is shipped, with an example account, on one's own computer."""

import os
import sys

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from assessment.safeguard import Level
from regie.example.account import PASSWORD, make_account


class Command(BaseCommand):
    """Makes the database, the static files and the example account where they are absent, then becomes gunicorn."""

    help = __doc__

    def add_arguments(self, parser):
        """``--level`` makes the example account of that safeguard level; ``--language`` its language."""
        parser.add_argument("--level", type=int, choices=range(5), default=0, help="safeguard level of the account")
        parser.add_argument("--language", choices=["nl", "en"], default="nl", help="language of the example")

    def handle(self, *args, level, language, **options):
        """Refuses without LOCAL=1: example data never stands on a real site."""
        if not settings.LOCAL:
            raise CommandError("The example is for your own computer: set LOCAL=1.")
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        person = make_account(language, Level(level), timezone.now())
        self.stdout.write(f"Sign in as {person.username} with the password {PASSWORD}.")
        self.stdout.write("Regie runs on http://127.0.0.1:8000/. Stop it with Ctrl-C; start it again by the same line.")
        self.stdout.flush()
        arguments = [sys.executable, "-m", "gunicorn", "-c", "regie/gunicorn.py", "regie.wsgi"]
        os.chdir(settings.ROOT)
        os.execv(sys.executable, arguments)  # noqa: S606 — one process, so that Ctrl-C and TERM reach gunicorn
