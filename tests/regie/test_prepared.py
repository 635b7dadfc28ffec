"""A question whose SQL is written once gives the same answers as its queryset, to each who asks."""

import gc
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from weakref import ref

import pytest
from django.db import connection, connections
from django.db.models import F
from django.utils import timezone

from regie.accounts.models import User
from regie.prepared import prepared
from relations.models import ContactMoment, Relation
from tests.factories import TODAY, a_moment, a_person, a_relation


@prepared
def named(owner: int, name: str):
    """Relations of an owner with a name."""
    return Relation.objects.of(owner).filter(name=name).annotate(again=F("name"))


@prepared
def moments_on(day: date):
    """Moments of a day with their first relation, as plain values."""
    return ContactMoment.objects.filter(happened_on=day).values_list("happened_on", "relations__name")


@prepared
def joined_since(moment: datetime):
    """Accounts that were made since a moment."""
    return User.objects.filter(date_joined__gte=moment)


@prepared
def circles(owner: int):
    """Presences with their relation and moment."""
    return ContactMoment.relations.through.objects.filter(relation__owner=owner).select_related("relation", "moment")


@pytest.mark.django_db
def test_each_asks_with_values_of_their_own():
    noor, bas = a_person(), a_person("bas")
    hers, his = a_relation(noor, "Sanne"), a_relation(bas, "Sanne")
    a_relation(noor, "100% %s {name}")
    assert named(owner=noor.pk, name="Sanne") == [hers]
    assert named(owner=bas.pk, name="Sanne") == [his]
    assert [found.again for found in named(owner=noor.pk, name="100% %s {name}")] == ["100% %s {name}"]
    assert named(owner=bas.pk, name="Yusuf") == []


@pytest.mark.django_db
def test_what_is_written_later_is_found():
    noor = a_person()
    assert named(owner=noor.pk, name="Sanne") == []
    sanne = a_relation(noor)
    assert named(owner=noor.pk, name="Sanne") == [sanne]
    sanne.delete()
    assert named(owner=noor.pk, name="Sanne") == []


@pytest.mark.django_db
def test_a_day_and_a_moment_in_time_are_asked_as_such():
    noor = a_person()
    a_moment(a_relation(noor))
    assert moments_on(day=TODAY) == [(TODAY, "Sanne")]
    assert moments_on(day=TODAY - timedelta(days=1)) == []
    User.objects.filter(pk=noor.pk).update(date_joined=datetime(2026, 1, 2, tzinfo=UTC))
    assert joined_since(moment=datetime(2026, 1, 2, tzinfo=UTC)) == [noor]
    assert joined_since(moment=datetime(2026, 1, 2, 0, 0, 1, tzinfo=UTC)) == []
    assert joined_since(moment=timezone.now()) == []


@pytest.mark.django_db
def test_what_is_joined_comes_along(django_assert_num_queries):
    noor = a_person()
    a_moment(a_relation(noor), a_relation(noor, "Yusuf"))
    with django_assert_num_queries(1):
        found = [(each.relation.name, each.moment.happened_on) for each in circles(owner=noor.pk)]
    assert found == [("Sanne", TODAY), ("Yusuf", TODAY)]


@pytest.mark.django_db(transaction=True)
def test_threads_ask_over_connections_of_their_own(on_disk):
    people = [a_person(f"person{n}") for n in range(8)]
    for person in people:
        a_relation(person)

    def ask(person):
        try:
            return [found.owner_id for _ in range(20) for found in named(owner=person.pk, name="Sanne")]
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as threads:
        for person, answers in zip(people, threads.map(ask, people), strict=True):
            assert answers == [person.pk] * 20


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({"owner": 1}, id="too-few"),
        pytest.param({"owner": 1, "name": "Sanne", "nmae": "Sanne"}, id="too-many"),
        pytest.param({"owner": None, "name": "Sanne"}, id="nobody"),
    ],
)
def test_a_question_about_nobody_is_an_error_and_no_empty_answer(values):
    with pytest.raises(TypeError, match="named asks for owner, name"):
        named(**values)


def test_a_parameter_of_another_type_is_an_error_at_the_start():
    with pytest.raises(KeyError):

        @prepared
        def weighed(grams: float):
            """No such field."""


@pytest.mark.django_db(transaction=True)
def test_what_is_kept_holds_no_connection_of_a_thread_that_ended(on_disk):
    @prepared
    def anyone(name: str):
        return User.objects.filter(username=name)

    def ask():
        anyone(name="noor")
        held = ref(connections["default"])
        connection.close()
        return held

    with ThreadPoolExecutor(1) as thread:
        held = thread.submit(ask).result()
    gc.collect()
    assert held() is None
