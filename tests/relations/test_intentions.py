"""Intentions: made from a tip, answered without blame, and off where tips are off."""

import re
import uuid

import pytest
from django.urls import reverse

from assessment.models import SafeguardState, State
from assessment.safeguard import Flag, Level
from regie.accounts.days import today_for
from regie.guide.library import library
from relations.forms.tip_helpers import HELPER_OF, RUNGS
from relations.kinds import Exchange, FeelingAfter, IntentionState, Kind
from relations.models import Intention
from tests.factories import a_moment, a_person, a_relation

pytestmark = pytest.mark.django_db

FRIENDS = "small-and-often"


def stand(user, level=Level.TIPS, *flags):
    """Keep a level and flags for ``user``."""
    SafeguardState.objects.update_or_create(owner=user, defaults={"content": State(level, frozenset(flags)).as_text()})


def add_url(tip=FRIENDS, **query):
    return reverse("relations:intention_add", args=[tip], query=query or None)


def add(me, tip=FRIENDS, **fields):
    return me.post(add_url(tip), {"key": uuid.uuid4(), "step": "Een foto sturen"} | fields)


def an_intention(owner, **fields):
    return Intention.objects.create(owner=owner, **({"tip": FRIENDS, "step": "Bellen"} | fields))


def answer(me, intention, **fields):
    return me.post(reverse("relations:intention_answer", args=[intention.pk]), fields)


def test_a_tip_becomes_an_intention(me, user):
    stand(user)
    sanne = a_relation(user)
    response = add(me, relation=sanne.pk, planned_on="2026-11-29", anchor="na de koffie")
    kept = Intention.objects.get()
    assert response.url == reverse("relations:intention", args=[kept.pk])
    assert (kept.owner, kept.tip, kept.step, kept.relation, str(kept.planned_on), kept.anchor) == (
        user,
        FRIENDS,
        "Een foto sturen",
        sanne,
        "2026-11-29",
        "na de koffie",
    )


def test_the_caution_stands_on_the_form(me, user):
    stand(user)
    assert library.tips[FRIENDS].caution.inline in me.get(add_url()).content.decode()


def test_sending_the_form_twice_makes_one_intention(me, user):
    stand(user, Level.TIPS_WITH_SAFETY_NET)
    key = uuid.uuid4()
    first, second = (add(me, key=key) for _ in range(2))
    assert (first.url, Intention.objects.count()) == (second.url, 1)


def test_an_empty_step_says_what_to_do_and_keeps_the_rest(me, user):
    stand(user)
    page = add(me, step=" ", anchor="na de koffie").content.decode()
    assert 'aria-invalid="true"' in page
    assert "na de koffie" in page


def test_a_strangers_relation_is_no_choice(me, user):
    stand(user)
    strange = a_relation(a_person("ander"))
    assert add(me, relation=strange.pk).status_code == 200
    assert me.get(add_url(relation=strange.pk)).status_code == 404
    assert me.get(add_url(after=an_intention(strange.owner).pk)).status_code == 404
    assert Intention.objects.filter(owner=user).count() == 0


@pytest.mark.parametrize("nonsense", ["x", "-1", "9" * 400, "1; drop"])
def test_nonsense_in_the_address_is_not_found(me, user, nonsense):
    stand(user)
    assert me.get(add_url(relation=nonsense)).status_code == 404


def test_an_unsafe_relation_is_no_choice(me, user):
    stand(user)
    bram = a_relation(user, "Bram", is_unsafe=True)
    assert me.get(add_url(relation=bram.pk)).status_code == 404
    assert me.get(reverse("relations:intention_for", args=[bram.pk])).status_code == 404


@pytest.mark.parametrize("tip", ["unknown", "attention-to-giving", "it-is-biology"])
def test_what_is_no_tip_to_do_is_not_found(me, user, tip):
    stand(user)
    assert me.get(add_url(tip)).status_code == 404


def test_start_small_of_the_circle_can_be_done(me, user):
    stand(user)
    add(me, "start-small")
    assert Intention.objects.get().tip == "start-small"


@pytest.mark.parametrize("level", [Level.HELP_FIRST, Level.TALK_TODAY, Level.HELP_NOW])
def test_from_help_first_on_nothing_can_be_planned(me, user, level):
    stand(user, level)
    title = str(library.tips[FRIENDS].title)
    assert title not in me.get(add_url()).content.decode()
    add(me)
    assert not Intention.objects.exists()


def test_unsafe_shows_no_intimate_tip_here(me, user):
    stand(user, Level.TIPS, Flag.UNSAFE)
    page = me.get(add_url("small-openings")).content.decode()
    assert str(library.tips["small-openings"].title) not in page
    mam = a_relation(user, "Mam", kind=Kind.INTIMATE)
    page = me.get(reverse("relations:intention_for", args=[mam.pk])).content.decode()
    assert str(library.tips["small-openings"].title) not in page


