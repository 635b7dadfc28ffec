"""Reminders: once, when asked for, and silent otherwise."""

import smtplib
from datetime import UTC, datetime, timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection

from assessment.models import SafeguardState, State
from assessment.safeguard import Flag, Level
from regie.accounts.models import Session
from regie.post import reminders
from regie.post.models import Kind, Reminder, Subscription
from regie.post.subscriptions import set_clocks, subscribe, unsubscribe
from relations.models import ContactMoment, Intention
from tests.factories import a_moment, a_relation
from tests.regie.post.people import SUNDAY, a_reader

pytestmark = pytest.mark.django_db


class Picky(EmailBackend):
    """A mail server that refuses whoever is called full."""

    def send_messages(self, messages):
        if "vol" in messages[0].to[0]:
            raise smtplib.SMTPRecipientsRefused({})
        return super().send_messages(messages)


class Shut(EmailBackend):
    """A mail server that refuses everyone."""

    def send_messages(self, messages):
        raise smtplib.SMTPRecipientsRefused({})


def run(at=SUNDAY):
    """What the timer does at a moment. Returns to whom mail went."""
    mail.outbox = []
    reminders.make_due(at)
    reminders.send_due(lambda: at)
    return [message.to[0] for message in mail.outbox]


def test_it_comes_on_the_day_and_hour_that_was_asked():
    a_reader()
    assert run(SUNDAY - timedelta(hours=1)) == []
    assert run(SUNDAY) == ["noor@voorbeeld.nl"]


def test_a_second_run_sends_nothing():
    a_reader()
    assert (run(), run(), run(SUNDAY + timedelta(minutes=20))) == (["noor@voorbeeld.nl"], [], [])


def test_the_next_one_comes_a_week_later():
    person = a_reader()
    run()
    a_moment(a_relation(person), on=SUNDAY.date() + timedelta(days=8), took_place=None)
    assert run(SUNDAY + timedelta(days=6)) == []
    assert run(SUNDAY + timedelta(days=7)) == ["noor@voorbeeld.nl"]


def test_nothing_to_say_nothing_sent():
    a_reader(has_plan=False)
    assert run() == []
    assert Reminder.objects.get().state == "silent"


@pytest.mark.parametrize(
    ("level", "is_sent"),
    [
        pytest.param(Level.TIPS, True, id="0"),
        pytest.param(Level.TIPS_WITH_SAFETY_NET, True, id="1"),
        pytest.param(Level.HELP_FIRST, False, id="2"),
        pytest.param(Level.TALK_TODAY, False, id="3"),
        pytest.param(Level.HELP_NOW, False, id="4"),
        pytest.param(None, False, id="nothing-kept"),
    ],
)
def test_from_level_two_on_and_without_a_kept_outcome_nothing_goes(level, is_sent):
    a_reader(level=level)
    assert bool(run()) == is_sent


def test_a_level_that_rose_after_the_reminder_was_made_still_counts():
    person = a_reader()
    reminders.make_due(SUNDAY)
    SafeguardState.objects.filter(owner=person).update(content=State(level=Level.HELP_FIRST).as_text())
    assert run() == []


def test_an_address_that_was_not_confirmed_gets_nothing():
    a_reader(is_confirmed=False)
    assert run() == []


def test_an_account_that_was_closed_gets_nothing():
    a_reader(is_active=False)
    assert run() == []


def test_who_turned_it_off_gets_nothing_not_even_what_was_made():
    person = a_reader()
    reminders.make_due(SUNDAY)
    unsubscribe(person, Kind.DIGEST)
    assert run() == []


def test_a_plan_with_someone_unsafe_is_no_reason_to_write():
    person = a_reader(has_plan=False)
    a_moment(a_relation(person, is_unsafe=True), on=SUNDAY.date(), took_place=None)
    assert run() == []


def test_a_plan_with_someone_removed_is_no_reason_to_write():
    person = a_reader(has_plan=False)
    a_moment(a_relation(person, removed_at=SUNDAY), on=SUNDAY.date(), took_place=None)
    assert run() == []


def test_an_intention_of_this_week_is():
    person = a_reader(has_plan=False)
    Intention.objects.create(owner=person, step="Een kaartje", planned_on=SUNDAY.date() + timedelta(days=3))
    assert run() == ["noor@voorbeeld.nl"]


KNOWN = {"level": Level.TIPS_WITH_SAFETY_NET}
NO_GIVING = State(**KNOWN, flags=frozenset({Flag.NO_GIVING}))
ONLY_THREE = State(questions_on=SUNDAY.date())
ALL_FOUR = State(questions_on=SUNDAY.date(), safety_on=SUNDAY.date())


@pytest.mark.parametrize(
    ("tip", "state", "is_sent"),
    [
        pytest.param("offer-help", State(**KNOWN), True, id="giving"),
        pytest.param("offer-help", NO_GIVING, False, id="giving-where-giving-hurts"),
        pytest.param("small-openings", ALL_FOUR, True, id="close-ones"),
        pytest.param("small-openings", ONLY_THREE, False, id="close-ones-before-safety-was-asked"),
    ],
)
def test_an_intention_is_no_reason_to_write_while_its_tip_is_not_open(tip, state, is_sent):
    person = a_reader(has_plan=False, level=None)
    SafeguardState.objects.create(owner=person, content=state.as_text())
    Intention.objects.create(owner=person, tip=tip, step="Iets kleins", planned_on=SUNDAY.date())
    assert bool(run()) == is_sent


