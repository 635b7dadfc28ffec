"""List the help lines by the age of their check; fail when a crisis line's is too old."""

from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from regie.help.freshness import Freshness, checks_of
from regie.help.library import lines


class Command(BaseCommand):
    """``manage.py help_lines``, for whoever runs the site or for a timer. Exit code 1: look at the lines it names."""

    help = __doc__

    def add_arguments(self, parser):
        """The day to count from."""
        parser.add_argument("--on", type=date.fromisoformat, help="count from this day, as 2027-02-20 (else today)")

    def handle(self, *args, on=None, **options):
        """The oldest check first; a warning for what is old, an error for what is too old."""
        checks = checks_of(lines().values(), on or timezone.localdate())
        for check in checks:
            self.stdout.write(f"{check.freshness:8} {check.days:4} days  {check.line.id:18} {check.line.source}")
        named = {state: ", ".join(check.line.id for check in checks if check.freshness == state) for state in Freshness}
        if named[Freshness.OLD]:
            self.stderr.write(f"Look at these again soon: {named[Freshness.OLD]}")
        if named[Freshness.TOO_OLD]:
            raise CommandError(f"Look at these crisis lines now, then change checked_on: {named[Freshness.TOO_OLD]}")
