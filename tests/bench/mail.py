"""So many reminders due at once, sent by four processes to a mail server of our own.

``python -m tests.bench.mail 100000``; DATABASE_URL names an empty PostgreSQL database. Prints how many mails went, how
many different ones, how long it took, and how much memory the largest process held.
"""

import os
import re
import resource
import socketserver
import subprocess
import sys
import threading
import time

import django

PROCESSES = 4
BATCH = 5000
ANSWERS = {b"EHLO": b"250 ok", b"HELO": b"250 ok", b"DATA": b"354 go on", b"QUIT": b"221 bye"}
NAME = re.compile(rb"^Message-ID: (<.*>)", re.MULTILINE | re.IGNORECASE)


class Sink(socketserver.StreamRequestHandler):
    """Speaks as much SMTP as Django does, and keeps the name of each mail."""

    def handle(self):
        self.wfile.write(b"220 here\r\n")
        for line in self.rfile:
            verb = line[:4].upper()
            self.wfile.write(ANSWERS.get(verb, b"250 ok") + b"\r\n")
            if verb == b"DATA":
                self.take()
            if verb == b"QUIT":
                return

    def take(self):
        """One mail, up to the line with a single dot."""
        lines = iter(self.rfile.readline, b".\r\n")
        found = NAME.search(b"".join(lines))
        self.server.names.append(found.group(1))
        self.wfile.write(b"250 taken\r\n")


def fill(number: int) -> None:
    """So many people with a confirmed address, an outcome, someone to think of, and a message that is due now."""
    from datetime import timedelta

    from allauth.account.models import EmailAddress
    from django.core.management import call_command
    from django.utils import timezone

    from assessment.models import SafeguardState, State
    from assessment.safeguard import Level
    from regie.accounts.models import User
    from regie.post.models import Subscription
    from relations.models import Relation

    call_command("migrate", verbosity=0)
    now, level = timezone.now(), State(level=Level.TIPS).as_text()
    due, added = now - timedelta(minutes=1), now.date() - timedelta(days=400)
    for start in range(0, number, BATCH):
        people = User.objects.bulk_create(User(username=f"m{place}") for place in range(start, start + BATCH))
        EmailAddress.objects.bulk_create(
            EmailAddress(user=p, email=f"{p.username}@example.org", primary=True, verified=True) for p in people
        )
        SafeguardState.objects.bulk_create(SafeguardState(owner=p, content=level) for p in people)
        Relation.objects.bulk_create(
            Relation(owner=p, name="Sanne", kind="friendship", rhythm_days=7, added_on=added) for p in people
        )
        Subscription.objects.bulk_create(
            Subscription(owner=p, kind="digest", weekday=6, hour=10, asked_at=due, next_at=due) for p in people
        )


def send(port: int) -> None:
    """The timer's command, to our own mail server; prints the memory it held at most, in MB."""
    from django.conf import settings
    from django.core.management import call_command

    settings.MAIL_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    call_command("send_mail")
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)  # noqa: T201


def main(number: int) -> None:
    """Fill, send, count."""
    fill(number)
    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Sink)
    server.names = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    command = [sys.executable, "-m", "tests.bench.mail", "send", str(server.server_address[1])]
    began = time.perf_counter()
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(PROCESSES)]
    said = [process.communicate()[0].splitlines() for process in processes]
    seconds = time.perf_counter() - began
    print(f"{len(server.names)} mails, {len(set(server.names))} different, in {seconds:.0f} s")  # noqa: T201
    print(f"memory at most {max(int(lines[-1]) for lines in said)} MB")  # noqa: T201


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regie.settings")
    os.environ["LOCAL"] = "1"
    django.setup()
    if sys.argv[1] == "send":
        send(int(sys.argv[2]))
    else:
        main(int(sys.argv[1]))
