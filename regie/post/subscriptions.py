"""Turning messages on and off."""

from regie.accounts.days import zone_of
from regie.post.models import Reminder, State, Subscription
from regie.post.rules import next_at


def subscribe(user, kind: str, *, hour: int, weekday: int | None, now) -> None:
    """Turn messages on, or change their day and hour. What was unanswered before no longer counts."""
    Subscription.objects.update_or_create(
        owner=user,
        kind=kind,
        defaults={
            "weekday": weekday,
            "hour": hour,
            "asked_at": now,
            "next_at": next_at(now, zone_of(user), hour, weekday),
            "stopped_at": None,
        },
    )


def unsubscribe(user, kind: str) -> None:
    """Turn messages off, also one that waits to be sent."""
    Subscription.objects.filter(owner=user, kind=kind).update(next_at=None)
    Reminder.objects.filter(owner=user, kind=kind, state=State.WAITING).update(state=State.SILENT)


def set_clocks(user, now) -> None:
    """Count again when each message goes, after the person moved to another time zone."""
    for subscription in user.subscriptions.filter(next_at__isnull=False):
        subscription.next_at = next_at(now, zone_of(user), subscription.hour, subscription.weekday)
        subscription.save(update_fields=["next_at"])
