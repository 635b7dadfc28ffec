"""A new key can take over while the site is used, and then the old one can go."""

from datetime import date

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, hotp_value, yield_hotp_counters_from_time
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


def test_second_factors_come_along(user, settings):
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    codes = RecoveryCodes.activate(user).get_unused_codes()
    new = Fernet.generate_key().decode()
    settings.TEXT_KEYS = [new, *settings.TEXT_KEYS]
    call_command("reseal")
    settings.TEXT_KEYS = [new]
    app, kept = (Authenticator.objects.get(user=user, type=kind).wrap() for kind in ("totp", "recovery_codes"))
    assert app.validate_code(f"{hotp_value(secret, next(yield_hotp_counters_from_time())):06}")
    assert kept.get_unused_codes() == codes
