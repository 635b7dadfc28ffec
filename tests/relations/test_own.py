"""A person's own course: lines, wish, cards, hard moment. Theirs alone."""

from datetime import timedelta

import pytest
from django.urls import reverse

from assessment.models import SafeguardState, State
from assessment.safeguard import Flag, Level
from regie.accounts.days import today_for
from relations.forms.own import CardsForm, HardMomentForm, RegieForm
from relations.models import HardMoment, OwnRegie, Relation
from tests.factories import a_person, a_relation

pytestmark = pytest.mark.django_db


def url(name):
    return reverse(f"relations:{name}")


def shown(me):
    return me.get(url("dashboard")).content.decode()


def test_three_lines_stand_on_the_page(me, user):
    a_relation(user)
    me.post(url("regie"), {"where_open": "Bij mam.", "what_kept_up": "Eén vriend zien.", "how_time": ""})
    own = OwnRegie.objects.get()
    assert (own.owner, own.where_open, own.what_kept_up, own.how_time) == (user, "Bij mam.", "Eén vriend zien.", "")
    assert "Bij mam." in shown(me)


def test_changing_the_lines_leaves_the_rest(me, user):
    OwnRegie.objects.create(owner=user, wish_intimate=1, wish_friendship=1, wish_community=1, hidden_cards=["year"])
    me.post(url("regie"), {"where_open": "Bij mam."})
    own = OwnRegie.objects.get()
    assert (own.wish_intimate, own.hidden_cards, own.where_open) == (1, ["year"], "Bij mam.")


def test_two_forms_at_the_same_moment_keep_one_plan(user):
    sent = {"weekday": 6, "hour": 15, "contact": "Bellen"}
    forms = [HardMomentForm(sent, instance=HardMoment(owner=user), relations=Relation.objects.none()) for _ in range(2)]
    for form in forms:
        assert form.is_valid()
        form.keep(user)
    assert HardMoment.objects.get().contact == "Bellen"


def test_two_pages_at_the_same_moment_each_keep_their_own_part(user):
    lines = RegieForm({"where_open": "Bij mam."}, instance=OwnRegie(owner=user))
    cards = CardsForm({"shown": ["kring"]})
    assert lines.is_valid()
    assert cards.is_valid()
    cards.keep(user)
    lines.keep(user)
    own = OwnRegie.objects.get()
    assert (own.where_open, "year" in own.hidden_cards, "kring" in own.hidden_cards) == ("Bij mam.", True, False)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        pytest.param({"intimate": 3, "friendship": 1, "community": 0}, (3, 1, 0), id="a-wish"),
        pytest.param({"intimate": 2}, (2, 0, 0), id="open-is-none"),
        pytest.param({"intimate": 0, "friendship": 0, "community": 0}, (None, None, None), id="nothing-is-no-wish"),
        pytest.param({}, (None, None, None), id="empty"),
    ],
)
def test_a_wish_is_kept_in_weights(me, user, sent, kept):
    me.post(url("wish"), sent)
    own = OwnRegie.objects.get()
    assert (own.wish_intimate, own.wish_friendship, own.wish_community) == kept


def test_an_unknown_weight_is_said_and_changes_nothing(me, user):
    assert me.post(url("wish"), {"intimate": 99}).status_code == 200
    assert not OwnRegie.objects.exists()


def test_a_hidden_card_is_gone_and_the_list_stays(me, user):
    a_relation(user, "Sanne")
    assert "<table" in shown(me)
    me.post(url("cards"), {"shown": ["plans"]})
    page = shown(me)
    assert ("<table" in page, 'class="kring"' in page, "Sanne" in page) == (False, False, True)
    me.post(url("cards"), {"shown": ["kring", "year"]})
    assert "<table" in shown(me)


@pytest.mark.parametrize(
    ("card", "field"), [("reward", "reward_card_away_until"), ("giving", "giving_card_away_until")]
)
def test_a_card_can_be_put_away_for_four_weeks(me, user, card, field):
    for _ in range(2):
        me.post(url("put_away"), {"card": card})
    assert getattr(OwnRegie.objects.get(), field) == today_for(user) + timedelta(weeks=4)


def test_putting_away_what_is_no_card_changes_nothing(me, user):
    me.post(url("put_away"), {"card": "owner"})
    assert not OwnRegie.objects.exists()
    assert me.get(url("put_away")).status_code == 405


PLAN = {"weekday": 6, "hour": 15, "contact": "Sanne een berichtje", "away_from_screen": "Een blokje om"}


def test_the_hard_moment_is_kept_changed_and_taken_away(me, user):
    me.post(url("hard_moment"), PLAN)
    me.post(url("hard_moment"), PLAN | {"hour": 16})
    kept = HardMoment.objects.get()
    assert (kept.owner, kept.weekday, kept.hour, kept.contact) == (user, 6, 16, "Sanne een berichtje")
    me.post(url("hard_moment"), {"remove": 1})
    assert not HardMoment.objects.exists()


@pytest.mark.parametrize("wrong", [{"hour": 24}, {"weekday": 7}, {"hour": ""}, {"relation": 999}])
def test_a_time_that_does_not_exist_is_said(me, user, wrong):
    page = me.post(url("hard_moment"), PLAN | wrong).content.decode()
    assert "error-summary" in page
    assert not HardMoment.objects.exists()


@pytest.mark.parametrize(("level", "is_named"), [(Level.HELP_FIRST, False), (Level.TALK_TODAY, True)])
def test_who_should_talk_today_finds_the_line_of_the_other_country_too(me, user, level, is_named):
    SafeguardState.objects.create(owner=user, content=State(level, frozenset({Flag.SUICIDALITY})).as_text())
    assert ("Ben je in België? Dan bel je" in me.get(url("hard_moment")).content.decode()) is is_named


def test_a_strangers_relation_is_no_choice(me, user):
    strange = a_relation(a_person("ander"))
    me.post(url("hard_moment"), PLAN | {"relation": strange.pk})
    assert not HardMoment.objects.exists()


@pytest.mark.parametrize(
    ("level", "has_line"), [pytest.param(Level.TIPS, False, id="tips"), pytest.param(Level.HELP_FIRST, True, id="help")]
)
def test_from_help_first_on_a_help_line_stands_before_the_plan(me, user, level, has_line):
    SafeguardState.objects.create(owner=user, content=State(level).as_text())
    page = me.get(url("hard_moment")).content.decode()
    before_form = page[: page.index("<form")]
    assert ('href="tel:' in before_form[before_form.index("<main") :]) is has_line


def test_what_is_mine_is_not_anothers(me, user, client):
    OwnRegie.objects.create(owner=a_person("ander"), where_open="Van een ander")
    HardMoment.objects.create(owner=a_person("nog een"), weekday=1, hour=3, contact="Van een ander")
    pages = [me.get(url(name)).content.decode() for name in ("regie", "wish", "cards", "hard_moment", "dashboard")]
    assert not any("Van een ander" in page for page in pages)
