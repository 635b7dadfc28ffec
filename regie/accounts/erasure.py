"""Erasing an account: at once, and in every table."""

from django.core.cache import cache
from django.db import transaction

from regie.accounts.limits import counters_about


@transaction.atomic
def erase(user) -> None:
    """Every row that belongs to the person, sign-ins, mail that waits and counters included."""
    cache.delete_many(counters_about(user))
    user.delete()
