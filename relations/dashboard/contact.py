"""How much contact there was, by month and kind: one query for both pictures that show it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import CharField, Count, F, Q
from django.db.models.functions import Cast, Substr

from relations.kinds import Kind
from relations.models import Presence
from relations.pictures import balance, year
from relations.pictures.balance import Bar, Contact
from relations.pictures.year import Year, months_until

PERIODS = (90, 28)  # days; the first is shown unless the other is asked for


@dataclass(frozen=True)
class MonthOfKind:
    """Contact moments of one kind in one month, and how many of them lie in the period of the balance."""

    kind: str
    month: date
    moments: int
    in_period: int


def months(user, today: date, period: int) -> list[MonthOfKind]:
    """The last twelve months of contact that weighs."""
    # On SQLite TruncMonth calls Python for each row. The first seven signs of a day are its month on both databases.
    first = min(months_until(today)[0], period_start(today, period))
    counted = (
        Presence.objects.of(user)
        .that_count(today)
        .with_weight()
        .filter(happened_on__gte=first)
        .values(kind=F("relation__kind"), month=Substr(Cast("happened_on", CharField()), 1, 7))
        .annotate(
            moments=Count("moment", distinct=True),
            in_period=Count("moment", distinct=True, filter=Q(happened_on__gte=period_start(today, period))),
        )
        .order_by()
    )
    return [MonthOfKind(**row | {"month": date.fromisoformat(f"{row['month']}-01")}) for row in counted]


def period_start(today: date, period: int) -> date:
    """The first day of the last ``period`` days."""
    return today - timedelta(days=period - 1)


def year_of(counted: Iterable[MonthOfKind], today: date) -> Year:
    """The picture of twelve months."""
    return year.draw({(row.month, row.kind): row.moments for row in counted}, today)


def balance_of(counted: Iterable[MonthOfKind], met: dict[str, int], wishes: dict[str, int]) -> list[Bar]:
    """The bars; ``met`` says with how many different relations of each kind there was contact."""
    counted = list(counted)
    moments = {kind: sum(row.in_period for row in counted if row.kind == kind) for kind in Kind}
    return balance.draw({kind: Contact(moments[kind], met.get(kind, 0)) for kind in Kind}, wishes)
