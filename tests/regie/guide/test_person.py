"""What someone who has signed in is shown: a friend of their own, and giving that costs too much."""

from datetime import timedelta

import pytest
from django.urls import reverse

from assessment.models import SafeguardState
from regie.accounts.days import today_for
from regie.guide.library import tips_of
from relations.kinds import Exchange, FeelingAfter, Kind
from tests.factories import a_moment, a_relation

pytestmark = pytest.mark.django_db


def page(client, name):
    return client.get(reverse(f"guide:{name}")).content.decode()


@pytest.fixture
def signed_in(client, user):
    client.force_login(user)
    return client


def act_on(tip):
    return f'href="{reverse("relations:intention_add", args=[tip])}"'


def test_different_friends_is_offered_from_one_friend_on(signed_in, user):
    before = page(signed_in, "friendship")
    a_relation(user, kind=Kind.INTIMATE)
    still = page(signed_in, "friendship")
    a_relation(user, kind=Kind.FRIENDSHIP)
    after = page(signed_in, "friendship")

    assert [act_on("different-friends") in text for text in (before, still, after)] == [False, False, True]
    assert act_on("small-and-often") in before


def test_the_friend_of_someone_else_does_not_count(signed_in, django_user_model):
    a_relation(django_user_model.objects.create_user("ander", password="een goed wachtwoord"))

    assert act_on("different-friends") not in page(signed_in, "friendship")


def test_a_visitor_is_offered_the_tips_but_not_that_one(client):
    text = page(client, "friendship")

    assert act_on("small-and-often") in text
    assert act_on("different-friends") not in text


def test_while_giving_costs_a_lot_giving_tips_step_back(signed_in, user):
    friend, today = a_relation(user), today_for(user)
    open_before = "tip-offer-help" in page(signed_in, "community")
    for days in (1, 3):
        a_moment(friend, on=today - timedelta(days=days), exchange=Exchange.GAVE, felt_after=FeelingAfter.HEAVIER)

    assert open_before
    assert "tip-offer-help" not in page(signed_in, "community")
    assert "tip--caution_only" in page(signed_in, "circle")
    assert "Bied hulp aan" not in signed_in.get(reverse("guide:search"), {"q": "hulp aanbieden"}).content.decode()


@pytest.mark.parametrize("name", ["friendship", "community", "circle", "sources"])
def test_a_guide_page_costs_the_same_few_queries_at_two_sizes(signed_in, user, name, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        page(signed_in, name)
    for _ in range(20):
        a_moment(a_relation(user), on=today_for(user), felt_after=FeelingAfter.SAME)
    with django_assert_max_num_queries(6):
        page(signed_in, name)


@pytest.mark.parametrize("name", ["intimate", "community", "circle", "search"])
def test_when_the_standing_cannot_be_found_the_page_protects_and_says_nothing_about_the_person(signed_in, user, name):
    SafeguardState.objects.create(owner=user, content="what nobody can read")
    response = signed_in.get(reverse(f"guide:{name}"), {"q": "ruzie"})
    text = response.content.decode()

    assert response.status_code == 200
    assert "tip--open" not in text
    assert "tip-offer-help" not in text
    assert [tip.id for tip in tips_of("intimate") if tip.title.nl in text] == []
    assert "Deze bladzijde volgt wat nu past" not in text
    assert ('class="help-card"' in text) == (name != "search")
