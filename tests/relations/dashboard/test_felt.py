"""What the person recorded about how contact felt, and the cards that step in."""

from datetime import timedelta

import pytest

from relations.kinds import Exchange, FeelingAfter
from relations.models import ContactMoment, Intention, OwnRegie
from tests.factories import TODAY, a_moment, a_relation
from tests.relations.dashboard.pages import NOON, days_ago, page_of

pytestmark = pytest.mark.django_db


def heavy_gift(relation, days):
    return a_moment(relation, on=days_ago(days), felt_after=FeelingAfter.HEAVIER, exchange=Exchange.GAVE)


@pytest.mark.parametrize("others", [0, 20], ids=["alone", "before-many-others"])
@pytest.mark.parametrize(
    ("days", "holds"),
    [
        pytest.param((0, 28), True, id="day-28-counts"),
        pytest.param((0, 29), False, id="day-29-does-not"),
        pytest.param((27, 28), True, id="long-before"),
        pytest.param((-1, 28), False, id="tomorrow-does-not"),
    ],
)
def test_the_give_trap_card_and_the_giving_tips(user, days, holds, others):
    relation = a_relation(user)
    for each in days:
        heavy_gift(relation, each)
    for each in range(others):
        a_moment(relation, on=days_ago(each), felt_after=FeelingAfter.LIGHTER, exchange=Exchange.BOTH)
    Intention.objects.create(owner=user, tip="offer-help", step="Helpen")
    page = page_of(user)
    assert (page.asks_giving, page.plans == []) == (holds, holds)


def test_the_give_trap_holds_while_its_card_is_put_away(user):
    relation = a_relation(user)
    heavy_gift(relation, 1)
    heavy_gift(relation, 2)
    OwnRegie.objects.create(owner=user, giving_card_away_until=TODAY + timedelta(days=1))
    Intention.objects.create(owner=user, tip="offer-help", step="Helpen")
    page = page_of(user)
    assert (page.asks_giving, page.plans) == (False, [])


@pytest.mark.parametrize(
    ("feelings", "asks"),
    [
        pytest.param(["heavier", "same", "heavier", "same", "lighter"], True, id="four-of-five"),
        pytest.param(["heavier", "same", "heavier", "lighter", "lighter"], False, id="three-of-five"),
        pytest.param(["heavier", "", "same", "", "heavier", "same"], True, id="without-a-feeling-does-not-count"),
        pytest.param(["same", "same", "same"], False, id="too-few"),
    ],
)
def test_the_reward_watch_counts_recorded_feelings_only(user, feelings, asks):
    relation = a_relation(user)
    for days, feeling in enumerate(feelings):
        a_moment(relation, on=days_ago(days), felt_after=feeling)
    assert page_of(user).asks_reward is asks


def test_the_latest_feelings_count_however_many_came_before(user):
    relation = a_relation(user)
    for days in range(40):
        feeling = FeelingAfter.SAME if days < 4 else FeelingAfter.LIGHTER
        a_moment(relation, on=days_ago(300 + days), felt_after=feeling)
    assert page_of(user).asks_reward
    a_moment(relation, on=days_ago(299), felt_after=FeelingAfter.LIGHTER)
    assert page_of(user).asks_reward
    a_moment(relation, on=days_ago(299), felt_after=FeelingAfter.LIGHTER)
    assert not page_of(user).asks_reward


def test_a_removed_moment_says_nothing_any_more(user):
    relation = a_relation(user)
    for days in range(4):
        a_moment(relation, on=days_ago(days), felt_after=FeelingAfter.HEAVIER, exchange=Exchange.GAVE)
    assert (page_of(user).asks_reward, page_of(user).asks_giving) == (True, True)
    ContactMoment.objects.filter(happened_on__lt=TODAY).update(removed_at=NOON)
    assert (page_of(user).asks_reward, page_of(user).asks_giving) == (False, False)


def test_a_card_that_was_put_away_comes_back_on_its_day(user):
    relation = a_relation(user)
    for days in range(5):
        a_moment(relation, on=days_ago(days), felt_after=FeelingAfter.SAME)
    own = OwnRegie.objects.create(owner=user, reward_card_away_until=TODAY + timedelta(days=1))
    assert not page_of(user).asks_reward
    own.reward_card_away_until = TODAY
    own.save()
    assert page_of(user).asks_reward
