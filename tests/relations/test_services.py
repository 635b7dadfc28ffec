"""Deeds: safe to repeat, and whole or not at all."""

import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError

from relations import services
from relations.kinds import Kind, Manner, Status
from relations.models import ContactMoment, Pause, Presence, Relation
from tests.factories import TODAY, a_moment, a_person, a_relation

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def log(owner, *relations, on=TODAY, **fields):
    values = {"manner": Manner.CALLED} | fields
    return services.log_contact(owner, relations, happened_on=on, today=TODAY, **values)


def last_contact(user):
    return Relation.objects.of(user).with_last_contact(TODAY).get().last_contact_on


def test_one_moment_can_be_with_several(user):
    sanne, yusuf = a_relation(user), a_relation(user, "Yusuf")
    moment = log(user, sanne, yusuf)
    assert [p.relation for p in moment.presences.order_by("pk")] == [sanne, yusuf]


def test_the_same_key_twice_is_one_moment(user):
    sanne, key = a_relation(user), uuid.uuid4()
    first = log(user, sanne, key=key)
    assert log(user, sanne, key=key, manner=Manner.MET) == first
    assert ContactMoment.objects.count() == Presence.objects.count() == 1


def test_a_key_belongs_to_one_person(user):
    ria, key = a_person("ria"), uuid.uuid4()
    log(user, a_relation(user), key=key)
    log(ria, a_relation(ria), key=key)
    assert ContactMoment.objects.count() == 2


def test_what_another_rule_refuses_is_not_taken_for_a_repeat(user):
    with pytest.raises(IntegrityError):
        log(user, a_relation(user), key=uuid.uuid4(), manner="telepathy")
    with pytest.raises(IntegrityError):
        services.add_relation(user, name="", kind=Kind.INTIMATE, added_on=TODAY)


def test_a_moment_is_never_half_written(user):
    sanne = a_relation(user)
    with pytest.raises(IntegrityError):
        log(user, sanne, sanne)
    assert ContactMoment.objects.count() == 0


def test_a_relation_is_added_once(user):
    key = uuid.uuid4()
    made = [services.add_relation(user, key=key, name="Ria", kind=Kind.COMMUNITY, added_on=TODAY) for _ in range(2)]
    assert made[0] == made[1] == Relation.objects.get()


@pytest.mark.parametrize(
    ("day", "took_place"),
    [
        pytest.param(TODAY, True, id="today happened"),
        pytest.param(TOMORROW, None, id="tomorrow is a plan"),
        pytest.param(date(1990, 2, 28), True, id="long before the relation was added"),
    ],
)
def test_a_future_day_is_a_plan(user, day, took_place):
    assert log(user, a_relation(user), on=day).took_place is took_place


def test_a_backdated_moment_never_moves_last_contact_back(user):
    sanne = a_relation(user)
    log(user, sanne, on=YESTERDAY)
    log(user, sanne, on=date(2020, 2, 29))
    assert last_contact(user) == YESTERDAY


def test_a_plan_is_answered_once(user):
    sanne = a_relation(user)
    plan = a_moment(sanne, on=YESTERDAY, took_place=None)
    assert last_contact(user) is None
    assert services.answer_plan(plan, took_place=True)
    assert last_contact(user) == YESTERDAY
    assert not services.answer_plan(plan, took_place=False)
    assert ContactMoment.objects.get().took_place is True


def test_a_plan_that_fell_through_counts_nowhere(user):
    plan = a_moment(a_relation(user), on=YESTERDAY, took_place=None)
    services.answer_plan(plan, took_place=False)
    assert last_contact(user) is None
    assert list(ContactMoment.objects.of(user).plans()) == []


def test_an_edited_moment_moves_with_its_people(user):
    sanne, yusuf = a_relation(user), a_relation(user, "Yusuf")
    moment = log(user, sanne)
    moment.happened_on, moment.manner = YESTERDAY, Manner.NO_ANSWER
    services.edit_moment(moment, [yusuf], today=TODAY)
    presence = Presence.objects.get()
    assert (presence.relation, presence.happened_on, presence.counts) == (yusuf, YESTERDAY, False)


def test_a_moment_moved_to_the_future_is_a_plan_again(user):
    sanne = a_relation(user)
    moment = log(user, sanne)
    moment.happened_on = TOMORROW
    services.edit_moment(moment, [sanne], today=TODAY)
    assert ContactMoment.objects.get().is_plan
    assert last_contact(user) is None


