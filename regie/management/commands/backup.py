"""Take a complete copy of the database while the site is in use."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from regie import dumps


class Command(BaseCommand):
    """``manage.py backup /backups/monday``: one file, mode 600. Keep TEXT_KEYS apart from it."""

    help = __doc__

    def add_arguments(self, parser):
        """Where the copy goes."""
        parser.add_argument("file", type=Path)

    def handle(self, *args, file, **options):
        """Takes the copy, and says so."""
        try:
            dumps.take(file)
        except dumps.DumpError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Copied to {file}.")
