"""Every signed-in page leads to what is one's own."""

import pytest
from django.urls import reverse

from tests.factories import a_person

pytestmark = pytest.mark.django_db


def footer(client, name):
    """The foot of a page."""
    return client.get(reverse(name)).content.decode().split("<footer")[1]


def test_signed_in_the_account_is_one_tap_away(client):
    client.force_login(a_person())
    assert f'href="{reverse("accounts:account")}"' in footer(client, "accounts:consent_notes")


def test_on_the_sign_in_page_it_is_not_offered(client):
    assert reverse("accounts:account") + '"' not in footer(client, "account_login")
