"""A new key can take over while the site is used, and then the old one can go."""

from datetime import date

import pytest
from cryptography.fernet import Fernet
from django.core.management import call_command

from regie.management.commands.reseal import reseal
from relations.models import Relation

pytestmark = pytest.mark.django_db


def test_after_resealing_the_old_key_is_not_needed(user, settings, capsys):
    for n in range(5):
        Relation.objects.create(
            owner=user, name=f"R{n}", kind="friendship", note=f"note {n}", added_on=date(2026, 1, 1)
        )
    new = Fernet.generate_key().decode()
    settings.TEXT_KEYS = [new, *settings.TEXT_KEYS]
    call_command("reseal")
    settings.TEXT_KEYS = [new]
    assert sorted(Relation.objects.values_list("note", flat=True)) == [f"note {n}" for n in range(5)]
    assert "relations.Relation: 5" in capsys.readouterr().out


def test_every_row_is_reached_however_many_go_at_a_time(user):
    for n in range(5):
        Relation.objects.create(owner=user, name=f"R{n}", kind="friendship", added_on=date(2026, 1, 1))
    assert reseal(Relation, ["note"], batch=2) == 5
