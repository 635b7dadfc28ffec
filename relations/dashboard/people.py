"""Everyone in the circle, as rows of the list and as dots of the kring: the same people in the same order."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.utils.functional import cached_property

from assessment.openness import Standing
from regie.prepared import prepared
from relations import words
from relations.models import Pause, Relation
from relations.pictures import kring
from relations.pictures.dots import Member
from relations.pictures.kring import Kring
from relations.proposals import Proposal, proposals
from relations.rows import Group, Row, by_kind, rows_of

LONG_LIST = 40  # above so many the list folds per kind and has a search field
SHOWN = (  # what the list needs; the sealed fields stay sealed
    "name",
    "kind",
    "party",
    "status",
    "is_unsafe",
    "rhythm_days",
    "appointment_week",
    "appointment_weekday",
    "quiet_until",
    "added_on",
    "removed_at",
    "died_on",
    "birthday_day",
    "birthday_month",
    "wants_anniversaries",
)


@dataclass(frozen=True)
class GoodMoment:
    """A proposal and the row of its relation."""

    row: Row
    proposal: Proposal


@dataclass(frozen=True)
class People:
    """Everyone in the circle on one day, and who is remembered; ``proposals`` is empty where nothing may be offered."""

    relations: list[Relation]
    remembered: list[Relation]
    proposals: list[Proposal]
    pause: Pause | None  # one for all that holds today: then nothing is proposed
    today: date
    is_still: bool  # rest: the same light for all, no days

    @cached_property
    def rows(self) -> list[Row]:
        return rows_of(self.relations, self.today, is_still=self.is_still)

    @cached_property
    def groups(self) -> list[Group]:
        return by_kind(self.rows)

    @property
    def good_moments(self) -> list[GoodMoment]:
        return [GoodMoment(Row(proposal.relation, self.today), proposal) for proposal in self.proposals]

    @property
    def is_long(self) -> bool:
        return len(self.relations) > LONG_LIST

    @property
    def pause_in_words(self) -> str:
        """What the pause for all means, and until when; empty without one."""
        return words.pause(self.pause, self.today) if self.pause else ""

    @property
    def spoken_last(self) -> str:
        """The names of the two with the latest contact; empty for none."""
        met = [relation for relation in self.relations if relation.is_active and relation.last_contact_on]
        latest = sorted(met, key=lambda relation: relation.last_contact_on, reverse=True)
        return words.listed(relation.name for relation in latest[:2])

    @property
    def good_for(self) -> str:
        """The names of those whom it may be a good moment for; empty for none."""
        return words.listed(proposal.relation.name for proposal in self.proposals)

    def kring(self) -> Kring:
        """The picture; above so many dots it holds no links."""
        soon = {proposal.relation.pk for proposal in self.proposals}
        return kring.draw(member(row, is_soon=row.relation.pk in soon) for row in self.rows)

    def met_since(self, day: date) -> Counter[str]:
        """With how many different relations of each kind there was contact since ``day``."""
        return Counter(
            relation.kind
            for relation in self.relations
            if not relation.is_unsafe and relation.last_contact_on and relation.last_contact_on >= day
        )


def member(row: Row, *, is_soon: bool) -> Member:
    """The dot of a row: the same light as in the list."""
    return row.member._replace(is_soon=True) if is_soon else row.member


def people(user, today: date, standing: Standing) -> People:
    """Everyone in the circle of ``user``, with good moments where the standing allows; two queries at most."""
    found = found_for(owner=user.pk, today=today)
    relations = [relation for relation in found if relation.is_in_circle]
    remembered = [relation for relation in found if not relation.is_in_circle]
    may_offer = standing.may_act and not standing.in_rest
    pauses = pauses_of(owner=user.pk) if may_offer else []
    pause = next((pause for pause in pauses if pause.relation_id is None and pause.holds_on(today)), None)
    proposed = proposals(relations, pauses, standing, today) if may_offer else []
    return People(relations, remembered, proposed, pause, today, standing.in_rest)


@prepared
def found_for(owner: int, today: date):
    """Who is in the circle or remembered, each with the last contact."""
    found = Relation.objects.of(owner).in_circle_or_remembered().only(*SHOWN)
    return found.with_last_contact(today).with_last_no_answer(today)


@prepared
def pauses_of(owner: int):
    """All pauses, of now and of other days."""
    return Pause.objects.filter(owner=owner)
