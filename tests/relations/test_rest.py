"""Rest over the pages of the circle: help near, nothing proposed, asked or counted; nobody is locked out."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from assessment.models import SafeguardState, State
from assessment.safeguard import Flag, Level
from regie.accounts import consent
from regie.accounts.days import today_for
from relations.models import ContactMoment, Intention
from tests.factories import a_moment, a_relation
from tests.walks.world import set_standing

pytestmark = pytest.mark.django_db


@pytest.fixture
def circle(user, me):
    """A friend with a rhythm, contact of long ago that felt heavier, and a plan that is past."""
    today = today_for(user)
    sanne = a_relation(user, rhythm_days=7, note="Lief.")
    moment = a_moment(sanne, on=today - timedelta(days=90), felt_after="heavier", note="Kort.")
    plan = a_moment(sanne, on=today - timedelta(days=1), took_place=None)
    return sanne, moment, plan


def text(me, name, *args, **query):
    return me.get(reverse(f"relations:{name}", args=args), query).content.decode()


def test_before_rest_the_pages_propose_and_ask(me, user, circle):
    set_standing(user, Level.TIPS, ())
    sanne, _, plan = circle
    page = text(me, "detail", sanne.pk)
    for words in ("Misschien leuk om weer eens te spreken.", "elke week", "Woorden om mee te beginnen"):
        assert words in page
    assert "Ging het door?" in text(me, "moment", plan.pk)
    assert "1 moment gevonden." in text(me, "timeline", q="kort")


@pytest.mark.parametrize("level", [Level.HELP_FIRST, Level.TALK_TODAY, Level.HELP_NOW])
def test_at_rest_nothing_is_proposed_asked_or_counted(me, user, circle, level):
    set_standing(user, level, ())
    sanne, _, plan = circle
    page = text(me, "detail", sanne.pk)
    for words in ("Misschien leuk", "elke week", "Woorden om mee te beginnen", "Jullie belden", "Plan een kleine stap"):
        assert words not in page
    assert "Ging het door?" not in text(me, "moment", plan.pk)
    assert "1 moment gevonden." not in text(me, "timeline", q="kort")


@pytest.mark.parametrize("level", [Level.HELP_FIRST, Level.TALK_TODAY, Level.HELP_NOW])
def test_at_rest_help_is_near_and_everything_of_ones_own_stays(me, user, circle, level):
    set_standing(user, level, ())
    sanne, moment, _ = circle
    for page in (
        text(me, "detail", sanne.pk),
        text(me, "list"),
        text(me, "quiet"),
        text(me, "timeline"),
        text(me, "moment", moment.pk),
    ):
        assert "Eerst hulp" in page
        assert 'class="quick-exit"' in page
    assert "Lief." in text(me, "detail", sanne.pk)
    assert "Kort." in text(me, "moment", moment.pk)


def test_at_rest_what_is_logged_is_confirmed(me, user, circle):
    set_standing(user, Level.HELP_FIRST, ())
    sent = {"who": circle[0].pk, "manner": "met"}
    answer = me.post(reverse("relations:moment_add"), sent, follow=True)
    assert "Bewaard" in answer.content.decode()
    assert ContactMoment.objects.of(user).count() == 3


@pytest.mark.parametrize("level", [Level.HELP_FIRST, Level.TALK_TODAY])
def test_a_help_card_puts_no_words_in_a_mouth_that_said_nothing(me, user, level):
    """What is kept does not tell which answer led there: it may have been silence."""
    set_standing(user, level, set(Flag) if level == Level.TALK_TODAY else ())
    for page in (text(me, "dashboard"), text(me, "hard_moment")):
        assert "Ik denk aan zelfdoding" not in page
        assert "Ik voel me niet veilig bij iemand" not in page
    assert "Ik weet niet hoe ik moet beginnen." in text(me, "dashboard")


def test_after_a_heavier_time_the_card_says_nothing_about_it(me, user):
    until = today_for(user) + timedelta(days=9)
    SafeguardState.objects.create(owner=user, content=State(Level.TIPS, help_until_on=until).as_text())
    page = text(me, "dashboard")
    assert "Hulp blijft dichtbij" in page
    assert "Ik denk aan zelfdoding" not in page


def test_with_the_flag_names_stay_folded(me, user, circle):
    set_standing(user, Level.TALK_TODAY, {Flag.UNSAFE})
    a_relation(user, "Sanne", removed_at=timezone.now())
    for name in ("list", "timeline", "moment_add", "quiet"):
        before, _, after = text(me, name).partition("<details")
        assert "Sanne" not in before.partition("<main")[2]
        assert "Sanne" in after


def test_with_the_flag_the_list_of_plans_names_nobody(me, user, circle):
    kept = Intention.objects.create(owner=user, tip="small-and-often", step="Bellen", relation=circle[0])
    set_standing(user, Level.TALK_TODAY, {Flag.UNSAFE})
    assert "Sanne" not in text(me, "intention_list")
    assert "Sanne" in text(me, "intention", kept.pk)


def test_at_rest_an_empty_page_asks_for_nothing(me, user):
    suggestions = {"list": "Begin met één", "intention_list": "Een voornemen begint bij een tip"}
    for level, is_there in ((Level.TIPS, True), (Level.HELP_FIRST, False)):
        set_standing(user, level, ())
        assert [words in text(me, name) for name, words in suggestions.items()] == [is_there, is_there]


def test_with_the_flag_no_second_look_is_offered(me, user, circle):
    consent.give(user, consent.Scope.OUTCOMES)
    set_standing(user, Level.TALK_TODAY, {Flag.UNSAFE})
    sanne, moment, _ = circle
    for page in (text(me, "detail", sanne.pk), text(me, "moment", moment.pk), text(me, "timeline")):
        assert "Kijk er nog eens naar" not in page


def test_a_moment_with_someone_unsafe_offers_no_second_look(me, user):
    moment = a_moment(a_relation(user, is_unsafe=True), felt_after="heavier")
    assert "Kijk er nog eens naar" not in text(me, "moment", moment.pk)


def test_where_nothing_is_known_nothing_is_proposed(me, user, circle):
    page = text(me, "detail", circle[0].pk)
    assert "Misschien leuk" not in page
    assert "Woorden om mee te beginnen" not in page
    assert "elke week" in page  # a rhythm that the person set is theirs
