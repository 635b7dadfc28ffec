"""The operator's site."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry
from django.urls import NoReverseMatch, reverse

from regie.accounts.models import User
from tests.factories import a_person, a_relation

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.regie.accounts.operator_urls")]

HOME = "/achterkamer/"


def an_operator(*, factor=Authenticator.Type.TOTP, **fields):
    """Someone who works here."""
    person = a_person("beheer", **({"is_staff": True, "is_superuser": True} | fields))
    if factor:
        Authenticator.objects.create(user=person, type=factor, data={})
    return person


@pytest.mark.urls("regie.urls")
def test_by_default_there_is_none(client):
    client.force_login(an_operator())
    assert [client.get(path).status_code for path in ("/admin/", HOME)] == [404, 404]
    with pytest.raises(NoReverseMatch):
        reverse("admin:index")


@pytest.mark.parametrize("factor", [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN])
def test_who_works_here_and_uses_a_second_factor_comes_in(client, factor):
    client.force_login(an_operator(factor=factor))
    assert client.get(HOME).status_code == 200


@pytest.mark.parametrize(
    ("factor", "fields"),
    [
        pytest.param(None, {}, id="password-only"),
        pytest.param(Authenticator.Type.RECOVERY_CODES, {}, id="recovery-codes-are-no-second-factor"),
        pytest.param(Authenticator.Type.TOTP, {"is_staff": False}, id="a-visitor-with-a-second-factor"),
    ],
)
def test_anyone_else_is_refused(client, caplog, factor, fields):
    person = an_operator(factor=factor, **fields)
    client.force_login(person)
    assert client.get(HOME, follow=True).status_code == 403
    assert f"admin refused, account {person.pk}" in caplog.text


def test_a_stranger_goes_to_our_own_sign_in(client):
    answer = client.get(HOME, follow=True)
    assert answer.request["PATH_INFO"] == reverse("account_login")


def test_the_way_through_our_sign_in_ends_there(client):
    door = client.get(HOME)["Location"]
    client.force_login(an_operator())
    assert client.get(door, follow=True).request["PATH_INFO"] == HOME


def test_nothing_that_a_person_keeps_can_be_seen(client):
    person = a_person()
    a_relation(person, "Geheime Sanne")
    client.force_login(an_operator())
    for page in ("", "regie/user/", f"regie/user/{person.pk}/change/", f"regie/user/{person.pk}/delete/"):
        answer = client.get(HOME + page)
        assert answer.status_code == 200
        assert "Geheime" not in answer.content.decode()
    assert client.get(HOME + "relations/relation/").status_code == 404


def test_an_account_is_erased_and_its_name_stands_nowhere(client):
    person = a_person()
    a_relation(person)
    client.force_login(an_operator())
    client.post(f"{HOME}regie/user/{person.pk}/delete/", {"post": "yes"})
    assert [left.username for left in User.objects.all()] == ["beheer"]
    assert not LogEntry.objects.exists()


def test_several_are_erased_at_once(client):
    numbers = [a_person(name).pk for name in ("noor", "yusuf")]
    client.force_login(an_operator())
    client.post(f"{HOME}regie/user/", {"action": "delete_selected", "_selected_action": numbers, "post": "yes"})
    assert User.objects.count() == 1


def test_an_account_can_be_closed_but_not_renamed(client):
    person = a_person()
    client.force_login(an_operator())
    client.post(f"{HOME}regie/user/{person.pk}/change/", {"username": "anders"})
    person.refresh_from_db()
    assert (person.username, person.is_active) == ("noor", False)
    assert not LogEntry.objects.exists()


def test_nobody_makes_an_account_here(client):
    client.force_login(an_operator())
    assert client.get(f"{HOME}regie/user/add/").status_code == 403


def test_no_migration_makes_a_person():
    assert not User.objects.exists()
