"""Erasing an account leaves nothing, in no table."""

import uuid

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP
from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.db import connection
from django.db.models import CASCADE
from django.urls import reverse

from assessment.models import SafeguardState, State
from assessment.safeguard import Flag, Level
from regie.accounts import consent
from regie.accounts.consent import Scope
from regie.accounts.erasure import erase
from regie.accounts.models import Session, User
from regie.post import queue
from regie.post.models import Kind, Mail, Reminder
from regie.post.subscriptions import subscribe
from relations.models import Relation
from tests.factories import a_moment, a_person, a_relation
from tests.regie.post.people import ASKED

pytestmark = pytest.mark.django_db

PASSWORD = "een goed wachtwoord"
# What a migration makes, and what belongs to nobody.
OF_NOBODY = {"django_migrations", "django_content_type", "auth_permission", "sqlite_sequence"}


def rows():
    """Table -> number of rows, of every table there is."""
    with connection.cursor() as cursor:
        tables = [name for name in connection.introspection.table_names(cursor) if name not in OF_NOBODY]
        counts = {}
        for name in tables:
            cursor.execute(f"SELECT COUNT(*) FROM {connection.ops.quote_name(name)}")  # noqa: S608
            counts[name] = cursor.fetchone()[0]
    return counts


def everything_of(person, client):
    """Something of this person in as many tables as we know."""
    client.post(reverse("account_login"), {"login": person.username, "password": "fout"})
    client.force_login(person)
    for scope in Scope:
        consent.give(person, scope)
    EmailAddress.objects.create(user=person, email=f"{person.username}@voorbeeld.nl", primary=True, verified=True)
    a_moment(a_relation(person))
    SafeguardState.objects.create(owner=person, content=State(level=Level.TIPS).as_text())
    subscribe(person, Kind.DIGEST, hour=10, weekday=6, now=ASKED)
    Reminder.objects.create(owner=person, kind=Kind.DIGEST, due_on=ASKED.date(), due_at=ASKED, token=uuid.uuid4())
    queue.put(EmailMessage("Onderwerp", "Tekst", to=[f"{person.username}@voorbeeld.nl"]), person)


def test_no_table_holds_a_row_more_than_before(client):
    before = rows()
    person = a_person()
    everything_of(person, client)
    filled = {name for name, number in rows().items() if number > before[name]}
    assert {"regie_user", "regie_session", "regie_mail", "relations_relation", "cache"} <= filled
    erase(person)
    after = rows()
    assert {name for name in after if after[name] > before[name]} <= {"cache"}
    assert of_addresses_only()


def belongs_to_a_person(model, seen=()):
    """Whether a row of this model goes with its person: by a chain of keys that cascade."""
    keys = [f for f in model._meta.fields if f.many_to_one or f.one_to_one]
    return model is User or any(
        key.remote_field.on_delete is CASCADE and belongs_to_a_person(key.related_model, (*seen, model))
        for key in keys
        if key.related_model not in (*seen, model)
    )


def test_every_model_goes_with_its_person():
    """A new model cannot be forgotten: it hangs on a person, or it is one of those that belong to nobody."""
    loose = {model._meta.label for model in apps.get_models() if not belongs_to_a_person(model)}
    assert loose == {"auth.Permission", "auth.Group", "contenttypes.ContentType"}


