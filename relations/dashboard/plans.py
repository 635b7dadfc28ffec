"""What a person plans: small steps of their own, and contact on a day to come."""

from dataclasses import dataclass
from datetime import date

from assessment.openness import Openness, Standing, tip_openness
from regie.guide.library import Tip, library
from regie.prepared import prepared
from relations import words
from relations.kinds import IntentionState, Kind
from relations.models import ContactMoment, Intention, Presence, Relation
from relations.own_words import own_words


@dataclass(frozen=True)
class Plan:
    """An intention as it may be shown now: ``tip`` is None where its text is not rendered."""

    intention: Intention
    tip: Tip | None
    may_answer: bool
    is_off: bool = False  # the tip is not rendered anywhere now

    @property
    def step(self) -> str:
        """The step; nothing where it is the text of a tip that is off."""
        return self._own(self.intention.step)

    @property
    def words(self) -> str:
        """What the helper gave, in the same way."""
        return self._own(self.intention.words)

    def _own(self, text: str) -> str:
        return own_words(tip_named(self.intention.tip), text) if self.is_off else text


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
    tip, is_quiet = tip_named(intention.tip), is_silenced(intention.relation)
    if tip is None:
        return Plan(intention, None, standing.may_act and not is_quiet)
    openness = tip_openness(tip, standing)
    may_act = standing.may_act_intimate if tip.kind == Kind.INTIMATE else standing.may_act
    is_rendered = openness in (Openness.OPEN, Openness.HELP_FIRST)
    may_answer = openness is Openness.OPEN and may_act and not is_quiet
    return Plan(intention, tip if is_rendered else None, may_answer, is_off=openness is Openness.OFF)


def is_silenced(relation: Relation | None) -> bool:
    """Ended, died, unsafe or removed: nothing with this relation is brought up any more."""
    return relation is not None and not (
        relation.is_in_circle and not relation.is_unsafe and relation.removed_at is None
    )


def open_plans(user, standing: Standing) -> list[Plan]:
    """Open intentions that may be done now; none, and no query, where nothing may be done."""
    if standing.in_rest or not standing.may_act:
        return []
    plans = [plan(intention, standing) for intention in open_intentions(owner=user.pk)]
    return [plan for plan in plans if plan.may_answer]


@prepared
def open_intentions(owner: int):
    """What is not yet answered, in the order of the days."""
    kept = Intention.objects.of(owner).filter(state=IntentionState.OPEN)
    return kept.select_related("relation").order_by("planned_on", "pk")


def meetings(user, today: date, *, noted: int | None) -> tuple[list[Meeting], Meeting | None]:
    """Planned contact, first one first, and the moment ``noted`` (None, or a stranger's: None); one query."""
    present = in_plans_or_noted(owner=user.pk, noted=noted) if noted else in_plans(owner=user.pk)
    people: dict[ContactMoment, list[Relation]] = {}
    for presence in present:
        people.setdefault(presence.moment, []).append(presence.relation)
    planned = [planned_meeting(moment, them, today) for moment, them in people.items() if is_to_come(moment, them)]
    just_noted = [noted_meeting(moment, them, today) for moment, them in people.items() if moment.pk == noted]
    return planned, just_noted[0] if just_noted else None


@prepared
def in_plans(owner: int):
    """Who is in a plan."""
    return present_in(moments_of(owner).filter(took_place=None))


@prepared
def in_plans_or_noted(owner: int, noted: int):
    """Who is in a plan or in the moment ``noted``."""
    # A union: with "or" the database would read every moment.
    return present_in(moments_of(owner).filter(took_place=None).union(moments_of(owner).filter(pk=noted)))


def moments_of(owner):
    """Moments that were not removed, by their key."""
    return ContactMoment.objects.filter(owner=owner, removed_at=None).values("pk")


def present_in(moments):
    """Who is in these moments, in the order of the days."""
    present = Presence.objects.filter(moment__in=moments, relation__removed_at=None)
    return present.select_related("moment", "relation").order_by("happened_on", "moment", "relation")


def is_to_come(moment: ContactMoment, people: list[Relation]) -> bool:
    """A plan, with nobody in it about whom all is silent."""
    return moment.is_plan and not any(is_silenced(relation) for relation in people)


def planned_meeting(moment: ContactMoment, people: list[Relation], today: date) -> Meeting:
    if moment.happened_on >= today:
        return noted_meeting(moment, people, today)
    return Meeting(moment, words.title(moment, [relation.name for relation in people]), is_past=True)


def noted_meeting(moment: ContactMoment, people: list[Relation], today: date) -> Meeting:
    return Meeting(moment, words.noted(moment, [relation.name for relation in people], today), is_past=False)
