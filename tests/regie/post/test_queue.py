"""Mail waits as rows."""

import logging
import smtplib
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection, transaction

from regie.post import queue
from regie.post.models import Mail
from regie.post.rules import TRIES
from tests.factories import a_person

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


class Picky(EmailBackend):
    """A mail server that refuses whoever is called full."""

    def send_messages(self, messages):
        if "vol" in messages[0].to[0]:
            raise smtplib.SMTPRecipientsRefused({messages[0].to[0]: (552, b"full")})
        return super().send_messages(messages)


class Busy(EmailBackend):
    """A mail server that says "not now" to whoever comes, each in its own way."""

    ways = {
        "grijs": smtplib.SMTPRecipientsRefused({"grijs@voorbeeld.nl": (451, b"greylisted, come back later")}),
        "druk": smtplib.SMTPSenderRefused(421, b"too many connections", "regie@voorbeeld.nl"),
        "weg": smtplib.SMTPServerDisconnected("Connection unexpectedly closed"),
    }

    def send_messages(self, messages):
        raise self.ways[messages[0].to[0].partition("@")[0]]


class Missing(EmailBackend):
    """A mail server that is not there."""

    def open(self):
        raise ConnectionRefusedError


def a_message(to="noor@voorbeeld.nl", subject="Een geheim onderwerp"):
    """A message with two forms."""
    message = EmailMultiAlternatives(subject, "Een geheime tekst", to=[to], headers={"X-Test": "ja"})
    message.attach_alternative("<p>Een geheime tekst</p>", "text/html")
    return message


def send(at=NOW):
    """Send what waits."""
    return queue.send_waiting(lambda: at)


def test_a_message_leaves_as_it_came_and_its_row_is_gone():
    row = queue.put(a_message())
    assert send() == 1
    sent = mail.outbox[0]
    assert (sent.subject, sent.body, sent.to, sent.alternatives[0].content) == (
        "Een geheim onderwerp",
        "Een geheime tekst",
        ["noor@voorbeeld.nl"],
        "<p>Een geheime tekst</p>",
    )
    assert sent.extra_headers == {"X-Test": "ja", "Message-ID": f"<{row.token}@127.0.0.1>"}
    assert not Mail.objects.exists()


def test_the_database_holds_neither_words_nor_address():
    queue.put(a_message())
    with connection.cursor() as cursor:
        cursor.execute("SELECT content FROM regie_mail")
        stored = cursor.fetchone()[0]
    assert "geheim" not in stored
    assert "voorbeeld" not in stored


def test_the_second_run_sends_nothing():
    queue.put(a_message())
    assert (send(), send()) == (1, 0)


def test_a_claimed_mail_is_left_alone_until_its_process_must_be_dead():
    queue.put(a_message())
    Mail.objects.update(claimed_at=NOW)
    assert send(NOW + timedelta(minutes=14)) == 0
    assert send(NOW + timedelta(minutes=16)) == 1


def test_killed_after_the_send_it_goes_again_under_the_same_name():
    row = queue.put(a_message())
    queue.transport().send_messages([queue.message_of(row)])
    send()
    first, second = mail.outbox
    assert first.extra_headers["Message-ID"] == second.extra_headers["Message-ID"]


def test_a_refused_address_never_stops_the_others(settings, caplog):
    settings.MAIL_TRANSPORT = f"{__name__}.Picky"
    person = a_person()
    queue.put(a_message("vol@voorbeeld.nl"), person)
    queue.put(a_message("noor@voorbeeld.nl"))
    with caplog.at_level(logging.WARNING, logger="regie.post"):
        assert send() == 1
    assert [message.to for message in mail.outbox] == [["noor@voorbeeld.nl"]]
    assert f"mail refused: SMTPRecipientsRefused, account {person.pk}, try 1" in caplog.text
    assert "vol@" not in caplog.text


def test_a_refused_address_is_given_up_and_then_erased(settings):
    settings.MAIL_TRANSPORT = f"{__name__}.Picky"
    queue.put(a_message("vol@voorbeeld.nl"))
    for turn in range(TRIES + 2):
        send(NOW + timedelta(hours=turn))
    assert Mail.objects.get().tries == TRIES
    queue.forget_refused(NOW + timedelta(days=3))
    assert not Mail.objects.exists()


@pytest.mark.parametrize("way", Busy.ways)
def test_not_now_is_no_refusal_for_two_days(settings, way):
    row = queue.put(a_message(f"{way}@voorbeeld.nl"))
    Mail.objects.update(created_at=NOW)
    settings.MAIL_TRANSPORT = f"{__name__}.Busy"
    for hours in range(0, 49, 4):
        send(NOW + timedelta(hours=hours))
    row.refresh_from_db()
    assert row.tries == 0
    for hours in range(50, 80, 4):
        send(NOW + timedelta(hours=hours))
    row.refresh_from_db()
    assert row.tries == TRIES


def test_without_a_mail_server_nothing_is_lost(settings):
    queue.put(a_message())
    settings.MAIL_TRANSPORT = f"{__name__}.Missing"
    for turn in range(TRIES + 2):
        with pytest.raises(ConnectionRefusedError):
            send(NOW + timedelta(hours=turn))
    settings.MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
    assert send(NOW + timedelta(days=2)) == 1


def test_a_deed_that_is_undone_sends_no_mail(settings):
    settings.EMAIL_BACKEND = "regie.post.backend.QueueBackend"
    with transaction.atomic():
        a_message().send()
        transaction.set_rollback(True)
    assert not Mail.objects.exists()


def test_on_ones_own_computer_it_leaves_right_after_the_commit(settings, django_capture_on_commit_callbacks):
    settings.EMAIL_BACKEND = "regie.post.backend.QueueBackend"
    settings.MAIL_AT_ONCE = True
    with django_capture_on_commit_callbacks(execute=True):
        a_message().send()
        assert mail.outbox == []
    assert len(mail.outbox) == 1


def test_elsewhere_it_waits_for_the_timer(settings, django_capture_on_commit_callbacks):
    settings.EMAIL_BACKEND = "regie.post.backend.QueueBackend"
    settings.MAIL_AT_ONCE = False
    with django_capture_on_commit_callbacks(execute=True):
        a_message().send()
    assert (mail.outbox, Mail.objects.count()) == ([], 1)


def test_more_than_a_batch_goes_in_one_run():
    for number in range(queue.BATCH + 1):
        queue.put(a_message(f"n{number}@voorbeeld.nl"))
    assert send() == queue.BATCH + 1


def test_a_row_that_no_key_opens_never_stops_the_others(caplog):
    broken = queue.put(a_message("stuk@voorbeeld.nl"))
    queue.put(a_message("noor@voorbeeld.nl"))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE regie_mail SET content = 'gAAAA' WHERE id = %s", [broken.pk])
    assert send() == 1
    assert f"mail given up: no key opens it, row {broken.pk}" in caplog.text
