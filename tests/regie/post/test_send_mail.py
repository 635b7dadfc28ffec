"""The command for the timer."""

import os
import subprocess
import sys
from datetime import timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from regie.accounts.models import Session
from regie.post import queue
from regie.post.models import Mail, Subscription
from relations.models import Relation
from tests.factories import a_person, a_relation
from tests.regie.post.people import a_reader


def run(*arguments):
    """What the command says."""
    said = StringIO()
    call_command("send_mail", *arguments, stdout=said)
    return said.getvalue()


@pytest.mark.django_db
def test_it_makes_what_is_due_and_sends_all_that_waits():
    a_reader(has_plan=False)
    Subscription.objects.update(next_at=timezone.now() - timedelta(minutes=1))
    queue.put(EmailMessage("Onderwerp", "Tekst", to=["noor@voorbeeld.nl"]))
    assert run() == "1 reminders made, 1 mails sent\n"
    assert len(mail.outbox) == 1


@pytest.mark.django_db
def test_it_erases_sign_ins_that_ended():
    Session.objects.create(session_key="oud", expire_date=timezone.now() - timedelta(seconds=1), session_data="")
    Session.objects.create(session_key="nieuw", expire_date=timezone.now() + timedelta(days=1), session_data="")
    run()
    assert [session.session_key for session in Session.objects.all()] == ["nieuw"]


@pytest.mark.django_db
def test_it_erases_counters_that_ran_out_and_what_was_removed_long_ago():
    cache.set("oud", [1], -1)
    cache.set("nieuw", [1], 60)
    month = timedelta(days=31)
    a_relation(a_person(), removed_at=timezone.now() - month)
    run()
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM cache")
        assert cursor.fetchall() == [(":1:nieuw",)]
    assert not Relation._base_manager.exists()


@pytest.mark.django_db
def test_it_tidies_up_while_the_mail_server_is_away(settings):
    settings.MAIL_TRANSPORT = "tests.regie.post.test_queue.Missing"
    queue.put(EmailMessage("Onderwerp", "Tekst", to=["noor@voorbeeld.nl"]))
    Session.objects.create(session_key="oud", expire_date=timezone.now() - timedelta(seconds=1), session_data="")
    with pytest.raises(ConnectionRefusedError):
        run()
    assert not Session.objects.exists()
    assert Mail.objects.count() == 1


@pytest.mark.django_db
def test_the_report_tells_the_operator_numbers_only():
    queue.put(EmailMessage("Onderwerp", "Tekst", to=["noor@voorbeeld.nl"]), a_person())
    said = run("--report")
    assert "mail that waits: 1\n" in said
    assert "last reminder sent: never" in said
    assert "noor" not in said
    assert Mail.objects.count() == 1


def at_once(step, folder, times=1):
    """Runs a step of ``many`` in so many processes at the same time; returns what the first one says."""
    command = [sys.executable, "-m", "tests.regie.post.many", step, str(folder)]
    environment = os.environ | {"DATABASE_URL": address_of_database(folder)}
    processes = [subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) for _ in range(times)]
    said = [process.communicate(timeout=300)[0] for process in processes]
    assert [process.returncode for process in processes] == [0] * times
    return said[0]


def address_of_database(folder) -> str:
    """Where other processes find a database: this test's own on PostgreSQL, a file on SQLite."""
    if connection.vendor == "sqlite":
        return f"sqlite:///{folder}/many.sqlite3"
    facts = connection.settings_dict
    return f"postgres://{facts['USER']}:{facts['PASSWORD']}@{facts['HOST']}:{facts['PORT']}/{facts['NAME']}"


@pytest.mark.full
@pytest.mark.django_db(transaction=True)
def test_four_processes_send_each_reminder_once(tmp_path):
    """400 on SQLite, 2,000 on PostgreSQL, all due at once."""
    at_once("fill_400" if connection.vendor == "sqlite" else "fill_2000", tmp_path)
    at_once("send", tmp_path, times=4)
    sent, different, marked = at_once("count", tmp_path).split()
    assert sent == different == marked == ("400" if connection.vendor == "sqlite" else "2000")
