"""Seal every personal text anew with the first of TEXT_KEYS, so that an old key can go."""

from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import transaction

from regie.sealed import SealedTextField

BATCH = 500  # rows locked at a time


class Command(BaseCommand):
    """Put the new key in front of TEXT_KEYS, restart the site, run this, then take the old key away."""

    help = __doc__

    def handle(self, *args, **options):
        """Rewrites table by table in short transactions, while the site is in use."""
        for model in apps.get_models():
            fields = [field.name for field in model._meta.fields if isinstance(field, SealedTextField)]
            if fields:
                self.stdout.write(f"{model._meta.label}: {reseal(model, fields)}")


def reseal(model, fields: list[str], batch: int = BATCH) -> int:
    """Seal ``fields`` of every row of ``model`` anew; the number of rows. A row is locked while it is rewritten."""
    done, last = 0, 0
    while True:
        with transaction.atomic():
            query = model._base_manager.select_for_update().filter(pk__gt=last).order_by("pk")
            rows = list(query.only("pk", *fields)[:batch])
            if not rows:
                return done
            model._base_manager.bulk_update(rows, fields)
        done, last = done + len(rows), rows[-1].pk
