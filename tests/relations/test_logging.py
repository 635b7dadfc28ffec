"""Logging contact: who and how, two taps; once, whatever is clicked."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from regie.accounts import consent
from regie.accounts.days import today_for
from regie.guide.library import library
from relations.kinds import Status
from relations.models import ContactMoment, Presence, Relation
from tests.factories import a_moment, a_person, a_relation

ADD = "relations:moment_add"


def today(user):
    return today_for(user)


@pytest.mark.django_db
class TestInTwoTaps:
    def test_who_and_how_are_enough_and_today_is_assumed(self, me, user):
        sanne = a_relation(user)
        response = me.post(reverse(ADD), {"who": sanne.pk, "manner": "called"})
        moment = ContactMoment.objects.get()
        assert response.url == reverse("relations:dashboard") + f"?genoteerd={moment.pk}"
        assert (moment.happened_on, moment.manner, moment.took_place) == (today(user), "called", True)

    def test_several_people_at_once(self, me, user):
        both = [a_relation(user, name).pk for name in ("Joris", "Lotte")]
        me.post(reverse(ADD), {"who": both, "manner": "met"})
        assert [presence.relation_id for presence in Presence.objects.order_by("relation")] == both

    def test_from_a_row_who_is_filled_in(self, me, user):
        sanne = a_relation(user)
        text = me.get(reverse(ADD), {"who": sanne.pk}).content.decode()
        assert f'value="{sanne.pk}" checked' in text

    def test_the_same_form_twice_logs_once(self, me, user):
        sent = {"who": a_relation(user).pk, "manner": "called", "key": str(uuid.uuid4())}
        first, second = (me.post(reverse(ADD), sent) for _ in range(2))
        assert first.url == second.url
        assert ContactMoment.objects.count() == 1

    @pytest.mark.parametrize(("when", "days_ago"), [("today", 0), ("yesterday", 1), ("", 0)])
    def test_a_near_day_is_one_tap(self, me, user, when, days_ago):
        me.post(reverse(ADD), {"who": a_relation(user).pk, "manner": "met", "when": when})
        assert ContactMoment.objects.get().happened_on == today(user) - timedelta(days=days_ago)

    def test_another_day_counts_with_other(self, me, user):
        me.post(
            reverse(ADD), {"who": a_relation(user).pk, "manner": "met", "when": "other", "happened_on": "2020-02-29"}
        )
        assert str(ContactMoment.objects.get().happened_on) == "2020-02-29"

    def test_a_day_to_come_is_a_plan(self, me, user):
        day = today(user) + timedelta(days=3)
        me.post(reverse(ADD), {"who": a_relation(user).pk, "manner": "met", "when": "other", "happened_on": day})
        assert ContactMoment.objects.get().is_plan

    def test_with_nobody_in_the_circle_the_first_one_is_asked_for(self, me):
        assert me.get(reverse(ADD)).url == reverse("relations:add")

    def test_show_everyone_keeps_who_was_chosen(self, me, user):
        people = [a_relation(user, f"Mens {n}") for n in range(9)]
        text = me.get(reverse(ADD), {"who": people[8].pk}).content.decode()
        assert text.count('name="who"') == 6
        assert f'value="{people[8].pk}" checked' in text
        assert f"?all=1&amp;who={people[8].pk}" in text
        assert me.get(reverse(ADD), {"all": 1}).content.decode().count('name="who"') == 9

    @pytest.mark.parametrize(
        ("field", "fields"),
        [
            ("who", {"who": []}),
            ("who", {"who": ["999999"]}),
            ("who", {"who": ["1" + "0" * 400]}),
            ("who", {"who": ["x"]}),
            ("manner", {"manner": ""}),
            ("manner", {"manner": "telepathy"}),
            ("when", {"when": "someday"}),
            ("happened_on", {"when": "other"}),
            ("happened_on", {"when": "other", "happened_on": "1849-01-01"}),
            ("happened_on", {"when": "other", "happened_on": "30-02-2026"}),
        ],
    )
    def test_what_cannot_be_is_said_at_its_field(self, me, user, field, fields):
        sanne = a_relation(user)
        response = me.post(reverse(ADD), {"who": sanne.pk, "manner": "met"} | fields)
        assert response.status_code == 200
        assert list(response.context["form"].errors) == [field]
        assert ContactMoment.objects.count() == 0

    def test_someone_of_another_person_is_as_someone_who_does_not_exist(self, me, user):
        a_relation(user)
        theirs = a_relation(a_person("ria"))
        answers = [
            me.post(reverse(ADD), {"who": pk, "manner": "met"}).context["form"].errors.as_text().replace(str(pk), "")
            for pk in (theirs.pk, 999_999)
        ]
        assert answers[0] == answers[1]
        assert ContactMoment.objects.count() == 0

    def test_no_answer_is_in_the_timeline_but_is_no_contact(self, me, user):
        sanne = a_relation(user)
        me.post(reverse(ADD), {"who": sanne.pk, "manner": "no_answer"})
        assert "Geen antwoord" in me.get(reverse("relations:timeline")).content.decode()
        assert Relation.objects.of(user).with_last_contact(today(user)).get().last_contact_on is None

    def test_undo_takes_it_away_and_can_be_undone(self, me, user):
        moment = a_moment(a_relation(user), on=today(user))
        response = me.post(reverse("relations:moment_remove", args=[moment.pk]), follow=True)
        assert "Maak ongedaan" in response.content.decode()
        assert not ContactMoment.objects.of(user).exists()
        me.post(reverse("relations:moment_restore", args=[moment.pk]))
        assert ContactMoment.objects.of(user).get() == moment

    def test_a_moment_whose_relation_is_gone_too_waits_for_it(self, me, user):
        sanne = a_relation(user)
        moment = a_moment(sanne, on=today(user))
        me.post(reverse("relations:moment_remove", args=[moment.pk]))
        me.post(reverse("relations:remove", args=[sanne.pk]))
        answer = me.post(reverse("relations:moment_restore", args=[moment.pk]))
        assert answer.url == reverse("relations:quiet")
        me.post(reverse("relations:restore", args=[sanne.pk]))
        assert ContactMoment.objects.of(user).get() == moment

    def test_logging_takes_six_queries_at_most_in_one_write_transaction(self, me, user):
        people = [a_relation(user, f"Mens {n}").pk for n in range(30)]
        for who in (people[:1], people):
            with CaptureQueriesContext(connection) as queries:
                me.post(reverse(ADD), {"who": who, "manner": "met", "key": str(uuid.uuid4())})
            sql = [query["sql"].split()[0] for query in queries]
            begin = sql.index("SAVEPOINT")  # within a test a transaction is a savepoint
            assert sql[begin : begin + 4] == ["SAVEPOINT", "INSERT", "INSERT", "RELEASE"]
            assert set(sql[:begin] + sql[begin + 4 :]) == {"SELECT"}


@pytest.mark.django_db
class TestAfterwards:
    def test_something_may_be_added_and_nothing_needs_to(self, me, user):
        moment = a_moment(a_relation(user), on=today(user))
        url = reverse("relations:moment_more", args=[moment.pk])
        me.post(url, {})
        me.post(url, {"felt_before": "heavy", "felt_after": "lighter", "started_by": "me", "note": "Fijn."})
        moment.refresh_from_db()
        assert (moment.felt_before, moment.felt_after, moment.note) == ("heavy", "lighter", "Fijn.")

    def test_a_feeling_can_be_taken_away_again(self, me, user):
        moment = a_moment(a_relation(user), on=today(user), felt_after="heavier")
        url = reverse("relations:moment_more", args=[moment.pk])
        assert me.get(url).content.decode().count('name="felt_after"') == 4
        me.post(url, {"felt_after": ""})
        moment.refresh_from_db()
        assert moment.felt_after == ""

    def test_only_giving_that_felt_heavier_shows_the_caution_once(self, me, user):
        moment = a_moment(a_relation(user), on=today(user))
        url = reverse("relations:moment_more", args=[moment.pk])
        caution = library.steps["attention-to-giving"].caution.inline
        kept = me.post(url, {"exchange": "gave", "felt_after": "heavier"}, follow=True).content.decode()
        assert caution in kept
        assert caution not in me.get(moment.get_absolute_url()).content.decode()
        kept = me.post(url, {"exchange": "both", "felt_after": "heavier"}, follow=True).content.decode()
        assert caution not in kept

    def test_all_of_a_moment_can_be_changed(self, me, user):
        sanne, yusuf = a_relation(user), a_relation(user, "Yusuf", status=Status.ENDED)
        moment = a_moment(sanne, on=today(user))
        url = reverse("relations:moment_edit", args=[moment.pk])
        me.post(url, {"who": [yusuf.pk], "happened_on": "2025-01-31", "manner": "letter", "note": "Kaart."})
        moment.refresh_from_db()
        assert [*moment.relations.all()] == [yusuf]
        assert (str(moment.happened_on), moment.manner, moment.note) == ("2025-01-31", "letter", "Kaart.")

    def test_who_was_there_comes_first_and_everyone_can_be_chosen_once(self, me, user):
        people = [a_relation(user, f"Mens {n}") for n in range(9)]
        moment = a_moment(people[8], on=today(user))
        url = reverse("relations:moment_edit", args=[moment.pk])
        for text in (me.get(url).content.decode(), me.post(url, {"who": "999999"}).content.decode()):
            assert text.count('name="who"') == 9
            assert text.count('id="id_who_0"') == 1
        assert f'id="id_who_0" value="{people[8].pk}" checked' in me.get(url).content.decode()

    def test_a_plan_asks_once_whether_it_went_ahead(self, me, user):
        plan = a_moment(a_relation(user), on=today(user) - timedelta(days=1), took_place=None)
        assert "Ging het door?" in me.get(plan.get_absolute_url()).content.decode()
        me.post(reverse("relations:plan_answer", args=[plan.pk, "no"]))
        assert "Ging het door?" not in me.get(plan.get_absolute_url()).content.decode()
        me.post(reverse("relations:plan_answer", args=[plan.pk, "yes"]))
        plan.refresh_from_db()
        assert plan.took_place is False

    def test_a_plan_of_today_does_not_ask_yet(self, me, user):
        plan = a_moment(a_relation(user), on=today(user), took_place=None)
        assert "Ging het door?" not in me.get(plan.get_absolute_url()).content.decode()


@pytest.mark.django_db(transaction=True)
def test_twenty_posts_at_once_log_once(user, on_disk):
    consent.give(user, consent.Scope.NOTES)
    sanne, key = a_relation(user), str(uuid.uuid4())
    clients = [Client() for _ in range(20)]
    for client in clients:
        client.force_login(user)

    def post(client):
        try:
            return client.post(reverse(ADD), {"who": sanne.pk, "manner": "called", "key": key})
        finally:
            connection.close()

    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(post, clients))
    assert {answer.status_code for answer in answers} == {302}
    moment = ContactMoment.objects.get()
    assert {answer.url for answer in answers} == {reverse("relations:dashboard") + f"?genoteerd={moment.pk}"}
    assert Presence.objects.count() == 1
