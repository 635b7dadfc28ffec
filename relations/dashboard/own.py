"""What is the person's own: three lines, a wish, what they hide, the hard moment, and a reading to look back on."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, Subquery

from regie.prepared import prepared
from relations.kinds import Kind
from relations.models import HardMoment, OwnRegie, Presence, TwoReadings

READ_AGAIN_AFTER = timedelta(days=7)


class Card(StrEnum):
    """What can be hidden. The list of everyone always stays."""

    KRING = "kring"
    GOOD_MOMENTS = "good_moments"
    PLANS = "plans"
    BALANCE = "balance"
    YEAR = "year"
    REGIE = "regie"


@dataclass(frozen=True)
class Own:
    """One person's own course; ``regie`` is empty and unsaved for who wrote nothing yet."""

    regie: OwnRegie
    hard_moment: HardMoment | None
    reading_to_ask: int | None

    @property
    def wishes(self) -> dict[str, int]:
        """How contact should be shared over the kinds; empty without a wish."""
        wishes = {kind: getattr(self.regie, f"wish_{kind}") for kind in Kind}
        return {} if None in wishes.values() else wishes

    @property
    def has_wish(self) -> bool:
        return bool(self.wishes)

    @property
    def lines(self) -> list[str]:
        """The three lines of one's own regie, as far as they were written."""
        regie = self.regie
        return [line for line in (regie.where_open, regie.what_kept_up, regie.how_time) if line]

    @property
    def shown(self) -> set[str]:
        """The cards that are not hidden."""
        return set(Card) - set(self.regie.hidden_cards)


def own(user, today: date) -> Own:
    """One query for all of it."""
    (person,) = person_with_own(pk=user.pk, asked_from=today - READ_AGAIN_AFTER)
    return Own(
        regie=getattr(person, "own_regie", None) or OwnRegie(owner=user),
        hard_moment=getattr(person, "hard_moment", None),
        reading_to_ask=person.reading_to_ask,
    )


@prepared
def person_with_own(pk: int, asked_from: date):
    """The person, with what is their own and the first reading of that day or before to look back on."""
    reading = to_ask(asked_from).filter(owner=OuterRef("pk")).values("pk")[:1]
    people = get_user_model().objects.filter(pk=pk)
    return people.select_related("own_regie", "hard_moment__relation").annotate(reading_to_ask=Subquery(reading))


def to_ask(asked_from: date):
    """Readings of that day or before that were not looked back on; never about a relation marked unsafe."""
    return (
        TwoReadings.objects.filter(written_on__lte=asked_from, looked_back_on=None)
        .exclude(relation__is_unsafe=True)
        .exclude(Exists(Presence.objects.filter(moment=OuterRef("moment"), relation__is_unsafe=True)))
        .order_by("written_on", "pk")
    )
