"""My circle as it is seen: help first where it must be, names folded where someone may look along."""

import re
import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from assessment.models import HelpStep, SafeguardState, State
from assessment.safeguard import Flag, Level
from regie.accounts.days import today_for
from regie.guide.library import library
from regie.help.library import lines_for
from regie.help.records import Country, Slot
from relations.kinds import Exchange, FeelingAfter, Kind
from relations.models import Intention, OwnRegie
from tests.factories import a_moment, a_relation

pytestmark = pytest.mark.django_db

LEVELS_OF_REST = [Level.HELP_FIRST, Level.TALK_TODAY, Level.HELP_NOW]


def stand(user, level, *flags, **days):
    SafeguardState.objects.create(owner=user, content=State(level, frozenset(flags), **days).as_text())


def shown(me, **query):
    return me.get(reverse("relations:dashboard"), query).content.decode()


def a_life(user):
    """A circle with everything that could be offered."""
    sanne = a_relation(user, "Sanne", rhythm_days=7)
    a_moment(sanne, on=today_for(user) - timedelta(days=20))
    Intention.objects.create(owner=user, tip="small-and-often", step="Sanne bellen", relation=sanne)
    OwnRegie.objects.create(owner=user, where_open="Met Sanne praat ik over alles.")
    return sanne


def test_at_level_0_everything_is_there(me, user):
    stand(user, Level.TIPS)
    a_life(user)
    page = shown(me)
    assert [
        words in page for words in ("Een goed moment voor", "Sanne bellen", "Twaalf maanden", "Hoe het verdeeld is")
    ] == [True] * 4


@pytest.mark.parametrize("level", LEVELS_OF_REST)
def test_in_rest_nothing_is_offered_counted_or_dated(me, user, level):
    stand(user, level)
    a_life(user)
    page = shown(me, show=1)
    for words in ("Een goed moment voor", "Sanne bellen", "Twaalf maanden", "Hoe het verdeeld is", "Niet nu", "<table"):
        assert words not in page
    assert "Sanne" in page
    assert not re.search(r'class="meta">[^<]*(maandag|november|gisteren|nog niets)', page[page.index("Iedereen") :])


@pytest.mark.parametrize("level", LEVELS_OF_REST)
def test_in_rest_ones_own_words_are_in_reach(me, user, level):
    stand(user, level)
    a_life(user)
    page = shown(me, show=1)
    names = ("timeline", "moment_add", "list", "intention_list", "readings_list", "hard_moment", "regie")
    assert all(reverse(f"relations:{name}") in page for name in names)
    assert "Met Sanne praat ik over alles." in page


@pytest.mark.parametrize(
    ("level", "flags", "slot"),
    [
        (Level.HELP_FIRST, [], Slot.LISTEN),
        (Level.TALK_TODAY, [Flag.SUICIDALITY], Slot.SUICIDE),
        (Level.TALK_TODAY, [Flag.UNSAFE], Slot.VIOLENCE),
        (Level.HELP_NOW, [Flag.SUICIDALITY], Slot.SUICIDE),
    ],
)
def test_the_first_number_is_the_one_that_fits(me, user, level, flags, slot):
    stand(user, level, *flags)
    page = shown(me)
    first = re.search(r'href="tel:(\d+)"', page[page.index("<main") :]).group(1)
    assert first == lines_for(slot, Country.NL)[0].tel


def test_at_level_4_the_phone_links_come_first_after_the_way_out(me, user):
    stand(user, Level.HELP_NOW, Flag.SUICIDALITY)
    a_life(user)
    page = shown(me)
    skip, way_out, *others = re.findall(r'<a\b[^>]*href="([^"]*)"', page)
    assert (skip, way_out) == ("#main", reverse("quick_exit"))
    assert [link.partition(":")[0] for link in others[:2]] == ["tel", "tel"]
    assert "<button" not in page[: page.index("tel:")]
    assert "Sanne" not in page


@pytest.mark.parametrize("level", [Level.TIPS, Level.TALK_TODAY])
def test_with_unsafe_every_name_is_folded(me, user, level):
    stand(user, level, Flag.UNSAFE)
    a_life(user)
    page = shown(me)
    assert "<details" in page
    assert "<details open" not in page
    outside = page[: page.index("<details")] + page[page.rindex("</details>") :]
    assert "Sanne" not in outside


def test_with_unsafe_what_was_noted_has_no_name(me, user):
    stand(user, Level.TALK_TODAY, Flag.UNSAFE)
    moment = a_moment(a_life(user), on=today_for(user))
    page = shown(me, genoteerd=moment.pk)
    assert reverse("relations:moment_remove", args=[moment.pk]) in page
    assert "Sanne" not in page[: page.index("<details")]


@pytest.mark.parametrize("level", [Level.TIPS, *LEVELS_OF_REST])
def test_what_was_noted_can_be_undone_at_every_level(me, user, level):
    stand(user, level)
    moment = a_moment(a_relation(user), on=today_for(user))
    assert reverse("relations:moment_remove", args=[moment.pk]) in shown(me, genoteerd=moment.pk)


