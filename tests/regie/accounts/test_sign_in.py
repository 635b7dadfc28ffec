"""Signing in and out."""

import logging
import re

import pytest
from django.conf import settings
from django.urls import reverse

from regie.accounts.models import Session
from tests.regie.accounts.hashers import Counting

pytestmark = pytest.mark.django_db

PASSWORD = "een goed wachtwoord"


def sign_in(client, name="noor", password=PASSWORD, **headers):
    """The answer to a sign-in."""
    return client.post(reverse("account_login"), {"login": name, "password": password}, headers=headers)


def test_the_right_password_opens_the_circle(client, user):
    assert sign_in(client)["Location"] == reverse(settings.LOGIN_REDIRECT_URL)
    assert Session.objects.get().owner == user


def test_known_and_unknown_names_get_the_same_page(client, user):
    known = sign_in(client, name="noor", password="fout")
    unknown = sign_in(client, name="niemand", password="fout")
    assert known.status_code == unknown.status_code == 200
    assert without_name(known, "noor") == without_name(unknown, "niemand")


def without_name(response, name):
    """A page without the name that was typed and the tokens, which differ each time."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode()).replace(name, "")


def test_both_cost_one_hash(client, user, settings):
    settings.PASSWORD_HASHERS = ["tests.regie.accounts.hashers.Counting"]
    user.set_password(PASSWORD)
    user.save()
    costs = []
    for name in ("noor", "niemand"):
        Counting.hashed = 0
        sign_in(client, name=name, password="fout")
        costs.append(Counting.hashed)
    assert costs == [1, 1]


def test_the_eleventh_wrong_password_waits(client, user):
    answers = [sign_in(client, password="fout").status_code for _ in range(11)]
    assert answers == [200] * 10 + [429]


def test_while_waiting_the_right_password_waits_too_and_hears_how_long(client, user):
    for _ in range(10):
        sign_in(client, password="fout")
    response = sign_in(client)
    assert response.status_code == 429
    assert 240 < int(response["Retry-After"]) <= 301
    assert "nog 5 minuten" in response.content.decode()


def test_a_name_that_does_not_exist_waits_just_the_same(client):
    assert [sign_in(client, name="niemand").status_code for _ in range(11)][-1] == 429


def test_another_person_does_not_wait(client, user, django_user_model):
    django_user_model.objects.create_user("yusuf", password=PASSWORD)
    for _ in range(11):
        sign_in(client, password="fout")
    assert sign_in(client, name="yusuf").status_code == 302


def test_thirty_wrong_passwords_from_one_address_are_enough(client):
    answers = [sign_in(client, name=f"naam{number}", password="fout").status_code for number in range(31)]
    assert answers == [200] * 30 + [429]


def test_a_forged_address_does_not_help(client):
    answers = [
        sign_in(client, name=f"naam{number}", password="fout", **{"X-Forwarded-For": f"10.0.0.{number}"}).status_code
        for number in range(31)
    ]
    assert answers[-1] == 429


def test_a_failed_sign_in_is_logged_by_number_only(client, user, caplog):
    with caplog.at_level(logging.WARNING, logger="regie.accounts"):
        sign_in(client, password="een geheime poging")
        sign_in(client, name="niemand", password="een geheime poging")
    assert [record.getMessage() for record in caplog.records if record.name == "regie.accounts"] == [
        f"sign-in failed, account {user.pk}",
        "sign-in failed, account -",
    ]
    assert "geheime" not in caplog.text


def test_the_session_gets_a_new_name_at_sign_in(client, user):
    client.get(reverse("account_login"))
    session = client.session
    session["before"] = True
    session.save()
    before = session.session_key
    sign_in(client)
    assert client.session.session_key != before


def test_the_cookie_is_closed_to_scripts(client, user):
    sign_in(client)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_signing_out_leaves_nothing(client, user):
    sign_in(client)
    response = client.post(reverse("account_logout"))
    assert Session.objects.count() == 0
    assert response["Clear-Site-Data"] == '"cache", "cookies"'
    assert response.cookies[settings.OUTCOME_COOKIE_NAME].value == ""


def test_reading_the_page_does_not_sign_out(client, user):
    sign_in(client)
    client.get(reverse("account_logout"))
    assert Session.objects.count() == 1


@pytest.mark.parametrize("target", ["https://elders.example/", "//elders.example/", "/\\elders.example"])
def test_signing_in_never_leads_to_another_site(client, user, target):
    response = client.post(reverse("account_login"), {"login": "noor", "password": PASSWORD, "next": target})
    assert "elders" not in response["Location"]
