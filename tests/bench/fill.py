"""Accounts of several sizes in the database that DATABASE_URL names; prints a JSON object: name -> session cookie."""

import json
import os
import random
import sys
from datetime import timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regie.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402

from assessment.models import SafeguardState, State  # noqa: E402
from assessment.safeguard import Level  # noqa: E402
from regie.accounts import consent  # noqa: E402
from regie.accounts.models import User  # noqa: E402
from regie.accounts.sessions import SessionStore  # noqa: E402
from relations.kinds import FeelingAfter, Kind, Manner, Rhythm  # noqa: E402
from relations.models import ContactMoment, Presence, Relation  # noqa: E402

TEN_YEARS = 3650
NAMES = ["Sanne", "Yusuf", "Ria", "Mam", "Joris", "Ahmed", "Greet", "Eva", "Murat", "Bas", "Koor", "Pieter"]


def account(relations: int, moments: int) -> User:
    """Someone with so many relations, and so many moments over ten years; all by a fixed chance."""
    chance = random.Random(f"{relations}/{moments}")
    today = timezone.localdate()
    user = User.objects.create_user(f"bench-{relations}-{moments}")
    for scope in consent.Scope:
        consent.give(user, scope)
    SafeguardState.objects.create(owner=user, content=State(Level.TIPS).as_text())
    circle = Relation.objects.bulk_create(
        Relation(
            owner=user,
            name=f"{chance.choice(NAMES)} {n}",
            kind=chance.choices(Kind.values, [1, 3, 5])[0],
            rhythm_days=chance.choice([None, *Rhythm.values]),
            added_on=today - timedelta(days=chance.randrange(TEN_YEARS)),
        )
        for n in range(relations)
    )
    logged = ContactMoment.objects.bulk_create(
        (
            ContactMoment(
                owner=user,
                happened_on=today - timedelta(days=chance.randrange(TEN_YEARS)),
                manner=chance.choice(Manner.values),
                felt_after=chance.choice(["", *FeelingAfter.values]),
                note="We aten soep." if chance.random() < 0.3 else "",
            )
            for _ in range(moments)
        ),
        batch_size=1000,
    )
    Presence.objects.bulk_create(
        (
            Presence(moment=moment, relation=relation, happened_on=moment.happened_on, counts=moment.counts)
            for moment in logged
            for relation in chance.sample(circle, chance.choice([1, 1, 1, 2]))
        ),
        batch_size=1000,
    )
    return user


def session_of(user: User) -> str:
    """A session in which ``user`` has signed in."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return session.session_key


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    sizes = [tuple(map(int, size.split("/"))) for size in sys.argv[1:]]
    print(json.dumps({f"{r}/{m}": session_of(account(r, m)) for r, m in sizes}))  # noqa: T201
