"""Plain functions that make test objects, with quiet defaults: a test names only what it is about."""

from datetime import date

from relations.kinds import Kind, Manner
from relations.models import ContactMoment, Presence, Relation

TODAY = date(2026, 11, 22)  # a Sunday; no test reads a clock


def a_person(name="noor", **fields):
    """Someone with an account."""
    from django.contrib.auth import get_user_model

    return get_user_model().objects.create_user(name, password="een goed wachtwoord", **fields)


def a_relation(owner, name="Sanne", **fields):
    """A relation of ``owner``: an active friend, added long ago."""
    values = {"kind": Kind.FRIENDSHIP, "added_on": date(2024, 1, 1)} | fields
    return Relation.objects.create(owner=owner, name=name, **values)


def a_moment(*relations, on=TODAY, **fields):
    """A call with ``relations`` on a day; a plan with ``took_place=None``."""
    values = {"manner": Manner.CALLED} | fields
    moment = ContactMoment.objects.create(owner=relations[0].owner, happened_on=on, **values)
    Presence.objects.bulk_create(
        Presence(relation=relation, moment=moment, happened_on=on, counts=moment.counts) for relation in relations
    )
    return moment
