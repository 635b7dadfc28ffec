"""Making an account."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from regie.accounts.models import Session, User

pytestmark = pytest.mark.django_db

FORM = {"username": "merel", "password1": "drie losse woorden", "email": ""}


def sign_up(client, **changes):
    """The answer to a sign-up."""
    return client.post(reverse("account_signup"), FORM | changes)


def test_a_name_and_a_password_are_enough(client):
    response = sign_up(client)
    assert response["Location"] == reverse("accounts:consent_notes")
    assert Session.objects.get(owner__username="merel").started_at is not None


def test_the_mail_follows_the_language_of_the_page(client):
    client.post("/en/my/account/sign-up/", FORM)
    assert User.objects.get().language == "en"


def test_signing_up_is_no_consent(client):
    sign_up(client)
    assert User.objects.get().consents.count() == 0


def test_a_taken_name_says_so_and_keeps_what_was_typed(client, user):
    response = sign_up(client, username=user.username)
    assert "Deze naam is al in gebruik. Kies een andere." in response.content.decode()
    assert f'value="{user.username}"' in response.content.decode()


def test_an_error_says_what_to_do_and_where(client):
    form = sign_up(client, username="", password1="", email="geen").context["form"]
    assert form.errors == {
        "username": ["Vul nog in: ‘Kies een gebruikersnaam’."],
        "password1": ["Vul nog in: ‘Kies een wachtwoord’."],
        "email": ["Schrijf een adres zoals naam@example.org."],
    }


def test_a_name_of_other_signs_hears_about_names(client):
    form = sign_up(client, username="no or").context["form"]
    assert form.errors == {"username": ["Gebruik alleen letters, cijfers en . @ + - _ en geen spaties."]}


def test_a_taken_address_tells_nothing(client, user):
    EmailAddress.objects.create(user=user, email="noor@voorbeeld.nl", verified=True, primary=True)
    taken = sign_up(client, email="noor@voorbeeld.nl")
    client.logout()
    free = sign_up(client, username="merel2", email="vrij@voorbeeld.nl")
    assert (taken.status_code, taken["Location"]) == (free.status_code, free["Location"])
    assert EmailAddress.objects.filter(email="noor@voorbeeld.nl", verified=True).get().user == user


@pytest.mark.parametrize(
    ("password", "is_taken"),
    [
        pytest.param("kort 12", False, id="seven"),
        pytest.param("lang 123", True, id="eight"),
        pytest.param("ééñ 漢字 🌱 ruimte", True, id="all-of-unicode-and-spaces"),
        pytest.param("alleenmaarletters", True, id="no-composition-rules"),
        pytest.param("93857201", True, id="digits-only"),
        pytest.param("a b" * 42 + "cd", True, id="128"),
        pytest.param("password1", False, id="common"),
        pytest.param("merel1234", False, id="like-the-name"),
    ],
)
def test_what_a_password_may_be(client, password, is_taken):
    sign_up(client, password1=password)
    assert User.objects.exists() == is_taken


def test_spaces_around_a_password_belong_to_it(client):
    sign_up(client, password1="  met ruimte  ")
    assert User.objects.get().check_password("  met ruimte  ")


def test_fields_that_are_not_on_the_form_change_nothing(client):
    sign_up(client, is_staff="1", is_superuser="1", id="7", country="be")
    person = User.objects.get()
    assert (person.is_staff, person.is_superuser, person.country) == (False, False, "nl")


def test_the_twenty_first_account_from_one_address_waits(client):
    for number in range(20):
        sign_up(client, username=f"merel{number}", password1="kort")
    response = sign_up(client)
    assert response.status_code == 429
    assert not User.objects.exists()


def test_no_address_no_mail(client):
    sign_up(client)
    assert mail.outbox == []


@pytest.mark.parametrize(("length", "is_taken"), [(254, True), (255, False)])
def test_an_address_has_at_most_254_characters(client, length, is_taken):
    domain = "@" + ".".join(["a" * 60] * 3) + ".nl"
    sign_up(client, email="n" * (length - len(domain)) + domain)
    assert User.objects.exists() == is_taken


@pytest.mark.parametrize(("length", "is_taken"), [(150, True), (151, False)])
def test_a_name_has_at_most_150_characters(client, length, is_taken):
    sign_up(client, username="m" * length)
    assert User.objects.exists() == is_taken


def test_clicking_twice_makes_one_account_and_answers_the_same(client):
    first, second = sign_up(client), sign_up(Client())
    assert (first.status_code, first["Location"]) == (second.status_code, second["Location"])
    assert User.objects.count() == 1


def test_the_same_name_with_another_password_is_taken(client):
    sign_up(client)
    again = sign_up(Client(), password1="heel andere woorden")
    assert "Deze naam is al in gebruik." in again.content.decode()


def test_an_hour_later_the_same_name_and_password_is_taken_too(client):
    sign_up(client)
    User.objects.update(date_joined=timezone.now() - timedelta(hours=1))
    assert "Deze naam is al in gebruik." in sign_up(Client()).content.decode()


@pytest.mark.django_db(transaction=True)
def test_twenty_at_once_make_one_account():
    if connection.vendor == "sqlite":
        pytest.skip("The tests' SQLite lives in memory, which locks whole tables; the file of a real one waits.")

    def one(_):
        try:
            return sign_up(Client()).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(one, range(20)))
    assert User.objects.count() == 1
    assert set(answers) <= {302, 200, 429}
