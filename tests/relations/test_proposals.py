"""Good moments for a person: only where their standing allows them, with words."""

from datetime import timedelta

import pytest

from assessment.openness import PROTECTIVE, Standing
from assessment.safeguard import Flag, Level
from relations import services
from relations.kinds import Kind, Manner, Status
from relations.models import Pause, Relation
from relations.proposals import proposals
from tests.factories import TODAY, a_moment, a_relation

pytestmark = pytest.mark.django_db
FREE = Standing(level=Level.TIPS)


def proposed(user, standing=FREE):
    relations = Relation.objects.of(user).in_circle().with_last_contact(TODAY).with_last_no_answer(TODAY)
    return [p.relation.name for p in proposals(relations, list(Pause.objects.filter(owner=user)), standing, TODAY)]


def test_a_relation_with_a_rhythm_is_proposed_with_its_reason_and_an_idea(user):
    a_moment(a_relation(user, rhythm_days=14), on=TODAY - timedelta(days=20))
    relations = Relation.objects.of(user).with_last_contact(TODAY).with_last_no_answer(TODAY)
    [proposal] = proposals(relations, [], FREE, TODAY)
    assert proposal.relation.name == "Sanne"
    assert proposal.reason == "Jullie spreken elkaar graag om de twee weken."
    assert proposal.idea.endswith(".")


def test_without_a_rhythm_nobody_is_proposed(user):
    a_relation(user)
    assert proposed(user) == []


@pytest.mark.parametrize(
    "standing",
    [
        Standing(),
        PROTECTIVE,
        Standing(level=Level.HELP_FIRST),
        Standing(level=Level.HELP_NOW),
        Standing(passed_questions=True, flags=frozenset({Flag.UNSAFE})),
    ],
    ids=["nothing known", "failed", "help first", "help now", "unsafe"],
)
def test_nobody_is_proposed_unless_it_fits(user, standing):
    a_relation(user, rhythm_days=7)
    assert proposed(user, standing) == []


def test_after_the_three_questions_close_ones_wait_for_the_fourth(user):
    a_relation(user, "Mam", kind=Kind.INTIMATE, rhythm_days=7)
    a_relation(user, rhythm_days=7)
    assert proposed(user, Standing(passed_questions=True)) == ["Sanne"]
    assert proposed(user, Standing(passed_questions=True, passed_safety=True)) == ["Mam", "Sanne"]


@pytest.mark.parametrize("status", [Status.RESTING, Status.ENDED, Status.DIED])
def test_another_status_stops_it_at_once(user, status):
    sanne = a_relation(user, rhythm_days=7)
    services.change_status(sanne, status, today=TODAY)
    assert proposed(user) == []
    services.undo_status(sanne, today=TODAY)
    assert proposed(user) == ["Sanne"]


def test_the_log_changes_it_at_once(user):
    sanne = a_relation(user, rhythm_days=7)
    assert proposed(user) == ["Sanne"]
    moment = services.log_contact(user, [sanne], happened_on=TODAY, today=TODAY, manner=Manner.MESSAGE)
    assert proposed(user) == []
    services.remove_moment(moment, now=moment.created_at)
    assert proposed(user) == ["Sanne"]


def test_a_plan_changes_nothing_until_it_took_place(user):
    sanne = a_relation(user, rhythm_days=7)
    plan = a_moment(sanne, on=TODAY - timedelta(days=1), took_place=None)
    assert proposed(user) == ["Sanne"]
    services.answer_plan(plan, took_place=True)
    assert proposed(user) == []


def test_no_answer_not_now_and_pauses_ask_for_quiet(user):
    tried, later, paused, other = (a_relation(user, name, rhythm_days=7) for name in ("A", "B", "C", "D"))
    services.log_contact(user, [tried], happened_on=TODAY, today=TODAY, manner=Manner.NO_ANSWER)
    services.say_not_now(later, today=TODAY)
    services.pause(user, paused, starts_on=TODAY, ends_on=None)
    assert proposed(user) == [other.name]
    services.pause(user, None, starts_on=TODAY, ends_on=TODAY)
    assert proposed(user) == []


def test_a_relation_marked_unsafe_is_never_proposed(user):
    services.mark_unsafe(a_relation(user, rhythm_days=7), is_unsafe=True)
    assert proposed(user) == []
