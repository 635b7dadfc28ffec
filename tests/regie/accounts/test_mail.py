"""The mail of an account: to the right person, in our words, and never faster for those we know."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.urls import reverse

from regie.accounts.models import Session
from regie.post import queue
from regie.post.models import Mail
from tests.factories import a_person

pytestmark = pytest.mark.django_db

PASSWORD = "een goed wachtwoord"


@pytest.fixture(autouse=True)
def by_the_queue(settings):
    """Mail becomes rows, as it is shipped."""
    settings.EMAIL_BACKEND = "regie.post.backend.QueueBackend"
    settings.MAIL_AT_ONCE = False


@pytest.fixture
def person(client):
    """Someone with a confirmed address."""
    person = a_person()
    EmailAddress.objects.create(user=person, email="noor@voorbeeld.nl", primary=True, verified=True)
    return person


def sent():
    """The mail that was waiting."""
    queue.send_waiting()
    return mail.outbox


def link_in(message):
    """The path of the one link."""
    return re.search(r"https?://[^/\s]+(/\S+)", message.body).group(1)


def proven(client):
    """Types the password once more, before something that needs it."""
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})


def test_a_reset_for_a_known_and_an_unknown_address_answers_alike(client, person):
    known = client.post(reverse("account_reset_password"), {"email": "noor@voorbeeld.nl"})
    unknown = client.post(reverse("account_reset_password"), {"email": "niemand@voorbeeld.nl"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert [message.to for message in sent()] == [["noor@voorbeeld.nl"]]


def test_the_mail_belongs_to_its_person_so_that_erasing_takes_it_along(client, person):
    client.post(reverse("account_reset_password"), {"email": "noor@voorbeeld.nl"})
    assert Mail.objects.get().owner == person


def test_the_link_sets_a_new_password_and_ends_every_sign_in(client, person):
    client.force_login(person)
    client.cookies.clear()
    client.post(reverse("account_reset_password"), {"email": "noor@voorbeeld.nl"})
    form = client.get(link_in(sent()[0]), follow=True)
    client.post(form.request["PATH_INFO"], {"password1": "nieuwe losse woorden", "password2": "nieuwe losse woorden"})
    person.refresh_from_db()
    assert person.check_password("nieuwe losse woorden")
    assert Session.objects.filter(owner=person).count() == 0


def test_a_reset_link_works_once(client, person):
    client.post(reverse("account_reset_password"), {"email": "noor@voorbeeld.nl"})
    link = link_in(sent()[0])
    form = client.get(link, follow=True)
    client.post(form.request["PATH_INFO"], {"password1": "nieuwe losse woorden", "password2": "nieuwe losse woorden"})
    client.cookies.clear()
    assert "Deze link werkt niet meer" in client.get(link, follow=True).content.decode()


def test_the_sixth_reset_for_an_address_waits(client, person):
    answers = [
        client.post(reverse("account_reset_password"), {"email": "noor@voorbeeld.nl"}).status_code for _ in range(6)
    ]
    assert answers == [302] * 5 + [429]


def test_an_address_counts_once_it_is_confirmed(client):
    person = a_person()
    client.force_login(person)
    proven(client)
    client.post(reverse("account_email"), {"email": "nieuw@voorbeeld.nl", "action_add": ""})
    assert not EmailAddress.objects.get(user=person).verified
    link = link_in(sent()[0])
    client.get(link)
    assert not EmailAddress.objects.get(user=person).verified
    client.post(link)
    assert EmailAddress.objects.get(user=person).verified


def test_an_address_of_someone_else_is_accepted_and_tells_nothing(client, person):
    other = a_person("yusuf")
    client.force_login(other)
    proven(client)
    answers = [
        client.post(reverse("account_email"), {"email": address, "action_add": ""})
        for address in ("noor@voorbeeld.nl", "vrij@voorbeeld.nl")
    ]
    assert [(a.status_code, a["Location"]) for a in answers] == [(302, reverse("account_email"))] * 2


def test_changing_an_address_asks_for_the_password_again(client, person):
    client.force_login(person)
    response = client.post(reverse("account_email"), {"email": "nieuw@voorbeeld.nl", "action_add": ""})
    assert reverse("account_reauthenticate") in response["Location"]
    assert not EmailAddress.objects.filter(email="nieuw@voorbeeld.nl").exists()


def test_a_new_password_asks_for_the_old_one_and_signs_out_elsewhere(client, person):
    other_browser = type(client)()
    other_browser.force_login(person)
    client.force_login(person)
    new = {"password1": "nieuwe losse woorden", "password2": "nieuwe losse woorden"}
    assert client.post(reverse("account_change_password"), {"oldpassword": "fout"} | new).status_code == 200
    assert client.post(reverse("account_change_password"), {"oldpassword": PASSWORD} | new).status_code == 302
    assert client.get(reverse("accounts:account")).status_code == 200
    assert other_browser.get(reverse("accounts:account")).status_code == 302
    assert Session.objects.filter(owner=person).count() == 1


def test_a_change_is_told_without_saying_where_it_came_from(client, person):
    client.force_login(person)
    client.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": "nieuwe losse woorden", "password2": "nieuwe losse woorden"},
    )
    message = sent()[0]
    assert message.subject == "Een wijziging in je account"
    assert "Het wachtwoord van je account is gewijzigd." in message.body
    assert "127.0.0.1" not in message.body
    assert "testserver" not in message.body
