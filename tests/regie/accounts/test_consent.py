"""What a person allows."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from regie.accounts import consent
from regie.accounts.consent import Scope
from regie.accounts.models import Consent

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("time_zone", "day"), [("Europe/Amsterdam", date(2026, 11, 22)), ("Pacific/Auckland", date(2026, 11, 23))]
)
def test_a_yes_has_the_day_of_where_the_person_lives(user, time_zone, day):
    user.time_zone = time_zone
    Consent.objects.create(owner=user, scope=Scope.NOTES, given_at=datetime(2026, 11, 22, 12, tzinfo=UTC))
    assert consent.since(user, Scope.NOTES) == day


def test_nothing_is_allowed_by_signing_up(user):
    assert [consent.has(user, scope) for scope in Scope] == [False, False]


def test_each_consent_stands_alone(user):
    consent.give(user, Scope.NOTES)
    assert (consent.has(user, Scope.NOTES), consent.has(user, Scope.OUTCOMES)) == (True, False)


def test_a_second_yes_keeps_the_first_moment(user):
    consent.give(user, Scope.NOTES)
    first = user.consents.get().given_at
    consent.give(user, Scope.NOTES)
    assert user.consents.get().given_at == first


def test_a_yes_names_the_text_it_was_given_to(user):
    consent.give(user, Scope.OUTCOMES)
    assert user.consents.get().text_version == consent.TEXT_VERSION


def test_taking_it_back_ends_it_and_keeps_the_record(user):
    consent.give(user, Scope.NOTES)
    consent.withdraw(user, Scope.NOTES)
    assert not consent.has(user, Scope.NOTES)
    assert user.consents.get().withdrawn_at is not None


def test_it_can_be_given_again(user):
    consent.give(user, Scope.NOTES)
    consent.withdraw(user, Scope.NOTES)
    consent.give(user, Scope.NOTES)
    assert consent.has(user, Scope.NOTES)
    assert user.consents.count() == 2


def test_the_database_refuses_two_at_a_time(user):
    consent.give(user, Scope.NOTES)
    with pytest.raises(IntegrityError), transaction.atomic():
        Consent.objects.create(owner=user, scope=Scope.NOTES, text_version="2026-1")


def test_one_person_does_not_answer_for_another(user, django_user_model):
    other = django_user_model.objects.create_user("yusuf", password="een goed wachtwoord")
    consent.give(user, Scope.NOTES)
    consent.withdraw(other, Scope.NOTES)
    assert (consent.has(user, Scope.NOTES), consent.has(other, Scope.NOTES)) == (True, False)
