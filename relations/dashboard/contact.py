"""How much contact there was, by month and kind: one query for both pictures that show it."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import CharField, Count, Value
from django.db.models.functions import Cast, Substr

from regie.prepared import prepared
from relations.kinds import Kind
from relations.models import Presence
from relations.pictures import balance, year
from relations.pictures.balance import Bar, Contact
from relations.pictures.year import Year, months_until

PERIODS = (90, 28)  # days; the first is shown unless the other is asked for


class MonthOfKind(NamedTuple):
    """Contact moments of one kind in one month; the month in which the period of the balance begins comes in two."""

    kind: str
    month: date
    in_period: bool
    moments: int


def months(user, today: date, period: int) -> list[MonthOfKind]:
    """The last twelve months of contact that weighs."""
    start = period_start(today, period)
    first, before = months_until(today)[0], start - timedelta(days=1)
    counted = counts(owner=user.pk, first=first, before=before, start=start, today=today)
    return [MonthOfKind(kind, date.fromisoformat(f"{month}-01"), *numbers) for kind, month, *numbers in counted]


@prepared
def counts(owner: int, first: date, before: date, start: date, today: date):
    """What weighs, by kind and month: from ``first`` up to ``before``, and in the period from ``start`` on."""
    weighs = Presence.objects.of(owner).with_weight()
    earlier = weighs.that_count(before).filter(happened_on__gte=first)
    in_period = weighs.that_count(today).filter(happened_on__gte=start)
    # Each part on its own: a database sorts a few by month faster than all by kind and month.
    parts = [by_month(earlier, kind, in_period=False) for kind in Kind]
    parts += [by_month(in_period, kind, in_period=True) for kind in Kind]
    return parts[0].union(*parts[1:], all=True)


def by_month(presences, kind: Kind, *, in_period: bool):
    """How many moments ``presences`` of one kind are of, by month."""
    # On SQLite TruncMonth calls Python for each row. The first seven signs of a day are its month on both databases.
    month = Substr(Cast("happened_on", CharField()), 1, 7)
    months = presences.filter(relation__kind=kind).values_list(Value(str(kind)), month, Value(in_period))
    return months.annotate(moments=Count("moment", distinct=True)).order_by()


def period_start(today: date, period: int) -> date:
    """The first day of the last ``period`` days."""
    return today - timedelta(days=period - 1)


def year_of(counted: Iterable[MonthOfKind], today: date) -> Year:
    """The picture of twelve months."""
    moments = Counter()
    for row in counted:
        moments[row.month, row.kind] += row.moments
    return year.draw(moments, today)


def balance_of(counted: Iterable[MonthOfKind], met: dict[str, int], wishes: dict[str, int]) -> list[Bar]:
    """The bars; ``met`` says with how many different relations of each kind there was contact."""
    counted = list(counted)
    moments = {kind: sum(row.moments for row in counted if row.in_period and row.kind == kind) for kind in Kind}
    return balance.draw({kind: Contact(moments[kind], met.get(kind, 0)) for kind in Kind}, wishes)