@pytest.mark.parametrize(("times", "is_sent"), [(1, True), (2, False)])
def test_nor_is_a_giving_one_while_giving_costs_a_lot(times, is_sent):
    person = a_reader(has_plan=False)
    for _ in range(times):
        a_moment(a_relation(person), on=SUNDAY.date(), exchange="gave", felt_after="heavier")
    Intention.objects.create(owner=person, tip="offer-help", step="Iets aanbieden", planned_on=SUNDAY.date())
    assert bool(run()) == is_sent


def test_a_good_moment_is():
    person = a_reader(has_plan=False)
    a_relation(person, rhythm_days=7)
    assert run() == ["noor@voorbeeld.nl"]


@pytest.mark.parametrize(("days", "is_sent"), [(0, True), (1, False)])
def test_a_message_on_the_day_is_about_that_day(days, is_sent):
    person = a_reader(kind=Kind.REMINDER, has_plan=False)
    Reminder.objects.all().delete()
    a_moment(a_relation(person), on=SUNDAY.date() + timedelta(days=days), took_place=None)
    Subscription.objects.update(next_at=SUNDAY)
    assert bool(run()) == is_sent


def test_each_time_zone_has_its_own_ten_o_clock():
    a_reader("noor")
    a_reader("amara", time_zone="America/New_York")
    assert run(SUNDAY) == ["noor@voorbeeld.nl"]
    assert run(SUNDAY + timedelta(hours=6)) == ["amara@voorbeeld.nl"]


def test_after_a_move_the_clock_is_set_anew():
    person = a_reader()
    person.time_zone = "America/New_York"
    person.save()
    set_clocks(person, SUNDAY - timedelta(days=1))
    assert Subscription.objects.get().next_at == datetime(2026, 11, 22, 15, tzinfo=UTC)


def test_a_failing_address_never_stops_the_others(settings):
    settings.MAIL_TRANSPORT = f"{__name__}.Picky"
    a_reader("vol")
    a_reader("noor")
    assert run() == ["noor@voorbeeld.nl"]
    assert Reminder.objects.get(owner__username="vol").state == "waiting"


def test_a_reminder_of_this_morning_does_not_come_tonight():
    a_reader()
    reminders.make_due(SUNDAY)
    assert run(SUNDAY + timedelta(hours=13)) == []


def weeks(person, number):
    """To whom mail went in ``number`` weeks, with something to say in each."""
    ContactMoment.objects.all().delete()
    a_relation(person, rhythm_days=7)
    return [run(SUNDAY + timedelta(weeks=week)) for week in range(number)]


def test_two_that_led_to_no_sign_in_are_followed_by_one_kind_line_and_no_more():
    person = a_reader()
    sent = weeks(person, 5)
    assert [len(week) for week in sent] == [1, 1, 1, 0, 0]
    assert Subscription.objects.get().stopped_at == SUNDAY + timedelta(weeks=2)


def test_the_last_one_says_kindly_that_it_is_the_last():
    person = a_reader()
    weeks(person, 2)
    run(SUNDAY + timedelta(weeks=2))
    assert "Dat geeft niet. We sturen er geen meer." in mail.outbox[0].body


def test_a_last_one_that_was_refused_is_tried_again(settings):
    person = a_reader()
    weeks(person, 2)
    transport, settings.MAIL_TRANSPORT = settings.MAIL_TRANSPORT, f"{__name__}.Shut"
    assert run(SUNDAY + timedelta(weeks=2)) == []
    settings.MAIL_TRANSPORT = transport
    assert run(SUNDAY + timedelta(weeks=2, minutes=16)) == ["noor@voorbeeld.nl"]
    assert "Dat geeft niet. We sturen er geen meer." in mail.outbox[0].body
    assert not Subscription.objects.get().is_on


def test_a_sign_in_between_keeps_them_coming():
    person = a_reader()
    weeks(person, 2)
    person.last_login = SUNDAY + timedelta(weeks=1, days=1)
    person.save()
    assert run(SUNDAY + timedelta(weeks=2)) == ["noor@voorbeeld.nl"]
    assert Subscription.objects.get().is_on


def test_who_stays_signed_in_needs_no_new_sign_in():
    person = a_reader()
    Session.objects.create(session_key="a", owner=person, expire_date=SUNDAY + timedelta(weeks=9), session_data="")
    assert [len(week) for week in weeks(person, 5)] == [1] * 5


def test_asking_again_begins_anew():
    person = a_reader()
    weeks(person, 3)
    subscribe(person, Kind.DIGEST, hour=10, weekday=6, now=SUNDAY + timedelta(weeks=2, days=1))
    assert run(SUNDAY + timedelta(weeks=3)) == ["noor@voorbeeld.nl"]


def test_each_mail_takes_at_most_eleven_queries(django_assert_max_num_queries):
    for number in range(4):
        a_reader(f"naam{number}")
    with django_assert_max_num_queries(15 + 4 * 11):
        assert len(run()) == 4


def test_old_records_go():
    a_reader()
    run()
    reminders.forget_old(SUNDAY + timedelta(days=91))
    assert not Reminder.objects.exists()


def test_a_changed_address_is_the_one_written_to():
    person = a_reader()
    EmailAddress.objects.filter(user=person).update(email="nieuw@voorbeeld.nl")
    assert run() == ["nieuw@voorbeeld.nl"]


@pytest.mark.parametrize(
    ("table", "column"), [("assessment_safeguardstate", "content"), ("relations_relation", "note")]
)
def test_what_no_key_opens_never_stops_the_others(table, column):
    broken = a_reader("stuk", has_plan=False)
    a_relation(broken, rhythm_days=7, note="Iets")
    a_reader("noor")
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET {column} = 'gAAAA' WHERE owner_id = %s", [broken.pk])  # noqa: S608
    assert run() == ["noor@voorbeeld.nl"]
    assert Reminder.objects.get(owner=broken).state == "silent"
