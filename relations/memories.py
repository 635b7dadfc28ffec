"""Days of someone who died. They come back only for who asked for them, and never at rest."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from relations import words
from relations.kinds import Status
from relations.models import Relation
from relations.rules.anniversaries import is_soon


def memory(relation: Relation, today: date) -> str:
    """The day that comes this week, in a sentence; nothing unless it was asked for."""
    if relation.status != Status.DIED or not relation.wants_anniversaries or relation.is_unsafe:
        return ""
    name = {"name": words.isolated(relation.name)}
    if relation.died_on and is_soon(relation.died_on.month, relation.died_on.day, today):
        return _("This week is the day on which %(name)s died. Be gentle with yourself.") % name
    if relation.birthday and is_soon(relation.birthday_month, relation.birthday_day, today):
        return _("This week is the birthday of %(name)s. Be gentle with yourself.") % name
    return ""


def memories(relations: Iterable[Relation], today: date) -> list[str]:
    """The days that come this week."""
    return [sentence for relation in relations if (sentence := memory(relation, today))]
