"""What a person plans: small steps of their own, and contact on a day to come."""

from dataclasses import dataclass
from datetime import date

from assessment.openness import Openness, Standing, tip_openness
from regie.guide.library import Tip, library
from relations import words
from relations.kinds import IntentionState, Kind
from relations.models import ContactMoment, Intention, Presence


@dataclass(frozen=True)
class Plan:
    """An intention as it may be shown now: ``tip`` is None where its text is not rendered."""

    intention: Intention
    tip: Tip | None
    may_answer: bool


@dataclass(frozen=True)
class Meeting:
    """A contact moment in words: one that was planned, or the one that was just noted."""

    moment: ContactMoment
    sentence: str
    is_past: bool  # its day came: did it go ahead?


def tip_named(tip_id: str) -> Tip | None:
    """A tip of a kind or the step of the circle; None for one that the guide does not hold any more."""
    return library.tips.get(tip_id) or library.steps.get(tip_id)


def plan(intention: Intention, standing: Standing) -> Plan:
    """The words stay the person's own at every level; the tip and the answers ask for openness."""
    tip = tip_named(intention.tip)
    if tip is None:
        return Plan(intention, None, standing.may_act)
    openness = tip_openness(tip, standing)
    may_act = standing.may_act_intimate if tip.kind == Kind.INTIMATE else standing.may_act
    is_rendered = openness in (Openness.OPEN, Openness.HELP_FIRST)
    return Plan(intention, tip if is_rendered else None, openness is Openness.OPEN and may_act)


def open_plans(user, standing: Standing) -> list[Plan]:
    """Open intentions that may be done now; none, and no query, where nothing may be done."""
    if standing.in_rest or not standing.may_act:
        return []
    kept = Intention.objects.of(user).filter(state=IntentionState.OPEN).select_related("relation")
    plans = [plan(intention, standing) for intention in kept.order_by("planned_on", "pk")]
    return [plan for plan in plans if plan.may_answer]


def meetings(user, today: date, *, noted: int | None) -> tuple[list[Meeting], Meeting | None]:
    """Planned contact, first one first, and the moment ``noted`` (None, or a stranger's: None); one query."""
    mine = ContactMoment.objects.filter(owner=user, removed_at=None).values("pk")
    moments = mine.filter(took_place=None)
    if noted:  # a union: with "or" the database would read every moment
        moments = moments.union(mine.filter(pk=noted))
    present = (
        Presence.objects.filter(moment__in=moments, relation__removed_at=None)
        .select_related("moment", "relation")
        .order_by("happened_on", "moment", "relation")
    )
    names: dict[ContactMoment, list[str]] = {}
    for presence in present:
        names.setdefault(presence.moment, []).append(presence.relation.name)
    planned = [planned_meeting(moment, people, today) for moment, people in names.items() if moment.is_plan]
    just_noted = [
        Meeting(moment, words.noted(moment, people, today), False)
        for moment, people in names.items()
        if moment.pk == noted
    ]
    return planned, just_noted[0] if just_noted else None


def planned_meeting(moment: ContactMoment, people: list[str], today: date) -> Meeting:
    is_past = moment.happened_on < today
    return Meeting(moment, words.title(moment, people) if is_past else words.noted(moment, people, today), is_past)
