"""Accounts that nobody used for long."""

from datetime import UTC, datetime, timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail

from regie.accounts.models import User
from regie.accounts.unused import erase_unused, tell
from tests.factories import a_person

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
TWO_YEARS = 730


@pytest.fixture(autouse=True)
def two_years(settings):
    """An operator who chose to erase after two years."""
    settings.UNUSED_ACCOUNT_DAYS = TWO_YEARS


def unused_for(days, name="noor", **fields):
    """Someone who signed in for the last time so many days ago."""
    return a_person(name, last_login=NOW - timedelta(days=days), **fields)


def names():
    """Who is still there."""
    return sorted(User.objects.values_list("username", flat=True))


def test_by_default_nobody_is_erased(settings):
    settings.UNUSED_ACCOUNT_DAYS = 0
    unused_for(5000)
    erase_unused(NOW)
    assert names() == ["noor"]


def test_nobody_is_erased_before_being_told_a_month_ago():
    unused_for(5000)
    erase_unused(NOW)
    erase_unused(NOW + timedelta(days=30))
    assert names() == ["noor"]
    erase_unused(NOW + timedelta(days=31))
    assert names() == []


def test_the_mail_says_when_in_the_persons_language():
    person = unused_for(TWO_YEARS - 29, language="en")
    EmailAddress.objects.create(user=person, email="noor@voorbeeld.nl", primary=True, verified=True)
    erase_unused(NOW)
    assert mail.outbox[0].subject == "Your account in Regie"
    assert "On 22 December 2026 we erase it" in mail.outbox[0].body


def test_it_is_said_once():
    person = unused_for(TWO_YEARS)
    EmailAddress.objects.create(user=person, email="noor@voorbeeld.nl", primary=True, verified=True)
    for day in range(5):
        erase_unused(NOW + timedelta(days=day))
    assert len(mail.outbox) == 1


def test_two_machines_at_once_say_it_once():
    person = unused_for(TWO_YEARS)
    EmailAddress.objects.create(user=person, email="noor@voorbeeld.nl", primary=True, verified=True)
    for _ in range(2):
        tell(person, NOW)  # each read the account before the other wrote
    assert len(mail.outbox) == 1


def test_who_comes_back_stays():
    person = unused_for(TWO_YEARS)
    erase_unused(NOW)
    User.objects.filter(pk=person.pk).update(last_login=NOW + timedelta(days=3))
    erase_unused(NOW + timedelta(days=60))
    assert names() == ["noor"]


def test_who_uses_it_hears_nothing():
    unused_for(TWO_YEARS - 31)
    erase_unused(NOW)
    assert User.objects.get().told_unused_at is None


def test_who_never_signed_in_counts_from_the_day_of_the_account():
    a_person("nooit", date_joined=NOW - timedelta(days=TWO_YEARS))
    a_person("nieuw", date_joined=NOW)
    erase_unused(NOW)
    erase_unused(NOW + timedelta(days=31))
    assert names() == ["nieuw"]


def test_who_works_here_stays():
    unused_for(5000, is_staff=True)
    erase_unused(NOW)
    erase_unused(NOW + timedelta(days=60))
    assert names() == ["noor"]
