"""Refused access is logged with the number of the account, and nothing else of the person."""

import logging

import pytest
from django.urls import reverse

from tests.factories import a_person

pytestmark = pytest.mark.django_db


def lines(caplog):
    """What the request log says."""
    return [record.getMessage() for record in caplog.records if record.name == "regie.request"]


def test_what_is_refused_to_a_person_names_their_number(client, caplog):
    person = a_person()
    client.force_login(person)
    with caplog.at_level(logging.INFO, logger="regie.request"):
        client.post(reverse("accounts:session_end", args=["niet-van-mij"]))
    assert lines(caplog)[-1].endswith(f" account {person.pk}")
    assert "noor" not in caplog.text
    assert "niet-van-mij" not in caplog.text


def test_what_is_given_names_nobody(client, caplog):
    client.force_login(a_person())
    with caplog.at_level(logging.INFO, logger="regie.request"):
        client.get(reverse("accounts:account"))
    assert "account 1" not in lines(caplog)[-1]
    assert lines(caplog)[-1].endswith("ms")


def test_what_is_refused_to_a_stranger_has_no_number(client, caplog):
    with caplog.at_level(logging.INFO, logger="regie.request"):
        client.get("/bestaat-niet/")
    assert lines(caplog)[-1].endswith("ms")
