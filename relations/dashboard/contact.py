"""How much contact there was, by month and kind: one query for both pictures that show it."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import CharField, Count, Q, Value
from django.db.models.functions import Cast, Substr

from regie.prepared import prepared
from relations.kinds import Kind
from relations.models import Presence
from relations.pictures import balance, year
from relations.pictures.balance import Bar, Contact
from relations.pictures.year import Year, months_until

PERIODS = (90, 28)  # days; the first is shown unless the other is asked for


class MonthOfKind(NamedTuple):
    """Contact moments of one kind in one month, and how many of them lie in the period of the balance."""

    kind: str
    month: date
    moments: int
    in_period: int


def months(user, today: date, period: int) -> list[MonthOfKind]:
    """The last twelve months of contact that weighs."""
    start = period_start(today, period)
    counted = counts(owner=user.pk, first=min(months_until(today)[0], start), start=start, today=today)
    return [MonthOfKind(kind, date.fromisoformat(f"{month}-01"), *numbers) for kind, month, *numbers in counted]


@prepared
def counts(owner: int, first: date, start: date, today: date):
    """What weighs from ``first`` up to ``today``, by kind and month; the period begins on ``start``."""
    weighs = Presence.objects.of(owner).that_count(today).with_weight().filter(happened_on__gte=first)
    # Each kind on its own: a database sorts by month alone faster than by kind and month.
    of_kinds = [by_month(weighs.filter(relation__kind=kind), kind, start) for kind in Kind]
    return of_kinds[0].union(*of_kinds[1:], all=True)


def by_month(presences, kind: Kind, start):
    """How many moments ``presences`` of one kind are of, by month, and how many of them from ``start`` on."""
    # On SQLite TruncMonth calls Python for each row. The first seven signs of a day are its month on both databases.
    months = presences.values_list(Value(str(kind)), Substr(Cast("happened_on", CharField()), 1, 7))
    moments = Count("moment", distinct=True)
    in_period = Count("moment", distinct=True, filter=Q(happened_on__gte=start))
    return months.annotate(moments=moments, in_period=in_period).order_by()


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
