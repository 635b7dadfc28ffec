"""What the person recorded about how contact felt: the facts behind the reward watch and the give-trap."""

from dataclasses import dataclass
from datetime import date

from relations.kinds import Exchange, FeelingAfter
from relations.models import ContactMoment
from relations.rules.give_trap import giving_costs_a_lot
from relations.rules.reward_watch import contact_gives_little

# More than seven moments a day with a feeling, for the four weeks that the give-trap looks at.
MOST = 200


@dataclass(frozen=True)
class Felt:
    """Whether contact gives little now, and whether giving costs a lot."""

    gives_little: bool = False
    giving_costs: bool = False


def felt(user, today: date) -> Felt:
    """One query; nothing but the feelings that the person recorded, and never a note."""
    moments = (
        ContactMoment.objects.of(user)
        .that_carry_a_feeling()
        .filter(happened_on__lte=today)
        .values_list("happened_on", "felt_after", "exchange")[:MOST]
    )
    moments = list(moments)
    return Felt(
        gives_little=contact_gives_little([felt_after for _, felt_after, _ in moments]),
        giving_costs=giving_costs_a_lot([day for day, *facts in moments if is_heavy_gift(*facts)], today),
    )


def is_heavy_gift(felt_after: str, exchange: str) -> bool:
    """The person only gave, and felt heavier."""
    return felt_after == FeelingAfter.HEAVIER and exchange == Exchange.GAVE
