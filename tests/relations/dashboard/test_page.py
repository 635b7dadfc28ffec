"""What my circle shows, and to whom."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from assessment.models import SafeguardState, State
from assessment.openness import PROTECTIVE, Standing
from assessment.safeguard import Flag, Level
from relations.dashboard.own import Card
from relations.kinds import Kind, Manner, Status
from relations.models import HardMoment, Intention, OwnRegie, Pause, TwoReadings
from relations.pictures.balance import Part, Variety
from relations.pictures.dots import Light
from tests.factories import TODAY, a_moment, a_person, a_relation
from tests.relations.dashboard.pages import NOON, REST, days_ago, page_of

pytestmark = pytest.mark.django_db


def names(dots):
    return [dot.member.name for dot in dots]


def test_the_list_and_the_kring_hold_the_same_people(user):
    for name, kind in (("Mam", Kind.INTIMATE), ("Ria", Kind.COMMUNITY), ("Sanne", Kind.FRIENDSHIP)):
        a_relation(user, name, kind=kind)
    page = page_of(user)
    listed = [row.relation.name for group in page.people.groups for row in group.rows]
    assert listed == names(page.kring.dots) == ["Mam", "Sanne", "Ria"]


@pytest.mark.parametrize("status", [Status.ENDED, Status.DIED])
def test_who_is_gone_is_not_drawn(user, status):
    a_relation(user, status=status)
    assert page_of(user).is_empty


def test_another_account_sees_nothing_of_mine(user):
    a_moment(a_relation(user))
    assert page_of(a_person("ander")).is_empty


@pytest.mark.parametrize(("days", "light"), [(0, Light.THIS_MONTH), (31, Light.HALF_YEAR), (200, Light.LONG_AGO)])
def test_the_light_follows_the_log_at_once(user, days, light):
    a_moment(a_relation(user), on=days_ago(days))
    assert page_of(user).kring.dots[0].member.light is light


@pytest.mark.parametrize(
    "moment",
    [
        pytest.param({"took_place": None, "on": TODAY + timedelta(days=3)}, id="a-plan"),
        pytest.param({"manner": Manner.NO_ANSWER}, id="no-answer"),
        pytest.param({"took_place": False}, id="a-plan-that-fell-through"),
    ],
)
def test_what_was_no_contact_gives_no_light_and_no_weight(user, moment):
    a_moment(a_relation(user), **moment)
    page = page_of(user)
    assert page.kring.dots[0].member.light is Light.LONG_AGO
    assert [bar.part for bar in page.bars] == [Part.NOTHING] * 3
    assert sum(cell.number for row in page.year.rows for cell in row.cells) == 0


def test_a_good_moment_has_a_halo_and_stands_in_the_card(user):
    a_moment(a_relation(user, "Sanne", rhythm_days=14), on=days_ago(14))
    a_relation(user, "Yusuf")
    page = page_of(user)
    assert [moment.row.relation.name for moment in page.people.good_moments] == ["Sanne"]
    assert [dot.member.is_soon for dot in page.kring.dots] == [True, False]
    assert page.people.good_for == "Sanne"


def test_a_pause_for_all_silences_good_moments(user):
    a_relation(user, rhythm_days=7)
    Pause.objects.create(owner=user, starts_on=days_ago(1))
    people = page_of(user).people
    assert people.proposals == []
    assert people.pause_in_words


@pytest.mark.parametrize(("starts", "ends"), [pytest.param(-1, None, id="to-come"), pytest.param(9, 1, id="over")])
def test_a_pause_that_does_not_hold_is_not_spoken_of(user, starts, ends):
    a_relation(user, rhythm_days=7, added_on=days_ago(30))
    Pause.objects.create(owner=user, starts_on=days_ago(starts), ends_on=ends and days_ago(ends))
    people = page_of(user).people
    assert people.pause_in_words == ""
    assert len(people.proposals) == 1


def test_the_page_says_why_nothing_is_proposed(me, user):
    SafeguardState.objects.create(owner=user, content=State(Level.TIPS).as_text())
    a_relation(user, rhythm_days=7)
    Pause.objects.create(owner=user, starts_on=days_ago(1))
    page = me.get(reverse("relations:dashboard")).content.decode()
    end = reverse("relations:pause_all_end") + "?circle"
    assert f'action="{end}"' in page
    assert me.post(end).url == reverse("relations:dashboard")
    assert not user.pauses.exists()


@pytest.mark.parametrize(
    "standing",
    [
        pytest.param(Standing(), id="nothing-known"),
        pytest.param(REST, id="help-first"),
        pytest.param(Standing(level=Level.TALK_TODAY), id="talk-today"),
        pytest.param(PROTECTIVE, id="not-found"),
    ],
)
def test_nothing_is_offered_where_nothing_may_be(user, standing):
    relation = a_relation(user, rhythm_days=7)
    Intention.objects.create(owner=user, tip="small-and-often", step="Bellen", relation=relation)
    page = page_of(user, standing)
    assert (page.people.proposals, page.plans) == ([], [])
    assert not any(dot.member.is_soon for dot in page.kring.dots)


def test_in_rest_everyone_has_the_same_light_and_no_date(user):
    a_moment(a_relation(user, "Mam", kind=Kind.INTIMATE))
    a_relation(user, "Sanne")
    page = page_of(user, REST)
    assert {dot.member.light for dot in page.kring.dots} == {Light.HALF_YEAR}
    assert [row.when for group in page.people.groups for row in group.rows] == ["", ""]


def test_in_rest_nothing_is_counted(user):
    a_moment(a_relation(user))
    page = page_of(user, REST)
    assert (page.months, page.meetings, page.felt.gives_little) == ([], [], False)


def test_who_died_or_is_unsafe_weighs_nothing_in_the_same_request(user):
    gone, unsafe, friend = (a_relation(user, name) for name in ("Opa", "Bram", "Sanne"))
    for relation in (gone, unsafe, friend):
        a_moment(relation, on=days_ago(2))
    gone.status, unsafe.is_unsafe = Status.DIED, True
    gone.save()
    unsafe.save()
    page = page_of(user)
    assert [row.cells[-1].number for row in page.year.rows] == [0, 1, 0]
    assert page.bars[1].variety is Variety.ONE
    assert page.people.spoken_last == "Sanne"


def test_a_moment_with_two_friends_is_one_moment_with_two_people(user):
    a_moment(a_relation(user, "Sanne"), a_relation(user, "Yusuf"), on=days_ago(1))
    page = page_of(user)
    assert page.year.rows[1].cells[-1].number == 1
    assert (page.bars[1].part, page.bars[1].variety) == (Part.MOST, Variety.FEW)


@pytest.mark.parametrize(
    ("days", "period", "part"),
    [
        pytest.param(27, 28, Part.MOST, id="the-first-of-28-days"),
        pytest.param(28, 28, Part.NOTHING, id="a-day-before"),
        pytest.param(89, 90, Part.MOST, id="the-first-of-90-days"),
        pytest.param(90, 90, Part.NOTHING, id="before-90-days"),
    ],
)
def test_the_balance_looks_at_its_period(user, days, period, part):
    a_moment(a_relation(user), on=days_ago(days))
    assert page_of(user, period=period).bars[1].part is part


def test_the_year_counts_each_month_of_each_kind(user):
    mam = a_relation(user, "Mam", kind=Kind.INTIMATE)
    for on in (date(2026, 11, 1), date(2026, 10, 31), date(2026, 10, 1), date(2025, 12, 1), date(2025, 11, 30)):
        a_moment(mam, on=on)
    assert [cell.number for cell in page_of(user).year.rows[0].cells] == [1, *[0] * 9, 2, 1]


def test_a_wish_stands_in_the_balance(user):
    a_relation(user)
    OwnRegie.objects.create(owner=user, wish_intimate=1, wish_friendship=1, wish_community=0)
    assert [bar.wish_at for bar in page_of(user).bars] == [100, 100, 0]


def test_open_intentions_stand_under_what_you_plan_and_answered_ones_do_not(user):
    a_relation(user)
    Intention.objects.create(owner=user, tip="small-and-often", step="Bellen")
    Intention.objects.create(owner=user, tip="small-and-often", step="Klaar", state="done")
    assert [plan.intention.step for plan in page_of(user).plans] == ["Bellen"]


@pytest.mark.parametrize(
    ("tip", "standing"),
    [
        pytest.param("small-openings", Standing(level=Level.TIPS, flags=frozenset({Flag.UNSAFE})), id="unsafe"),
        pytest.param("offer-help", Standing(level=Level.TIPS, flags=frozenset({Flag.NO_GIVING})), id="no-giving"),
        pytest.param("small-openings", Standing(passed_questions=True), id="safety-not-asked"),
    ],
)
def test_an_intention_steps_back_with_its_tip(user, tip, standing):
    a_relation(user)
    Intention.objects.create(owner=user, tip=tip, step="Bellen")
    assert page_of(user, standing).plans == []


def test_planned_contact_asks_once_its_day_is_past(user):
    sanne = a_relation(user)
    past = a_moment(sanne, on=days_ago(1), took_place=None)
    coming = a_moment(sanne, on=TODAY + timedelta(days=1), took_place=None)
    assert [(meeting.moment, meeting.is_past) for meeting in page_of(user).meetings] == [(past, True), (coming, False)]


def test_what_was_just_noted_is_said_and_a_strangers_moment_is_not(user):
    mine = a_moment(a_relation(user, "Sanne"))
    strange = a_moment(a_relation(a_person("ander"), "Geheim"))
    assert "Sanne" in page_of(user, noted=mine.pk).noted.sentence
    assert page_of(user, noted=strange.pk).noted is None


@pytest.mark.parametrize(
    ("hour", "is_near"), [pytest.param(14, True, id="in-two-hours"), pytest.param(15, False, id="in-three")]
)
def test_the_hard_moment_shows_two_hours_before_where_the_person_lives(user, hour, is_near):
    HardMoment.objects.create(owner=user, weekday=6, hour=hour, contact="Sanne een berichtje sturen")
    assert page_of(user).is_hard_moment_near is is_near
    elsewhere = NOON.astimezone(ZoneInfo("America/New_York"))
    assert not page_of(user, now=elsewhere).is_hard_moment_near


def test_readings_are_asked_about_after_a_week(user):
    a_relation(user)
    readings = TwoReadings.objects.create(owner=user, written_on=days_ago(7), happened="Ze hing op.")
    assert page_of(user).reading_to_ask == readings.pk
    readings.written_on = days_ago(6)
    readings.save()
    assert page_of(user).reading_to_ask is None


@pytest.mark.parametrize(
    "standing",
    [
        pytest.param(REST, id="help-first"),
        pytest.param(Standing(level=Level.TIPS, flags=frozenset({Flag.UNSAFE})), id="unsafe"),
    ],
)
def test_readings_are_not_asked_about_where_that_could_harm(user, standing):
    a_relation(user)
    TwoReadings.objects.create(owner=user, written_on=days_ago(7))
    assert page_of(user, standing).reading_to_ask is None


def test_readings_about_someone_unsafe_are_not_asked_about(user):
    bram = a_relation(user, "Bram", is_unsafe=True)
    TwoReadings.objects.create(owner=user, written_on=days_ago(7), relation=bram)
    TwoReadings.objects.create(owner=user, written_on=days_ago(7), moment=a_moment(bram))
    assert page_of(user).reading_to_ask is None


SILENT = [{"status": Status.DIED}, {"status": Status.ENDED}, {"is_unsafe": True}, {"removed_at": NOON}]


@pytest.mark.parametrize("change", SILENT, ids=str)
def test_about_who_is_gone_nothing_is_brought_up_any_more(user, change):
    a_relation(user, "Sanne")
    opa = a_relation(user, "Opa", rhythm_days=7)
    a_moment(opa, on=TODAY + timedelta(days=1), took_place=None)
    a_moment(opa, on=days_ago(1), took_place=None)
    Intention.objects.create(owner=user, tip="small-and-often", step="Opa bellen", relation=opa)
    HardMoment.objects.create(owner=user, weekday=6, hour=13, relation=opa)
    for name, value in change.items():
        setattr(opa, name, value)
    opa.save()
    page = page_of(user)
    assert (page.plans, page.meetings, page.people.proposals) == ([], [], [])
    assert "Opa" not in hard_moment_card(page)


def hard_moment_card(page):
    return render_to_string("relations/dashboard/hard_moment.html", {"hard": page.own.hard_moment, "page": page})


def test_from_help_first_on_the_hard_moment_has_a_line_first(user):
    HardMoment.objects.create(owner=user, weekday=6, hour=13, contact="Sanne een berichtje", away_from_screen="Bakken")
    assert "tel:" not in hard_moment_card(page_of(user))
    card = hard_moment_card(page_of(user, REST))
    assert card.index("tel:") < card.index("Sanne een berichtje") < card.index("Bakken")


@pytest.mark.parametrize("card", [Card.BALANCE, Card.YEAR])
def test_one_hidden_picture_leaves_the_other(user, card):
    a_moment(a_relation(user))
    OwnRegie.objects.create(owner=user, hidden_cards=[card.value])
    page = page_of(user)
    assert (card in page.own.shown, page.months != []) == (False, True)


def test_hidden_pictures_ask_nothing_of_the_database(user):
    a_moment(a_relation(user))
    OwnRegie.objects.create(owner=user, hidden_cards=[Card.BALANCE, Card.YEAR])
    assert page_of(user).months == []