def test_where_nothing_is_known_three_questions_come_first(me, user):
    assert me.get(add_url()).url == reverse("assessment:three_questions", query={"next": add_url()})
    intimate = me.get(add_url("small-openings")).url
    assert intimate == reverse("assessment:three_questions", query={"next": add_url("small-openings"), "safety": 1})


def test_one_at_a_time_at_level_1_leads_to_the_open_one(me, user):
    stand(user, Level.TIPS_WITH_SAFETY_NET)
    kept = an_intention(user)
    assert reverse("relations:intention", args=[kept.pk]) in me.get(add_url()).content.decode()
    add(me)
    assert Intention.objects.get() == kept


def test_different_friends_waits_for_a_friend(me, user):
    stand(user)
    add(me, "different-friends")
    assert not Intention.objects.exists()
    a_relation(user)
    add(me, "different-friends")
    assert Intention.objects.exists()


def test_giving_tips_step_back_while_giving_costs_a_lot(me, user):
    stand(user)
    sanne = a_relation(user)
    for _ in range(2):
        a_moment(sanne, on=today_for(user), felt_after=FeelingAfter.HEAVIER, exchange=Exchange.GAVE)
    add(me, "offer-help")
    assert not Intention.objects.exists()


@pytest.mark.parametrize(
    ("sent", "state"),
    [("done", IntentionState.DONE), ("open", IntentionState.OPEN), ("let_go", IntentionState.LET_GO)],
)
def test_three_equal_answers(me, user, sent, state):
    stand(user)
    kept = an_intention(user)
    answer(me, kept, answer=sent)
    kept.refresh_from_db()
    assert kept.state == state
    assert (kept.answered_on is None) == (state == IntentionState.OPEN)


def test_not_yet_can_have_another_day(me, user):
    stand(user)
    kept = an_intention(user, planned_on="2026-11-22")
    answer(me, kept, answer="open", planned_on="2026-12-01")
    kept.refresh_from_db()
    assert str(kept.planned_on) == "2026-12-01"


def test_an_impossible_day_is_said_and_changes_nothing(me, user):
    stand(user)
    kept = an_intention(user)
    assert answer(me, kept, answer="open", planned_on="2026-02-31").status_code == 422
    kept.refresh_from_db()
    assert kept.planned_on is None


@pytest.mark.parametrize(
    ("felt", "choices"),
    [
        pytest.param("", ["heavier", "same", "lighter"], id="nothing-is-chosen-beforehand"),
        pytest.param("lighter", ["heavier", "same", "lighter", ""], id="it-can-be-taken-back"),
    ],
)
def test_a_feeling_is_asked_without_a_default(me, user, felt, choices):
    stand(user)
    kept = an_intention(user, state=IntentionState.DONE, felt_after=felt)
    asked = me.get(reverse("relations:intention", args=[kept.pk])).context["felt_form"]["felt_after"]
    assert [option.data["value"] for option in asked] == choices
    assert [option.data["value"] for option in asked if option.data["selected"]] == ([felt] if felt else [])


def test_afterwards_how_it_felt_and_what_next(me, user):
    stand(user)
    kept = an_intention(user, state=IntentionState.DONE)
    me.post(reverse("relations:intention_felt", args=[kept.pk]), {"felt_after": "lighter"})
    kept.refresh_from_db()
    assert kept.felt_after == FeelingAfter.LIGHTER
    page = me.get(add_url(after=kept.pk, same=1)).content.decode()
    assert "\nBellen</textarea>" in page
    me.post(add_url(after=kept.pk), {"key": uuid.uuid4(), "step": "Verder"})
    assert Intention.objects.latest("pk").follows == kept


def test_in_rest_the_words_stay_and_nothing_is_asked(me, user):
    kept = an_intention(user, words="Ik voel me alleen.")
    stand(user, Level.HELP_FIRST)
    page = me.get(reverse("relations:intention", args=[kept.pk])).content.decode()
    assert "Ik voel me alleen." in page
    assert 'name="answer"' not in page


@pytest.mark.parametrize("name", ["intention", "intention_answer", "intention_felt"])
def test_an_intention_of_another_does_not_exist(me, user, name):
    kept = an_intention(a_person("ander"))
    url = reverse(f"relations:{name}", args=[kept.pk])
    method = me.get if name == "intention" else me.post
    assert method(url, {"answer": "done"}).status_code == 404


