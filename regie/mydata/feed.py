"""The days of a person's own calendar: plans, intentions, good moments, birthdays."""

import hashlib
import secrets
from collections.abc import Iterator
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from assessment.openness import Standing
from regie.mydata.formats.ical import DayEvent
from regie.mydata.models import CalendarFeed
from regie.mydata.records import key_of
from relations import words
from relations.dashboard.plans import open_plans
from relations.giving import with_own_giving
from relations.models import ContactMoment, Pause, Relation
from relations.proposals import proposals
from relations.rules.anniversaries import in_year

SECRET_BYTES = 32  # 256 random bits
PAST = timedelta(days=30)  # a plan stays this long after its day


def digest_of(secret: str) -> str:
    """What finds a feed by its secret; the secret cannot be found by it."""
    return hashlib.sha256(secret.encode()).hexdigest()


@transaction.atomic
def renew(user, today: date) -> CalendarFeed:
    """Give ``user`` a new address; the old one, if any, is gone at once."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    values = {"secret": secret, "digest": digest_of(secret), "made_on": today}
    return CalendarFeed.objects.update_or_create(owner=user, defaults=values)[0]


def revoke(user) -> None:
    """Take the address away."""
    CalendarFeed.objects.filter(owner=user).delete()


def days(feed: CalendarFeed, standing: Standing, today: date) -> list[DayEvent]:
    """What the feed shows: nothing from help first on, and nothing while no kept standing allows it."""
    if not standing.may_act:
        return []
    owner, discreet = feed.owner, feed.is_discreet
    events = [*plan_days(owner, today, discreet), *intention_days(owner, standing, today, discreet)]
    events += good_days(owner, standing, today, discreet)
    return events + (list(birthday_days(owner, discreet)) if feed.has_birthdays else [])


def plan_days(owner, today: date, discreet: bool) -> Iterator[DayEvent]:
    """Plans from a month ago on."""
    plans = ContactMoment.objects.of(owner).filter(happened_on__gte=today - PAST).plans().with_people()
    for plan in plans:
        title = _("Something planned") if discreet else words.title(plan, [one.name for one in plan.people])
        yield DayEvent(uid_of(plan), plan.happened_on, title)


def intention_days(owner, standing: Standing, today: date, discreet: bool) -> Iterator[DayEvent]:
    """Open intentions with a day that may be done now; none with someone who rests."""
    for row in (plan.intention for plan in open_plans(owner, with_own_giving(standing, owner, today))):
        if row.planned_on and (row.relation is None or row.relation.is_active):
            yield DayEvent(uid_of(row), row.planned_on, _("A small step") if discreet else row.step)


def good_days(owner, standing: Standing, today: date, discreet: bool) -> Iterator[DayEvent]:
    """Today's good moments, as the person's own page shows them."""
    relations = Relation.objects.of(owner).active().with_rhythm().with_last_contact(today).with_last_no_answer(today)
    for one in proposals(relations.order_by("pk"), list(Pause.objects.filter(owner=owner)), standing, today):
        name = _("Perhaps a good moment for contact") if discreet else _("Perhaps a good moment: %(name)s")
        yield DayEvent(f"{today:%Y%m%d}-{uid_of(one.relation)}", today, name % {"name": one.relation.name})


def birthday_days(owner, discreet: bool) -> Iterator[DayEvent]:
    """Birthdays of active and resting relations, each year."""
    known = Relation.objects.of(owner).in_circle().filter(birthday_month__isnull=False, is_unsafe=False)
    for one in known:
        day = in_year(one.birthday_month, one.birthday_day, one.birthday_year or 2000)
        title = _("A birthday") if discreet else _("Birthday: %(name)s") % {"name": one.name}
        yield DayEvent(f"birthday-{uid_of(one)}", day, title, is_yearly=True)


def kept_days(user) -> Iterator[DayEvent]:
    """For an export: all that happened or is planned, with names, and birthdays."""
    moments = ContactMoment.objects.of(user).order_by("happened_on", "pk").with_people()
    for moment in moments.iterator(chunk_size=1_000):
        title = words.title(moment, [one.name for one in moment.people])
        yield DayEvent(uid_of(moment), moment.happened_on, title, moment.note)
    yield from birthday_days(user, discreet=False)


def uid_of(row) -> str:
    """What names an event: always the same, and nothing can be read from it."""
    return f"{key_of(row)}@regie"
