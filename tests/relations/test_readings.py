"""Two readings: written once, looked back on once, never changed; and not where that could harm."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from assessment.models import SafeguardState, State
from assessment.safeguard import Flag, Level
from regie.accounts.days import today_for
from relations.kinds import FeelingAfter, Reading
from relations.models import TwoReadings
from tests.factories import a_moment, a_person, a_relation

pytestmark = pytest.mark.django_db

AFRAID = "Ben je bang voor iemand? Dan is dit niet de goede vraag."


def stand(user, level=Level.TIPS, *flags):
    SafeguardState.objects.update_or_create(owner=user, defaults={"content": State(level, frozenset(flags)).as_text()})


def some_readings(owner, *, days=7, **fields):
    """Readings written ``days`` ago."""
    values = {"happened": "Ze hing op.", "first_reading": "Geen zin in mij.", "second_reading": "Ze was onderweg."}
    written_on = today_for(owner) - timedelta(days=days)
    return TwoReadings.objects.create(owner=owner, written_on=written_on, **(values | fields))


def write(me, moment=None, **fields):
    query = {"moment": moment.pk} if moment else None
    return me.post(reverse("relations:readings_add", query=query), {"key": uuid.uuid4()} | fields)


def page_of(me, readings):
    return me.get(reverse("relations:readings", args=[readings.pk])).content.decode()


def test_five_boxes_are_kept_as_typed(me, user):
    write(me, happened="Ze hing op.", first_reading="a", second_reading="b", third_reading="c", to_a_friend="d")
    kept = TwoReadings.objects.get()
    assert (kept.owner, kept.written_on, kept.looked_back_on) == (user, today_for(user), None)
    assert (kept.happened, kept.first_reading, kept.second_reading, kept.third_reading, kept.to_a_friend) == (
        "Ze hing op.",
        "a",
        "b",
        "c",
        "d",
    )


def test_all_boxes_may_stay_empty(me, user):
    assert write(me).status_code == 302
    assert TwoReadings.objects.count() == 1


def test_the_page_says_which_moment_it_is_about(me, user):
    moment = a_moment(a_relation(user, "Sanne"), note="Kort. <Ze> was druk.")
    text = me.get(reverse("relations:readings_add", query={"moment": moment.pk})).content.decode()
    assert "Gebeld met Sanne, " in text
    assert "Kort. &lt;Ze&gt; was druk." in text


def test_sending_twice_is_once(me, user):
    key = uuid.uuid4()
    first, second = (write(me, key=key) for _ in range(2))
    assert (first.url, TwoReadings.objects.count()) == (second.url, 1)


def test_one_tap_from_a_moment_that_felt_heavier(me, user):
    sanne = a_relation(user)
    moment = a_moment(sanne, on=today_for(user), felt_after=FeelingAfter.HEAVIER)
    page = me.get(reverse("relations:moment", args=[moment.pk])).content.decode()
    assert reverse("relations:readings_add", query={"moment": moment.pk}) in page
    write(me, moment)
    kept = TwoReadings.objects.get()
    assert (kept.moment, kept.relation) == (moment, sanne)


def test_a_strangers_moment_and_readings_do_not_exist(me, user):
    ander = a_person("ander")
    assert write(me, a_moment(a_relation(ander))).status_code == 404
    strange = reverse("relations:readings", args=[some_readings(ander).pk])
    assert (me.get(strange).status_code, me.post(strange, {"fits_now": "first"}).status_code) == (404, 404)
    assert reverse("relations:readings", args=[1]) not in me.get(reverse("relations:readings_list")).content.decode()


@pytest.mark.parametrize(("days", "asks"), [pytest.param(6, False, id="six-days"), pytest.param(7, True, id="a-week")])
def test_after_a_week_it_asks_what_fits_now(me, user, days, asks):
    assert ('name="fits_now"' in page_of(me, some_readings(user, days=days))) is asks


def test_the_choices_are_the_persons_own_words(me, user):
    page = page_of(me, some_readings(user))
    assert page.count("Geen zin in mij.") == 2
    assert 'value="third"' not in page


def test_the_three_questions_come_only_after(me, user):
    assert 'name="hoped"' not in me.get(reverse("relations:readings_add")).content.decode()
    assert 'name="hoped"' in page_of(me, some_readings(user))


def test_looking_back_keeps_the_earlier_text_and_asks_no_more(me, user):
    readings = some_readings(user)
    url = reverse("relations:readings", args=[readings.pk])
    me.post(
        url, {"fits_now": "second", "hoped": "Dat ze bleef.", "happened": "Iets anders", "written_on": "2020-01-01"}
    )
    before, readings = readings, TwoReadings.objects.get()
    assert (readings.fits_now, readings.hoped, readings.looked_back_on) == (
        Reading.SECOND,
        "Dat ze bleef.",
        today_for(user),
    )
    assert (readings.happened, readings.written_on) == (before.happened, before.written_on)
    assert 'name="fits_now"' not in page_of(me, readings)
    me.post(url, {"fits_now": "first"})
    readings.refresh_from_db()
    assert readings.fits_now == Reading.SECOND


def test_unsafe_offers_nothing_and_keeps_old_texts(me, user):
    stand(user, Level.TIPS, Flag.UNSAFE)
    old = some_readings(user)
    write(me)
    assert TwoReadings.objects.get() == old
    page = page_of(me, old)
    assert ("Ze hing op." in page, 'name="fits_now"' in page) == (True, False)
    assert reverse("relations:readings_add") not in me.get(reverse("relations:readings_list")).content.decode()


@pytest.mark.parametrize("about", ["relation", "moment"])
def test_about_someone_unsafe_nothing_is_asked(me, user, about):
    bram = a_relation(user, "Bram", is_unsafe=True)
    moment = a_moment(bram, on=today_for(user), felt_after=FeelingAfter.HEAVIER)
    assert 'name="fits_now"' not in page_of(me, some_readings(user, **{about: bram if about == "relation" else moment}))
    write(me, moment)
    assert TwoReadings.objects.count() == 1


def test_at_help_first_one_may_write_and_nothing_is_asked(me, user):
    stand(user, Level.HELP_FIRST)
    page = me.get(reverse("relations:readings_add")).content.decode()
    assert ('name="happened"' in page, "Over een week" in page) == (True, False)
    write(me, happened="Ze hing op.")
    assert TwoReadings.objects.count() == 1
    assert 'name="fits_now"' not in page_of(me, some_readings(user))


def test_the_question_about_fear_and_the_way_out_are_always_there(me, user):
    pages = [
        me.get(reverse("relations:readings_add")).content.decode(),
        me.get(reverse("relations:readings_list")).content.decode(),
        page_of(me, some_readings(user)),
    ]
    stand(user, Level.TIPS, Flag.UNSAFE)
    pages.append(me.get(reverse("relations:readings_add")).content.decode())
    assert [(AFRAID in page, "quick-exit" in page) for page in pages] == [(True, True)] * 4


def test_the_guide_leads_there_before_the_three_questions(me, user):
    guide = reverse("guide:circle")
    page = me.get(guide).content.decode()
    assert page.index(reverse("relations:readings_add")) < page.index("Wat hoopte ik?")
    stand(user, Level.TIPS, Flag.UNSAFE)
    assert reverse("relations:readings_add") not in me.get(guide).content.decode()


def test_my_circle_leads_there(me, user):
    a_relation(user)
    assert reverse("relations:readings_list") in me.get(reverse("relations:dashboard")).content.decode()