def of_addresses_only():
    """Whether the counters that are left are those of a network address."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM cache")
        return all(":ip:" in key for (key,) in cursor.fetchall())


def test_another_person_keeps_everything(client):
    other = a_person("yusuf")
    everything_of(other, client)
    client.logout()
    before = rows()
    person = a_person()
    everything_of(person, client)
    erase(person)
    assert {name: number for name, number in rows().items() if name != "cache"} == {
        name: number for name, number in before.items() if name != "cache"
    }


def test_the_password_erases_at_once_and_signs_out(client):
    a_person()
    client.login(username="noor", password=PASSWORD)
    response = client.post(reverse("accounts:erase"), {"password": PASSWORD})
    assert response["Location"] == reverse("accounts:erased")
    assert response["Clear-Site-Data"] == '"cache", "cookies"'
    assert (User.objects.count(), Session.objects.count()) == (0, 0)
    assert "Je account is gewist" in client.get(response["Location"]).content.decode()


@pytest.mark.parametrize("typed", ["fout", "", None])
def test_without_the_right_password_nothing_is_erased(client, typed):
    a_person()
    client.login(username="noor", password=PASSWORD)
    response = client.post(reverse("accounts:erase"), {} if typed is None else {"password": typed})
    assert response.status_code == 200
    assert User.objects.exists()


def test_guessing_the_password_here_is_limited_too(client):
    a_person()
    client.login(username="noor", password=PASSWORD)
    answers = [client.post(reverse("accounts:erase"), {"password": "fout"}).status_code for _ in range(11)]
    assert answers[-1] == 429
    assert User.objects.exists()


def test_reading_the_page_erases_nothing(client):
    a_person()
    client.login(username="noor", password=PASSWORD)
    client.get(reverse("accounts:erase"))
    assert User.objects.exists()


@pytest.mark.parametrize("name", ["erase", "withdraw_notes", "withdraw_outcomes"])
def test_who_is_not_safe_is_not_asked_to_make_a_file_that_others_can_read(client, name):
    person = a_person()
    client.force_login(person)
    url = reverse(f"accounts:{name}")
    assert "Neem eerst alles mee" in client.get(url).content.decode()
    state = State(level=Level.TALK_TODAY, flags=frozenset({Flag.UNSAFE}))
    SafeguardState.objects.create(owner=person, content=state.as_text())
    assert "Neem eerst alles mee" not in client.get(url).content.decode()


def test_a_browser_that_was_signed_in_elsewhere_is_a_stranger(client):
    person = a_person()
    client.force_login(person)
    erase(person)
    assert reverse("account_login") in client.get(reverse("accounts:account"))["Location"]


@pytest.mark.parametrize("number", [7, 36, 123_456])
def test_who_waits_for_a_code_leaves_no_session(client, number):
    """A right password before the second factor is a session of nobody yet; it names the account all the same."""
    person = a_person(id=number)
    TOTP.activate(person, "JBSWY3DPEHPK3PXP")
    client.post(reverse("account_login"), {"login": "noor", "password": PASSWORD})
    assert Session.objects.get().owner == person
    erase(person)
    assert not Session.objects.exists()


def test_withdrawing_a_consent_erases_its_set_and_nothing_else(client):
    person = a_person()
    everything_of(person, client)
    client.post(reverse("accounts:withdraw_notes"))
    assert (Relation.objects.count(), Reminder.objects.count(), person.subscriptions.count()) == (0, 0, 0)
    assert SafeguardState.objects.count() == 1
    client.post(reverse("accounts:withdraw_outcomes"))
    assert (SafeguardState.objects.count(), User.objects.count(), Mail.objects.count()) == (0, 1, 1)


def test_withdrawing_takes_what_was_removed_and_could_still_be_undone():
    person = a_person()
    consent.give(person, Scope.NOTES)
    a_relation(person, removed_at=ASKED)
    consent.withdraw(person, Scope.NOTES)
    assert not Relation._base_manager.exists()


def test_reading_the_page_withdraws_nothing(client):
    person = a_person()
    everything_of(person, client)
    client.get(reverse("accounts:withdraw_notes"))
    assert Relation.objects.count() == 1


def test_counters_are_kept_under_no_readable_name(client):
    person = a_person()
    client.post(reverse("account_login"), {"login": person.username, "password": "fout"})
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key, value FROM cache")
        assert person.username not in str(cursor.fetchall())
    assert settings.CACHES["default"]["BACKEND"].endswith("DatabaseCache")
    cache.clear()
