"""Sessions know their owner."""

import pytest

from regie.accounts.models import Session

pytestmark = pytest.mark.django_db


def test_a_sign_in_belongs_to_its_person(client, user):
    client.force_login(user)
    assert Session.objects.get().owner == user


def test_a_visitor_leaves_no_session(client):
    client.get("/healthz")
    assert Session.objects.count() == 0


def test_an_erased_person_is_signed_out_everywhere(client, user):
    client.force_login(user)
    user.delete()
    assert Session.objects.count() == 0


def test_a_changed_session_keeps_what_its_row_shows(client, user):
    client.force_login(user)
    session = client.session
    session["device"] = "Firefox · Linux"
    session["started_at"] = "2026-03-01T12:00:00+00:00"
    session.save()
    row = Session.objects.get()
    assert (row.owner, row.device, row.started_at.isoformat()) == (
        user,
        "Firefox · Linux",
        "2026-03-01T12:00:00+00:00",
    )
