"""People who asked for mail, for the tests here."""

from datetime import UTC, datetime

from allauth.account.models import EmailAddress

from assessment.models import SafeguardState, State
from assessment.safeguard import Level
from regie.post.models import Kind
from regie.post.subscriptions import subscribe
from tests.factories import a_moment, a_person, a_relation

ASKED = datetime(2026, 11, 16, 12, tzinfo=UTC)  # a Monday
SUNDAY = datetime(2026, 11, 22, 9, 0, 30, tzinfo=UTC)  # ten o'clock in Amsterdam


def a_reader(name="noor", *, level=Level.TIPS, is_confirmed=True, kind=Kind.DIGEST, has_plan=True, **fields):
    """Someone who asked for a message each Sunday at ten, and has a plan for that day."""
    person = a_person(name, **fields)
    EmailAddress.objects.create(user=person, email=f"{name}@voorbeeld.nl", primary=True, verified=is_confirmed)
    if level is not None:
        SafeguardState.objects.create(owner=person, content=State(level=level).as_text())
    if has_plan:
        a_moment(a_relation(person), on=SUNDAY.date(), took_place=None)
    subscribe(person, kind, hour=10, weekday=6 if kind == Kind.DIGEST else None, now=ASKED)
    return person