def test_ones_own_help_step_stands_on_top_in_rest_and_among_the_plans_before(me, user):
    a_relation(user)
    today = today_for(user)
    HelpStep.objects.create(owner=user, way=HelpStep.Way.GP, country="nl", planned_on=today, key=uuid.uuid4())
    assert reverse("assessment:my_step") in shown(me)
    stand(user, Level.HELP_FIRST)
    page = shown(me)
    assert page.index(reverse("assessment:my_step")) < page.index("tel:" + lines_for(Slot.LISTEN, Country.NL)[0].tel)


@pytest.mark.parametrize(("days", "is_asked"), [(6, False), (7, True)])
@pytest.mark.parametrize("level", [Level.TIPS, Level.HELP_FIRST])
def test_after_a_week_the_dashboard_asks_about_the_step(me, user, level, days, is_asked):
    stand(user, level)
    a_relation(user)
    planned_on = today_for(user) - timedelta(days=days)
    HelpStep.objects.create(owner=user, way=HelpStep.Way.GP, country="nl", planned_on=planned_on, key=uuid.uuid4())
    assert ("Is het gelukt?" in shown(me)) is is_asked


@pytest.mark.parametrize(
    ("days", "stays"), [pytest.param(0, True, id="the-last-day"), pytest.param(-1, False, id="a-day-later")]
)
def test_after_a_heavier_time_help_stays_four_weeks(me, user, days, stays):
    stand(user, Level.TIPS, help_until_on=today_for(user) + timedelta(days=days))
    a_relation(user)
    assert ("Hulp blijft dichtbij" in shown(me)) is stays


def test_an_empty_circle_begins_with_one_person_and_the_form_works(me, user):
    page = shown(me)
    assert ("Begin met één mens" in page, "kring--empty" in page) == (True, True)
    key = re.search(r'name="key" value="([^"]+)"', page).group(1)
    me.post(reverse("relations:add"), {"key": key, "name": "Mam", "kind": Kind.INTIMATE})
    assert "Mam" in shown(me)


def test_the_reward_watch_offers_help_and_never_more_contact(me, user):
    stand(user, Level.TIPS)
    sanne = a_relation(user)
    for days in range(5):
        a_moment(sanne, on=today_for(user) - timedelta(days=days), felt_after=FeelingAfter.SAME)
    page = shown(me)
    card = page[page.index("Contact geeft je nu weinig") : page.index('class="dashboard"')]
    assert reverse("assessment:start") in card
    assert "tel:" in card
    assert reverse("relations:moment_add") not in card
    me.post(reverse("relations:put_away"), {"card": "reward"})
    assert "Contact geeft je nu weinig" not in shown(me)


def test_the_give_trap_shows_the_articles_own_caution(me, user):
    stand(user, Level.TIPS)
    sanne = a_relation(user)
    for _ in range(2):
        a_moment(sanne, on=today_for(user), felt_after=FeelingAfter.HEAVIER, exchange=Exchange.GAVE)
    page = shown(me)
    assert "Geven kost je nu veel" in page
    assert library.steps["attention-to-giving"].caution.inline in page


def test_a_giving_plan_carries_its_caution_in_the_same_card(me, user):
    stand(user, Level.TIPS)
    a_relation(user)
    Intention.objects.create(owner=user, tip="offer-help", step="Een pakje aannemen")
    page = shown(me)
    card = page[page.index("Een pakje aannemen") :]
    assert library.tips["offer-help"].caution.inline in card[: card.index("</form>")]


def test_where_nothing_is_known_three_questions_are_offered_first(me, user):
    a_life(user)
    page = shown(me)
    assert reverse("assessment:three_questions") in page
    assert "Sanne bellen" not in page


def test_without_consent_the_circle_is_not_offered(client, user):
    client.force_login(user)
    assert client.get(reverse("relations:dashboard")).url.startswith(reverse("accounts:consent_notes"))


def test_a_name_does_nothing_on_the_page(me, user):
    stand(user, Level.TIPS)
    a_relation(user, "<img src=x>", rhythm_days=7)
    assert "<img" not in shown(me)


def test_above_forty_the_list_folds_per_kind_and_has_a_search_field(me, user):
    stand(user, Level.TIPS)
    for i in range(40):
        a_relation(user, f"Naam {i}")
    assert 'role="search"' not in shown(me)
    a_relation(user, "Nog een")
    page = shown(me)
    assert ('role="search"' in page, page.count('class="person__name"')) == (True, 41)


def test_when_the_standing_cannot_be_found_the_page_protects_and_stays_up(me, user):
    a_life(user)
    SafeguardState.objects.create(owner=user, content="onleesbaar")
    page = shown(me)
    assert page.index("Eerst hulp") < page.index("<details")
    assert ("Een goed moment voor" in page, "Je vertelde" in page) == (False, False)
