"""Questions about many objects: whose they are, what was last, and what is hidden."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from relations.kinds import Manner, Status
from relations.models import ContactMoment, Presence, Relation
from tests.factories import TODAY, a_moment, a_person, a_relation

pytestmark = pytest.mark.django_db
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def last_contact(user) -> list:
    return [r.last_contact_on for r in Relation.objects.of(user).with_last_contact(TODAY).order_by("pk")]


def test_a_person_finds_their_own_and_nothing_removed(user):
    sanne = a_relation(user)
    a_relation(user, "Weg", removed_at=timezone.now())
    a_relation(a_person("ria"), "Van Ria")
    assert list(Relation.objects.of(user)) == [sanne]


def test_last_contact_is_the_latest_day_not_the_latest_row(user):
    sanne = a_relation(user)
    a_moment(sanne, on=YESTERDAY)
    a_moment(sanne, on=date(2025, 1, 31))
    assert last_contact(user) == [YESTERDAY]


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"on": TOMORROW, "took_place": None}, id="a plan"),
        pytest.param({"on": TODAY, "took_place": None}, id="a plan of today"),
        pytest.param({"on": YESTERDAY, "took_place": False}, id="a plan that fell through"),
        pytest.param({"manner": Manner.NO_ANSWER}, id="no answer"),
        pytest.param({"removed_at": timezone.now()}, id="removed"),
        pytest.param({"on": TOMORROW}, id="a future day"),
    ],
)
def test_what_is_no_contact_is_no_last_contact(user, fields):
    sanne = a_relation(user)
    a_moment(sanne, on=date(2026, 11, 6))
    a_moment(sanne, **fields)
    assert last_contact(user) == [date(2026, 11, 6)]


def test_nothing_noted_is_none(user):
    a_relation(user)
    assert last_contact(user) == [None]


def test_no_answer_is_found_apart(user):
    sanne = a_relation(user)
    a_moment(sanne, on=YESTERDAY, manner=Manner.NO_ANSWER)
    a_moment(sanne, on=TODAY)
    found = Relation.objects.of(user).with_last_no_answer(TODAY).get()
    assert found.last_no_answer_on == YESTERDAY


def test_only_active_and_safe_relations_are_active(user):
    active = a_relation(user)
    a_relation(user, "Bang", is_unsafe=True)
    for status in (Status.RESTING, Status.ENDED, Status.DIED):
        a_relation(user, status, status=status)
    assert list(Relation.objects.of(user).active()) == [active]
    assert [r.name for r in Relation.objects.of(user).in_circle()] == ["Sanne", "Bang", "resting"]


def test_a_moment_goes_only_with_its_last_relation(user):
    sanne, yusuf = a_relation(user), a_relation(user, "Yusuf")
    moment = a_moment(sanne, yusuf)
    Relation.objects.filter(pk=sanne.pk).update(removed_at=timezone.now())
    found = ContactMoment.objects.of(user).with_people().get()
    assert found == moment
    assert found.people == [yusuf]
    Relation.objects.filter(pk=yusuf.pk).update(removed_at=timezone.now())
    assert list(ContactMoment.objects.of(user)) == []


def test_the_timeline_goes_on_before_and_after_a_moment(user):
    sanne = a_relation(user)
    first, second, third = (a_moment(sanne, on=on) for on in (YESTERDAY, TODAY, TODAY))
    moments = ContactMoment.objects.of(user).latest_first()
    assert list(moments) == [third, second, first]
    assert list(moments.before(TODAY, third.pk)) == [second, first]
    assert list(moments.after(TODAY, second.pk)) == [third]


def test_a_plan_that_fell_through_is_no_plan_any_more(user):
    sanne = a_relation(user)
    plans = [a_moment(sanne, on=on, took_place=None) for on in (YESTERDAY, TODAY)]
    a_moment(sanne, on=YESTERDAY, took_place=False)
    assert list(ContactMoment.objects.of(user).plans()) == plans


def test_a_relation_marked_unsafe_has_no_weight(user):
    a_moment(a_relation(user, is_unsafe=True), a_relation(user, "Sinds mei", status=Status.DIED))
    weighing = a_relation(user, "Ria")
    a_moment(weighing)
    assert [p.relation for p in Presence.objects.of(user).with_weight().that_count(TODAY)] == [weighing]


def test_last_contact_takes_one_step_in_an_index(user):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL plans by statistics; see test_plans")
    plan = Relation.objects.of(user).with_last_contact(TODAY).explain()
    assert "INDEX contact_of_a_relation (relation_id=? AND happened_on<?)" in plan
    assert "TEMP B-TREE" not in plan


@pytest.mark.parametrize(
    "fields",
    [{"status": Status.DIED}, {"status": Status.ENDED}, {"is_unsafe": True}, {"removed_at": timezone.now()}],
    ids=["died", "ended", "unsafe", "removed"],
)
def test_plans_with_someone_fall_silent_at_once(user, fields):
    sanne = a_relation(user)
    a_moment(sanne, on=YESTERDAY, took_place=None)
    Relation.objects.filter(pk=sanne.pk).update(**fields)
    assert list(ContactMoment.objects.of(user).plans()) == []


@pytest.mark.parametrize(
    "fields",
    [{"status": Status.DIED}, {"status": Status.ENDED}, {"is_unsafe": True}],
    ids=["died", "ended", "unsafe"],
)
def test_a_plan_with_someone_about_whom_all_is_silent_never_comes_up_whoever_else_is_in_it(user, fields):
    a_moment(a_relation(user, **fields), a_relation(user, "Yusuf"), on=TOMORROW, took_place=None)
    assert list(ContactMoment.objects.of(user).plans()) == []


def test_a_plan_from_which_someone_was_removed_stays(user):
    gone = a_relation(user, removed_at=timezone.now())
    plan = a_moment(gone, a_relation(user, "Yusuf"), on=TOMORROW, took_place=None)
    assert list(ContactMoment.objects.of(user).plans()) == [plan]


def test_a_resting_relation_keeps_its_own_plans(user):
    plan = a_moment(a_relation(user, status=Status.RESTING), on=TOMORROW, took_place=None)
    assert list(ContactMoment.objects.of(user).plans()) == [plan]
