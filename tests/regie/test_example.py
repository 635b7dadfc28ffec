"""The example account: two years of a circle, in either language, at any level."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command

from assessment.models import KeptOutcome, SafeguardState
from assessment.safeguard import Level
from assessment.standing import kept_standing
from regie.accounts import consent
from regie.example.account import PASSWORD, make_account
from relations.kinds import IntentionState, Kind, Party, Status
from relations.models import ContactMoment, Intention, Presence, Relation

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = NOW.date()


@pytest.mark.parametrize(("language", "name", "mother"), [("nl", "voorbeeld", "Mam"), ("en", "example", "Mum")])
def test_it_fills_a_circle_in_either_language(language, name, mother):
    person = make_account(language, Level.TIPS, NOW)
    assert (person.username, person.language) == (name, language)
    circle = Relation.objects.of(person)
    assert circle.count() == 25
    assert {r.kind for r in circle} == set(Kind)
    assert {r.party for r in circle} == set(Party)
    assert {r.status for r in circle} == set(Status)
    assert circle.first().name == mother
    moments = ContactMoment.objects.of(person)
    assert moments.count() > 800
    assert moments.took_place().earliest("happened_on").happened_on < TODAY - timedelta(days=700)
    assert moments.plans().filter(happened_on__lt=TODAY).count() == 1
    assert Intention.objects.of(person).filter(state=IntentionState.OPEN).count() == 1
    assert all(consent.has(person, scope) for scope in consent.Scope)


def test_one_can_sign_in():
    make_account("nl", Level.TIPS, NOW)
    assert authenticate(username="voorbeeld", password=PASSWORD) is not None


@pytest.mark.parametrize("level", list(Level))
def test_the_check_was_two_days_ago_and_led_to_the_level(level):
    person = make_account("nl", level, NOW)
    assert kept_standing(person).level is level
    assert SafeguardState.objects.get(owner=person).state.since_on == TODAY - timedelta(days=2)
    assert KeptOutcome.objects.filter(owner=person).count() == 1


def test_at_level_0_there_are_no_flags():
    assert kept_standing(make_account("nl", Level.TIPS, NOW)).flags == frozenset()


def test_a_second_start_changes_nothing():
    person = make_account("nl", Level.TIPS, NOW)
    Relation.objects.of(person).first().delete()
    assert make_account("nl", Level.TIPS, NOW + timedelta(days=3)) == person
    assert Relation.objects.of(person).count() == 24
    assert get_user_model().objects.count() == 1


def test_the_same_day_gives_the_same_life():
    def life(language):
        moments = ContactMoment.objects.filter(owner=make_account(language, Level.TIPS, NOW))
        return list(moments.latest_first().values_list("happened_on", "manner", "felt_after"))

    assert life("nl") == life("en")


def test_presences_copy_their_moments():
    make_account("nl", Level.TIPS, NOW)
    for presence in Presence.objects.select_related("moment"):
        assert (presence.happened_on, presence.counts) == (presence.moment.happened_on, presence.moment.counts)


def test_it_is_made_in_few_queries(django_assert_max_num_queries):
    with django_assert_max_num_queries(60):
        make_account("nl", Level.TIPS, NOW)


def test_it_never_exists_in_production_by_itself(settings):
    settings.LOCAL = False
    with pytest.raises(CommandError):
        call_command("example")
    assert not get_user_model().objects.exists()
