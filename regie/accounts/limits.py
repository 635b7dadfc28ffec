"""The counters that limit guessing: how long to wait, and which of them are a person's own."""

import time
from datetime import datetime

from allauth.account import app_settings
from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.db import connection


def account_counter(username: str) -> str:
    """The name under which wrong passwords for an account are counted."""
    return f"account:{username.lower()}"


def full_for(request, now: float | None = None) -> int:
    """Seconds until the last full counter that concerns this request has room again; 0 when none is full."""
    now = time.time() if now is None else now
    return max((seconds_left(key, rate, now) for key, rate in counters_of(request)), default=0)


def seconds_left(key: str, rate, now: float) -> int:
    """Seconds until the counter ``key`` has room; its times stand newest first."""
    times = [moment for moment in cache.get(key, []) if moment > now - rate.duration]
    return int(times[rate.amount - 1] + rate.duration - now) + 1 if len(times) >= rate.amount else 0


def counters_of(request):
    """Each counter that may have refused this request, with its rate."""
    person = request.user if request.user.is_authenticated else None
    yield from counters(request, person, [getattr(request, "full_counter", None)])


def counters_about(user):
    """The key of each counter that names this person, for erasing."""
    keys = [account_counter(user.username), f"mfa-auth-user-{user.pk}", *addresses_of(user)]
    return [key for key, _ in counters(None, user, keys)]


def addresses_of(user) -> list[str]:
    """The person's addresses, as mail about them is counted."""
    return [address.lower() for address in user.emailaddress_set.values_list("email", flat=True)]


def counters(request, user, keys):
    """Every counter of allauth for this visitor's address, this person and these keys, with its rate."""
    for action in app_settings.RATE_LIMITS:
        for rate in ratelimit.get_rates(app="allauth.account", action=action):
            for key in counted_under(rate, request, user, keys):
                yield cache_key(request, action, rate, key, user), rate


def counted_under(rate, request, user, keys) -> list:
    """The keys under which a rate counts: each name it knows, or one without a name for an address or a person."""
    if rate.per == "key":
        return [key for key in keys if key is not None]
    subject = {"ip": request, "user": user}[rate.per]
    return [] if subject is None else [None]


def cache_key(request, action, rate, key, user) -> str:
    """Where allauth keeps a counter."""
    return ratelimit.get_cache_key(request, app="allauth.account", action=action, rate=rate, key=key, user=user)


def forget_expired(now: datetime) -> None:
    """Erase counters that have run out: some hold a network address."""
    table = connection.ops.quote_name(cache._table)
    with connection.cursor() as cursor:
        expired = connection.ops.adapt_datetimefield_value(now)
        cursor.execute(f"DELETE FROM {table} WHERE expires < %s", [expired])  # noqa: S608
