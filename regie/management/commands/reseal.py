"""Seal every personal text anew with the first of TEXT_KEYS, so that an old key can go."""

from allauth.mfa.models import Authenticator
from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import transaction

from regie.sealed import SealedTextField, seal, unseal

BATCH = 500  # rows locked at a time
SECRETS_OF_A_FACTOR = ("secret", "seed")  # of an authenticator app, and of the recovery codes


class Command(BaseCommand):
    """Put the new key in front of TEXT_KEYS, restart the site, run this, then take the old key away."""

    help = __doc__

    def handle(self, *args, **options):
        """Rewrites table by table in short transactions, while the site is in use."""
        for model in apps.get_models():
            fields = [field.name for field in model._meta.fields if isinstance(field, SealedTextField)]
            if fields:
                self.stdout.write(f"{model._meta.label}: {reseal(model, fields)}")
        self.stdout.write(f"{Authenticator._meta.label}: {reseal_factors()}")


def reseal(model, fields: list[str], batch: int = BATCH, change=lambda row: None) -> int:
    """Write ``fields`` of every row of ``model`` anew, after ``change`` of the row; the number of rows.

    A row is locked while it is rewritten.
    """
    done, last = 0, 0
    while True:
        with transaction.atomic():
            query = model._base_manager.select_for_update().filter(pk__gt=last).order_by("pk")
            rows = list(query.only("pk", *fields)[:batch])
            if not rows:
                return done
            for row in rows:
                change(row)
            model._base_manager.bulk_update(rows, fields)
        done, last = done + len(rows), rows[-1].pk


def reseal_factors() -> int:
    """The secrets of second factors: the library keeps them among other facts, sealed by our adapter."""

    def change(factor):
        factor.data |= {name: seal(unseal(factor.data[name])) for name in SECRETS_OF_A_FACTOR if name in factor.data}

    return reseal(Authenticator, ["data"], change=change)
