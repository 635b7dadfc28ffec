"""What a person's own record of giving does to their standing."""

from datetime import date

from assessment.openness import Standing
from relations.dashboard.felt import felt
from relations.rules.intention_gate import with_give_trap


def with_own_giving(standing: Standing, user, today: date) -> Standing:
    """``standing``, with giving tips stepping back while giving costs ``user`` a lot; one query, nothing is kept."""
    return with_give_trap(standing, felt(user, today).giving_costs)