def test_editing_keeps_who_was_removed_so_that_they_can_come_back(user):
    sanne, yusuf = a_relation(user), a_relation(user, "Yusuf")
    moment = log(user, sanne, yusuf)
    services.remove_relation(sanne, now=NOW)
    services.edit_moment(moment, [yusuf], today=TODAY)
    assert moment.presences.count() == 2


def test_a_removed_moment_comes_back_with_its_weight(user):
    moment = log(user, a_relation(user))
    services.remove_moment(moment, now=NOW)
    assert list(ContactMoment.objects.of(user)) == []
    assert last_contact(user) is None
    services.restore_moment(moment)
    assert list(ContactMoment.objects.of(user)) == [moment]
    assert last_contact(user) == TODAY


def test_a_removed_relation_comes_back_with_its_moments(user):
    sanne = a_relation(user)
    moment = log(user, sanne)
    services.remove_relation(sanne, now=NOW)
    assert list(ContactMoment.objects.of(user)) == []
    services.restore_relation(sanne)
    assert list(ContactMoment.objects.of(user)) == [moment]


def test_after_thirty_days_what_was_removed_is_gone_and_a_moment_only_with_its_last_relation(user):
    sanne, yusuf = a_relation(user), a_relation(user, "Yusuf")
    shared, alone = log(user, sanne, yusuf), log(user, sanne)
    services.remove_relation(sanne, now=NOW)
    services.purge_removed(NOW + timedelta(days=30))
    assert Relation.objects.count() == 2
    services.purge_removed(NOW + timedelta(days=30, seconds=1))
    assert list(Relation.objects.all()) == [yusuf]
    assert list(ContactMoment.objects.all()) == [shared]
    assert alone.presences.count() == 0


def test_removing_twice_keeps_the_first_day(user):
    sanne = a_relation(user)
    services.remove_relation(sanne, now=NOW)
    services.remove_relation(sanne, now=NOW + timedelta(days=29))
    assert Relation.objects.get().removed_at == NOW


def test_a_status_can_be_undone(user):
    sanne = a_relation(user)
    services.change_status(sanne, Status.DIED, today=TODAY)
    sanne.refresh_from_db()
    assert (sanne.status, sanne.former_status, sanne.status_changed_on) == (Status.DIED, Status.ACTIVE, TODAY)
    services.undo_status(sanne, today=TODAY)
    assert Relation.objects.get().status == Status.ACTIVE


def test_the_same_status_twice_keeps_what_to_undo(user):
    sanne = a_relation(user)
    for _ in range(2):
        services.change_status(sanne, Status.RESTING, today=TODAY)
    assert sanne.former_status == Status.ACTIVE


def test_only_a_hand_takes_off_the_mark_of_unsafety(user):
    sanne = a_relation(user)
    services.mark_unsafe(sanne, is_unsafe=True)
    services.change_status(sanne, Status.RESTING, today=TODAY)
    services.undo_status(sanne, today=TODAY)
    assert not Relation.objects.of(user).active().exists()
    services.mark_unsafe(sanne, is_unsafe=False)
    assert Relation.objects.of(user).active().get() == sanne


def test_not_now_asks_for_quiet(user):
    sanne = a_relation(user, rhythm_days=30)
    services.say_not_now(sanne, today=TODAY)
    assert Relation.objects.get().quiet_until == date(2026, 11, 29)


def test_a_new_pause_takes_the_place_of_the_old_one(user):
    sanne = a_relation(user)
    for relation in (sanne, None):
        services.pause(user, relation, starts_on=TODAY, ends_on=None)
        services.pause(user, relation, starts_on=TODAY, ends_on=TOMORROW, reason="holiday")
    assert [(p.relation, p.ends_on) for p in Pause.objects.order_by("pk")] == [(sanne, TOMORROW), (None, TOMORROW)]
    services.end_pause(user, None)
    assert [p.relation for p in Pause.objects.all()] == [sanne]


def test_logging_writes_in_four_queries(user, django_assert_num_queries):
    circle = [a_relation(user, f"Mens {n}") for n in range(30)]
    for people in (circle[:1], circle):
        with django_assert_num_queries(4):  # begin, the moment, who was there, commit
            log(user, *people, key=uuid.uuid4())
