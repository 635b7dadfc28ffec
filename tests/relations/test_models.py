"""What must never be: the database refuses it, and the name of the refusal is the sentence."""

import uuid
from datetime import date

import pytest
from django.core.exceptions import FieldError
from django.db import IntegrityError, connection

from relations.models import HardMoment, Intention, OwnRegie, Pause, Presence, Relation, TwoReadings
from tests.factories import TODAY, a_moment, a_relation

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("sentence", "fields"),
    [
        ("a_relation_has_a_name", {"name": ""}),
        ("a_relation_is_of_one_of_three_kinds", {"kind": "colleague"}),
        ("a_relation_is_a_person_place_or_group", {"party": "robot"}),
        ("a_relation_has_one_of_four_statuses", {"status": "overdue"}),
        ("a_rhythm_is_one_of_five_choices", {"rhythm_days": 5}),
        ("a_rhythm_or_a_fixed_appointment", {"rhythm_days": 7, "appointment_week": 0, "appointment_weekday": 0}),
        ("an_appointment_has_a_week_and_a_day", {"appointment_weekday": 2}),
        ("an_appointment_has_a_week_and_a_day", {"appointment_week": 1, "appointment_weekday": 7}),
        ("a_birthday_has_a_day_and_a_month", {"birthday_month": 3}),
        ("a_birthday_has_a_day_and_a_month", {"birthday_day": 32, "birthday_month": 1}),
        ("a_birthday_has_a_day_and_a_month", {"birthday_year": 1980}),
    ],
)
def test_a_relation_is_sound(user, sentence, fields):
    with pytest.raises(IntegrityError, match=sentence):
        a_relation(user, **fields)


@pytest.mark.parametrize(
    ("sentence", "fields"),
    [
        ("contact_has_one_of_eight_manners", {"manner": "telepathy"}),
        ("before_it_felt_heavy_ordinary_or_light", {"felt_before": "lighter"}),
        ("after_it_felt_heavier_the_same_or_lighter", {"felt_after": "light"}),
    ],
)
def test_a_moment_is_sound(user, sentence, fields):
    with pytest.raises(IntegrityError, match=sentence):
        a_moment(a_relation(user), **fields)


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        pytest.param(
            Pause, {"starts_on": TODAY, "ends_on": date(2026, 11, 21)}, id="a pause that ends before it begins"
        ),
        pytest.param(Intention, {"step": "bellen", "state": "failed"}, id="an intention that failed"),
        pytest.param(HardMoment, {"weekday": 6, "hour": 24}, id="a 25th hour"),
        pytest.param(TwoReadings, {"written_on": TODAY, "fits_now": "first"}, id="what fits now without a day"),
        pytest.param(OwnRegie, {"wish_intimate": 1}, id="a wish for one kind only"),
        pytest.param(
            OwnRegie,
            {"wish_intimate": 40, "wish_friendship": 40, "wish_community": 20},
            id="a wish that no word says",
        ),
    ],
)
def test_other_rows_are_sound(user, model, fields):
    with pytest.raises(IntegrityError):
        model.objects.create(owner=user, **fields)


def test_one_form_makes_one_relation_for_each_person(user, django_user_model):
    key = uuid.uuid4()
    a_relation(user, key=key)
    a_relation(django_user_model.objects.create_user("ria"), key=key)
    with pytest.raises(IntegrityError):
        a_relation(user, key=key)


def test_a_relation_is_once_in_a_moment(user):
    sanne = a_relation(user)
    moment = a_moment(sanne)
    with pytest.raises(IntegrityError):
        Presence.objects.create(relation=sanne, moment=moment, happened_on=TODAY)


def test_personal_free_text_lies_sealed_in_the_database(user):
    words = "Lang gelachen om de verhuizing"
    sanne = a_relation(user, note=words, role=words, shares=words, phone=words, email=words, address=words)
    a_moment(sanne, note=words)
    Intention.objects.create(owner=user, step=words, anchor=words, words=words)
    TwoReadings.objects.create(owner=user, written_on=TODAY, happened=words, first_reading=words, to_a_friend=words)
    HardMoment.objects.create(owner=user, weekday=6, hour=15, contact=words, away_from_screen=words)
    OwnRegie.objects.create(owner=user, where_open=words, what_kept_up=words, how_time=words, values=words)
    stored = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith("relations_"):
                cursor.execute(f"SELECT * FROM {table}")  # noqa: S608
                stored += [str(row) for row in cursor.fetchall()]
    assert [row for row in stored if "verhuizing" in row] == []
    assert Relation.objects.get().note == words


def test_a_sealed_note_is_never_looked_up_in_the_database(user):
    with pytest.raises(FieldError):
        Relation.objects.filter(note__contains="verhuizing")


def test_a_birthday_needs_no_year(user):
    sanne = a_relation(user, birthday_day=29, birthday_month=2)
    assert (sanne.birthday.day, sanne.birthday.month) == (29, 2)
    assert a_relation(user, "Yusuf").birthday is None
