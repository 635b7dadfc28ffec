"""A circle in which everything that Regie keeps occurs at least once, with what is awkward."""

import json
import uuid
from datetime import UTC, date, datetime

from assessment.models import HelpStep, KeptOutcome
from assessment.safeguard import Flag, Level
from assessment.services import raise_state
from regie.accounts import consent
from regie.accounts.consent import Scope
from regie.mydata import feed
from regie.post.models import Kind, Reminder, Subscription
from relations.models import HardMoment, Intention, OwnRegie, Pause, TwoReadings
from tests.factories import TODAY, a_moment, a_person, a_relation

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ANSWERS = {"frequency": 1, "duration": 0, "childhood": None}


def an_owner(name="noor", *, outcomes=True):
    """Someone who allows Regie to keep notes, and outcomes unless told otherwise."""
    user = a_person(name)
    consent.give(user, Scope.NOTES)
    if outcomes:
        consent.give(user, Scope.OUTCOMES)
    return user


def a_full_circle(user):
    """People, a place and a group, with all that can be kept about them."""
    mam = a_relation(
        user, "Mam; \\ 'zegt', ja", kind="intimate", key=uuid.uuid4(), phone="+31 6 1", note="=1+1\nregel twee 🌷",
        birthday_day=29, birthday_month=2, needs=["deep_talk", "touch"], good_enough=["touch"], rhythm_days=7,
        is_unsafe=True,
    )  # fmt: skip
    sanne = a_relation(user, "Sanne", email="sanne@example.org", role="van het koor", birthday_day=3, birthday_month=5,
                       birthday_year=1980, status="resting", former_status="active")  # fmt: skip
    koor = a_relation(user, "Koor", kind="community", party="group", appointment_week=1, appointment_weekday=0)
    a_relation(user, "Weg", removed_at="2026-11-20T10:00:00Z")
    call = a_moment(sanne, mam, on=date(2026, 11, 1), note="Lang gebeld", felt_before="heavy", felt_after="lighter")
    a_moment(koor, on=date(2026, 12, 7), manner="was_there", took_place=None)
    first = Intention.objects.create(
        owner=user, tip="small-openings", relation=mam, step="Ik zeg iets", words="Mijn zin"
    )
    Intention.objects.create(owner=user, step="Nog eens", follows=first, planned_on=TODAY, state="done")
    TwoReadings.objects.create(owner=user, moment=call, relation=sanne, happened="Ze zweeg", written_on=TODAY)
    HardMoment.objects.create(owner=user, weekday=6, hour=15, relation=sanne, contact="Bellen")
    OwnRegie.objects.create(owner=user, where_open="Bij Sanne", wish_intimate=3, wish_friendship=1, wish_community=0)
    Pause.objects.create(owner=user, starts_on=date(2026, 7, 1), ends_on=date(2026, 7, 14), reason="holiday")
    Pause.objects.create(owner=user, relation=koor, starts_on=date(2026, 7, 1))
    KeptOutcome.objects.create(owner=user, visit="v1", version="2026-1", made_on=TODAY, content=json.dumps(ANSWERS))
    raise_state(user, Level.HELP_FIRST, [Flag.NO_GIVING], TODAY)
    HelpStep.objects.create(owner=user, way=1, country="nl", planned_on=TODAY, key=uuid.uuid4())
    feed.renew(user, TODAY)
    asked = {"hour": 9, "asked_at": NOW, "next_at": NOW}
    Subscription.objects.create(owner=user, kind=Kind.DIGEST, weekday=6, **asked)
    Reminder.objects.create(owner=user, kind=Kind.DIGEST, due_on=TODAY, due_at=NOW)
    return mam, sanne, koor
