"""Two fields are enough; what cannot be is said at its field, and what was typed stays."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from relations.forms.relation import RelationForm
from relations.models import Relation
from tests.factories import a_person, a_relation

pytestmark = pytest.mark.django_db
ENOUGH = {"name": "Sanne", "kind": "friendship"}


def test_two_fields_are_enough(me, user):
    response = me.post(reverse("relations:add"), ENOUGH)
    sanne = Relation.objects.of(user).get()
    assert response.url == sanne.get_absolute_url()
    assert (sanne.name, sanne.kind, sanne.party, sanne.status, sanne.rhythm_days) == (
        "Sanne",
        "friendship",
        "person",
        "active",
        None,
    )


def test_sending_the_form_twice_makes_one_relation(me, user):
    sent = ENOUGH | {"key": str(uuid.uuid4())}
    first, second = (me.post(reverse("relations:add"), sent) for _ in range(2))
    assert first.url == second.url
    assert Relation.objects.count() == 1


def test_everything_else_may_be_given(me, user):
    more = {
        "party": "group",
        "role": "maandagavond",
        "appointment_week": "0",
        "appointment_weekday": "0",
        "shares": "zingen",
        "needs": ["fun", "culture"],
        "good_enough": ["culture"],
        "birthday_day": "29",
        "birthday_month": "2",
        "phone": "+31 6 1234 5678",
        "email": "koor@example.org",
        "address": "Kerkstraat 1",
        "familiar_names": "Ria\r\nJan",
        "note": "Fijn.",
    }
    me.post(reverse("relations:add"), {"name": "Het koor", "kind": "community"} | more)
    koor = Relation.objects.get()
    assert koor.needs_met == [("plezier", False), ("cultuur", True)]
    assert (koor.appointment.week, koor.appointment.weekday) == (0, 0)
    assert (koor.phone_uri, koor.email_uri) == ("tel:+31612345678", "mailto:koor@example.org")
    assert koor.familiar_names == "Ria\nJan"


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        pytest.param("name", {"name": " \u200b "}, id="a name that nobody can see"),
        pytest.param("name", {"name": "x" * 201}, id="too long a name"),
        pytest.param("name", {"name": "San\0ne"}, id="a NUL"),
        pytest.param("kind", {"kind": "colleague"}, id="an unknown kind"),
        pytest.param("kind", {"kind": ""}, id="no kind"),
        pytest.param("rhythm_days", {"rhythm_days": "5"}, id="an unknown rhythm"),
        pytest.param("rhythm_days", {"rhythm_days": "x"}, id="a rhythm that is no number"),
        pytest.param("appointment_weekday", {"appointment_week": "1"}, id="half an appointment"),
        pytest.param(
            "appointment_weekday",
            {"rhythm_days": "7", "appointment_week": "0", "appointment_weekday": "1"},
            id="a rhythm and an appointment",
        ),
        pytest.param("birthday_day", {"birthday_day": "30", "birthday_month": "2"}, id="30 February"),
        pytest.param("birthday_day", {"birthday_month": "2"}, id="half a birthday"),
        pytest.param(
            "birthday_day",
            {"birthday_day": "29", "birthday_month": "2", "birthday_year": "2023"},
            id="29 February in an ordinary year",
        ),
        pytest.param("birthday_year", {"birthday_year": "1849"}, id="too far back"),
        pytest.param("birthday_day", {"birthday_day": "9" * 400}, id="a day beyond any calendar"),
        pytest.param("phone", {"phone": "javascript:alert(1)"}, id="no number"),
        pytest.param("phone", {"phone": "12"}, id="too short a number"),
        pytest.param("email", {"email": "sanne"}, id="no address"),
        pytest.param("shares", {"shares": "x" * 501}, id="too long a line"),
        pytest.param("note", {"note": "x" * 10_001}, id="too long a note"),
        pytest.param("needs", {"needs": ["flying"]}, id="an unknown need"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_what_was_typed_stays(me, field, fields):
    sent = ENOUGH | {"shares": "muziek"} | fields
    response = me.post(reverse("relations:add"), sent)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == [field]
    assert Relation.objects.count() == 0
    text = response.content.decode()
    assert "field--error" in text
    assert f'id="id_{field}_error"' in text
    assert "<title>Fout: " in text
    if field != "shares":
        assert 'value="muziek"' in text


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        pytest.param("name", "", "Schrijf een naam. Een bijnaam is ook goed.", id="no-name"),
        pytest.param("birthday_day", "32", "Schrijf een dag van 1 tot en met 31.", id="a-day-too-many"),
        pytest.param("birthday_year", "3000", "Schrijf een jaar van 1850 tot en met 2100.", id="a-far-year"),
        pytest.param("email", "sanne", "Schrijf een adres zoals naam@example.org.", id="no-address"),
    ],
)
def test_an_error_says_what_to_do(me, field, typed, said):
    form = me.post(reverse("relations:add"), ENOUGH | {field: typed}).context["form"]
    assert form.errors == {field: [said]}


def test_a_field_twice_in_brackets_or_as_a_file_never_breaks(me, user):
    me.post(reverse("relations:add"), {"name": ["Sanne", "Ria"], "kind[]": "x", "kind": "friendship"})
    file = SimpleUploadedFile("a.txt", b"x")
    assert me.post(reverse("relations:add"), {"name": file, "kind": "friendship"}).status_code == 200
    assert [relation.name for relation in Relation.objects.all()] == ["Ria"]


def test_what_is_not_on_the_form_changes_nothing(me, user):
    ria = a_person("ria")
    me.post(reverse("relations:add"), ENOUGH | {"owner": ria.pk, "id": 77, "is_unsafe": "on", "status": "died"})
    sanne = Relation.objects.get()
    assert (sanne.owner, sanne.is_unsafe, sanne.status) == (user, False, "active")
    assert sanne.pk != 77


def test_editing_keeps_what_is_not_on_the_form(me, user):
    sanne = a_relation(user, is_unsafe=True, quiet_until="2030-01-01", note="Oud.")
    me.post(reverse("relations:edit", args=[sanne.pk]), {"name": "San", "kind": "intimate"})
    sanne.refresh_from_db()
    assert (sanne.name, sanne.kind, sanne.is_unsafe, sanne.note) == ("San", "intimate", True, "")


def test_every_field_is_on_the_page():
    form = RelationForm()
    assert {field.name for field in form.more} == set(form.fields) - {"key", "name", "kind"}