def test_who_was_removed_is_no_longer_named_beside_a_plan(me, user):
    sanne = a_relation(user)
    kept = an_intention(user, relation=sanne)
    pages = [reverse("relations:intention_list"), reverse("relations:intention", args=[kept.pk])]
    assert ["Sanne" in me.get(page).content.decode() for page in pages] == [True, True]
    me.post(reverse("relations:remove", args=[sanne.pk]))
    assert ["Sanne" in me.get(page).content.decode() for page in pages] == [False, False]


def test_the_list_leaves_nothing_out(me, user):
    Intention.objects.bulk_create(Intention(owner=user, step=f"Stap {number}.") for number in range(201))
    page = me.get(reverse("relations:intention_list")).content.decode()
    assert "Stap 0." in page
    assert "Stap 200." in page


def test_the_list_holds_my_own_only(me, user):
    an_intention(user, step="Van mij")
    an_intention(a_person("ander"), step="Van een ander")
    page = me.get(reverse("relations:intention_list")).content.decode()
    assert ("Van mij" in page, "Van een ander" in page) == (True, False)


def test_every_helper_belongs_to_a_tip():
    assert set(HELPER_OF) <= set(library.tips)


def test_the_sentence_is_built_without_keeping_anything(me, user):
    stand(user)
    fields = {"helper-who": "Sanne", "helper-feeling": "alleen", "helper-wish": "samen eten", "helper-when": "vrijdag"}
    page = add(me, "say-what-you-need", build=1, **fields).content.decode()
    assert "Ik voel me alleen. Ik zou graag samen eten." in page
    assert not Intention.objects.exists()


def test_the_sentence_stays_with_the_intention(me, user):
    stand(user)
    add(me, "say-what-you-need", **{"helper-feeling": "moe"})
    assert Intention.objects.get().words == "Ik voel me moe."


def test_a_full_stop_behind_a_part_does_not_end_the_sentence_twice(me, user):
    stand(user)
    add(me, "say-what-you-need", **{"helper-feeling": "moe.", "helper-wish": "samen eten!", "helper-when": "vrijdag?"})
    assert Intention.objects.get().words == "Ik voel me moe. Ik zou graag samen eten. Komt het je vrijdag uit?"


def test_percent_signs_in_what_a_person_says_stay_as_they_are(me, user):
    stand(user)
    add(me, "say-what-you-need", **{"helper-feeling": "100%(s) moe"})
    assert Intention.objects.get().words == "Ik voel me 100%(s) moe."


def test_the_ladder_gives_its_rung_and_the_names_their_lines(me, user):
    stand(user)
    add(me, "small-openings", **{"helper-rung": "doubt"})
    add(me, "small-social-skills", **{"helper-names": "Ahmed\nde man van de kaas"})
    assert [kept.words for kept in Intention.objects.order_by("pk")] == [
        str(RUNGS["doubt"]),
        "Ahmed\nde man van de kaas",
    ]


def test_values_become_a_list(me, user):
    stand(user)
    add(me, "shared-values", **{"helper-values": ["humour", "nature"], "helper-other": "vogels"})
    assert Intention.objects.get().words == "humor, natuur, vogels"


def test_values_are_there_the_next_time(me, user):
    stand(user)
    add(me, "shared-values", **{"helper-values": ["nature"], "helper-other": "vogels"})
    page = me.get(add_url("shared-values")).content.decode()
    assert re.search(r'value="nature"[^>]* checked', page)
    assert 'value="vogels"' in page


@pytest.mark.parametrize("own", [pytest.param("Mam bellen", id="own-words"), pytest.param("", id="the-tips-words")])
def test_with_unsafe_the_step_of_an_intimate_tip_is_shown_only_in_ones_own_words(me, user, own):
    step = str(library.tips["small-openings"].step)
    kept = an_intention(user, tip="small-openings", step=own or step, words=str(RUNGS["doubt"]))
    stand(user, Level.TALK_TODAY, Flag.UNSAFE)
    pages = [
        me.get(reverse("relations:intention", args=[kept.pk])).content.decode(),
        me.get(reverse("relations:intention_list")).content.decode(),
    ]
    assert all(own in page for page in pages)
    assert not any(step in page or str(RUNGS["doubt"]) in page for page in pages)


@pytest.mark.parametrize("tip", ["", "a-tip-of-long-ago"])
@pytest.mark.parametrize("state", IntentionState)
def test_a_plan_without_a_tip_that_the_guide_holds_is_shown_and_leads_to_none(me, user, tip, state):
    stand(user)
    page = me.get(reverse("relations:intention", args=[an_intention(user, tip=tip, state=state).pk])).content.decode()
    assert "Bellen" in page
    assert add_url("x").removesuffix("x/") not in page
