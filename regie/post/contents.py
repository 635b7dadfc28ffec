"""What is there to say to a person now: in kinds of things, never in names."""

from datetime import date, timedelta
from enum import StrEnum

from assessment.openness import Standing
from assessment.standing import kept_standing
from regie.post.models import Kind
from relations.dashboard.plans import open_plans, plan
from relations.giving import with_own_giving
from relations.models import ContactMoment, Pause, Relation
from relations.proposals import proposals

DAYS_AHEAD = {Kind.REMINDER: 0, Kind.DIGEST: 6}  # a message on the day is about that day, a weekly one about seven


class Topic(StrEnum):
    """Something that waits in Regie."""

    PLAN = "plan"
    INTENTION = "intention"
    GOOD_MOMENT = "good_moment"


def topics_for(user, kind: str, today: date) -> list[Topic]:
    """What waits for a person, in a fixed order; nothing where nothing may be suggested."""
    standing = kept_standing(user)
    if not standing.may_act:
        return []
    until = today + timedelta(days=DAYS_AHEAD[Kind(kind)])
    found = {
        Topic.PLAN: ContactMoment.objects.of(user).plans().filter(happened_on__range=(today, until)).exists(),
        Topic.INTENTION: has_intention(user, standing, today, until),
        Topic.GOOD_MOMENT: kind == Kind.DIGEST and has_good_moment(user, standing, today),
    }
    return [topic for topic, is_there in found.items() if is_there]


def has_intention(user, standing: Standing, today: date, until: date) -> bool:
    """Whether the person meant to do something in these days that may be done now."""
    dated = [one.intention for one in open_plans(user, standing) if one.intention.planned_on]
    near = [intention for intention in dated if today <= intention.planned_on <= until]
    if not near:  # most people: the next question costs a query for each mail
        return False
    careful = with_own_giving(standing, user, today)
    return any(plan(intention, careful).may_answer for intention in near)


def has_good_moment(user, standing: Standing, today: date) -> bool:
    """Whether this is a good moment for anyone."""
    relations = Relation.objects.of(user).active().with_rhythm().with_last_contact(today).with_last_no_answer(today)
    return bool(proposals(relations, Pause.objects.filter(owner=user), standing, today))
