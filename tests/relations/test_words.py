"""Sentences about relations and moments, in both languages."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from relations import words
from relations.kinds import AppointmentWeek, Kind, Manner, Party
from relations.models import ContactMoment, Relation
from relations.proposals import IDEAS, REASONS
from relations.rules.good_moments import Reason
from tests.factories import TODAY


@pytest.mark.parametrize(
    ("day", "dutch", "english"),
    [
        (TODAY, "vandaag", "today"),
        (TODAY - timedelta(days=1), "gisteren", "yesterday"),
        (TODAY + timedelta(days=1), "morgen", "tomorrow"),
        (date(2026, 11, 6), "vrijdag 6 november", "Friday 6 November"),
        (date(2026, 3, 6), "6 maart", "6 March"),
        (date(2025, 12, 31), "31 december 2025", "31 December 2025"),
    ],
)
def test_a_day_is_said_as_people_say_it(day, dutch, english):
    assert words.day_in_words(day, TODAY) == dutch
    with translation.override("en"):
        assert words.day_in_words(day, TODAY) == english


def test_names_are_listed():
    assert words.listed(["Joris"]) == "Joris"
    assert words.listed(["Joris", "Lotte", "Sanne"]) == "Joris, Lotte en Sanne"


@pytest.mark.parametrize("name", ["\u202emaS", "שרה", "سارة"])
def test_a_name_in_another_direction_is_fenced_off(name):
    assert words.listed([name, "Ria"]) == f"\u2068{name}\u2069 en Ria"


def test_what_was_noted_is_said():
    moment = ContactMoment(manner=Manner.CALLED, happened_on=TODAY)
    assert words.noted(moment, ["Sanne"], TODAY) == "Genoteerd: gebeld met Sanne, vandaag"
    plan = ContactMoment(manner=Manner.MET, happened_on=date(2026, 11, 27), took_place=None)
    assert words.noted(plan, ["Sanne"], TODAY) == "Gepland met Sanne, vrijdag 27 november"


def test_last_contact_is_a_fact_not_a_verdict():
    sanne = Relation(party=Party.PERSON)
    call = ContactMoment(manner=Manner.CALLED, happened_on=date(2026, 11, 6))
    assert words.last_contact(sanne, call, TODAY) == "Jullie belden op vrijdag 6 november."
    assert words.last_contact(sanne, None, TODAY) == "Nog niets genoteerd. Jullie eerste moment mag klein zijn."


def test_a_turn_is_said():
    assert words.turn(Relation(rhythm_days=14)) == "om de twee weken"
    first_saturday = Relation(appointment_week=AppointmentWeek.FIRST, appointment_weekday=5)
    assert words.turn(first_saturday) == "elke eerste zaterdag"
    assert words.turn(Relation()) == ""


def test_a_birthday_is_said():
    assert words.birthday(Relation(birthday_day=14, birthday_month=3)) == "14 maart"
    assert words.birthday(Relation(birthday_day=14, birthday_month=3, birthday_year=1980)) == "14 maart 1980"
    assert words.birthday(Relation()) == ""


def test_every_row_has_its_words():
    assert set(words.NOTED) == set(words.TITLES) == set(Manner)
    assert set(words.LAST) == set(Manner) - {Manner.NO_ANSWER}
    assert set(words.NOTHING_YET) == set(Party)
    assert set(REASONS) == {(reason, party) for reason in Reason for party in Party}
    assert set(IDEAS) == {(kind, Party.PERSON) for kind in Kind} | {Party.PLACE, Party.GROUP}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("manner", list(Manner))
@pytest.mark.parametrize("took_place", [None, False], ids=["a-plan", "fell-through"])
def test_what_did_not_happen_is_never_told_as_if_it_did(language, manner, took_place):
    with translation.override(language):
        happened = words.title(ContactMoment(manner=manner, took_place=True), ["Sanne"])
        meant = words.title(ContactMoment(manner=manner, took_place=took_place), ["Sanne"])
    assert meant != happened
    assert "Sanne" in meant


def test_a_plan_is_named_as_one_says_it():
    plan = ContactMoment(manner=Manner.TOGETHER, took_place=None)
    assert words.title(plan, ["Sanne", "Yusuf"]) == "Samen iets doen met Sanne en Yusuf"
