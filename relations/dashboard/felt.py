"""What the person recorded about how contact felt: the facts behind the reward watch and the give-trap."""

from dataclasses import dataclass
from datetime import date, timedelta

from regie.prepared import prepared
from relations.kinds import Exchange, FeelingAfter
from relations.models import ContactMoment
from relations.rules.give_trap import WINDOW, giving_costs_a_lot
from relations.rules.reward_watch import LOOKS_AT, contact_gives_little


@dataclass(frozen=True)
class Felt:
    """Whether contact gives little now, and whether giving costs a lot."""

    gives_little: bool = False
    giving_costs: bool = False


def felt(user, today: date) -> Felt:
    """One query; nothing but the feelings that the person recorded, and never a note."""
    moments = feelings(owner=user.pk, today=today, since=today - timedelta(days=WINDOW))
    return Felt(
        gives_little=contact_gives_little([felt_after for _, _, felt_after, _ in moments]),
        giving_costs=giving_costs_a_lot([day for day, _, *facts in moments if is_heavy_gift(*facts)], today),
    )


@prepared
def feelings(owner: int, today: date, since: date):
    """The last moments with a feeling, and before them the heavy gifts from ``since`` on; latest first."""
    moments = ContactMoment.objects.of(owner).that_carry_a_feeling().filter(happened_on__lte=today)
    last = ContactMoment.objects.filter(pk__in=moments.values("pk")[:LOOKS_AT])
    gifts = moments.filter(felt_after=FeelingAfter.HEAVIER, exchange=Exchange.GAVE, happened_on__gte=since)
    facts = "happened_on", "pk", "felt_after", "exchange"
    return last.values_list(*facts).union(gifts.order_by().values_list(*facts)).order_by("-happened_on", "-pk")


def is_heavy_gift(felt_after: str, exchange: str) -> bool:
    """The person only gave, and felt heavier."""
    return felt_after == FeelingAfter.HEAVIER and exchange == Exchange.GAVE
