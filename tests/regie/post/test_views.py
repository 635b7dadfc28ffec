"""The page about messages."""

import pytest
from django.core import mail
from django.urls import reverse

from assessment.safeguard import Level
from regie.post import queue
from regie.post.models import Kind, Subscription
from tests.factories import a_person
from tests.regie.post.people import a_reader

pytestmark = pytest.mark.django_db

FORM = {"digest": "on", "digest_weekday": "2", "digest_hour": "18", "reminder_hour": "9"}


@pytest.fixture
def reader(client):
    """A signed-in person with a confirmed address."""
    person = a_reader()
    client.force_login(person)
    return person


def test_without_a_confirmed_address_there_is_nothing_to_turn_on(client):
    client.force_login(a_person())
    page = client.get(reverse("post:messages")).content.decode()
    assert 'name="digest"' not in page
    assert reverse("account_email") in page


def test_it_begins_off(client):
    person = a_reader()
    Subscription.objects.all().delete()
    client.force_login(person)
    page = client.get(reverse("post:messages")).content.decode()
    assert "checked" not in page


def test_day_and_hour_are_the_persons_own(client, reader):
    client.post(reverse("post:messages"), FORM)
    digest = Subscription.objects.get(kind=Kind.DIGEST)
    assert (digest.weekday, digest.hour, digest.is_on) == (2, 18, True)
    assert not Subscription.objects.filter(kind=Kind.REMINDER).exists()


def test_an_empty_box_turns_it_off(client, reader):
    client.post(reverse("post:messages"), FORM | {"digest": ""})
    assert not Subscription.objects.get(kind=Kind.DIGEST).is_on


@pytest.mark.parametrize("wrong", [{"digest_hour": "24"}, {"digest_weekday": "7"}, {"digest_hour": "tien"}])
def test_an_hour_or_day_that_does_not_exist_is_an_error_at_the_field(client, reader, wrong):
    response = client.post(reverse("post:messages"), FORM | wrong)
    assert response.status_code == 200
    assert b"aria-invalid" in response.content
    assert Subscription.objects.get(kind=Kind.DIGEST).hour == 10


def test_an_example_comes_on_request(client, reader):
    client.post(reverse("post:example"))
    queue.send_waiting()
    assert mail.outbox[0].to == ["noor@voorbeeld.nl"]
    assert "Dit is het voorbeeld" in mail.outbox[0].body


def test_reading_the_page_sends_nothing(client, reader):
    assert client.get(reverse("post:example")).status_code == 405


def test_at_rest_the_page_says_that_nothing_comes(client):
    client.force_login(a_reader(level=Level.HELP_FIRST))
    assert "sturen we niets" in client.get(reverse("post:messages")).content.decode()


def test_examples_are_limited(client, reader):
    answers = [client.post(reverse("post:example")).status_code for _ in range(11)]
    assert answers == [302] * 10 + [429]
