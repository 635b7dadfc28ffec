"""Put a copy of the database back. Everything that came after it is lost."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from regie import dumps


class Command(BaseCommand):
    """``manage.py restore /backups/monday --yes``, also while the site is in use; then run ``migrate``."""

    help = __doc__

    def add_arguments(self, parser):
        """Which copy, and the word that it is meant."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--yes", action="store_true", help="replace everything in the database")

    def handle(self, *args, file, yes, **options):
        """Puts the copy back, and says what is next."""
        if not yes:
            raise CommandError("This replaces everything in the database. Add --yes if that is what you want.")
        try:
            dumps.put_back(file)
        except dumps.DumpError as error:
            raise CommandError(str(error)) from error
        self.stdout.write("Put back. Now run: manage.py migrate. Accounts erased since the copy must be erased again.")
