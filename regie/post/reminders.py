"""Reminders and the weekly message: made when they are due, sent once, silent when there is nothing to say."""

import logging
from datetime import timedelta

from allauth.account.models import EmailAddress
from cryptography.fernet import InvalidToken
from django.db import transaction
from django.utils import timezone

from regie.accounts.days import day_for, zone_of
from regie.post import letters, queue
from regie.post.contents import topics_for
from regie.post.models import Reminder, State, Subscription
from regie.post.rules import TRIES, UNANSWERED, is_stale, next_at

log = logging.getLogger("regie.post")

KEPT = timedelta(days=90)  # how long a row says that a message went


def make_due(now) -> int:
    """Make the reminders whose time has come, each once however many processes ask. Returns how many."""
    count = 0
    while made := make_some(now):
        count += made
    return count


@transaction.atomic
def make_some(now) -> int:
    """Make up to a batch of them."""
    due = Subscription.objects.filter(next_at__lte=now).select_related("owner").order_by("next_at")
    subscriptions = list(due.select_for_update(skip_locked=True, of=("self",))[: queue.BATCH])
    Reminder.objects.bulk_create(
        [
            Reminder(owner=s.owner, kind=s.kind, due_at=s.next_at, due_on=day_for(s.owner, s.next_at))
            for s in subscriptions
        ],
        ignore_conflicts=True,
    )
    for subscription in subscriptions:
        subscription.next_at = next_at(now, zone_of(subscription.owner), subscription.hour, subscription.weekday)
    Subscription.objects.bulk_update(subscriptions, ["next_at"])
    return len(subscriptions)


def send_due(clock=timezone.now) -> int:
    """Send the reminders that wait. Returns how many went."""
    if not Reminder.objects.due(clock()).exists():
        return 0
    count = 0
    with queue.transport() as connection:
        while taken := queue.claim(Reminder.objects.due(now := clock()), now):
            for reminder in Reminder.objects.filter(pk__in=taken, claimed_at=now).select_related("owner"):
                count += settle(connection, reminder, now)
    return count


def settle(connection, reminder: Reminder, now) -> bool:
    """Send one reminder, or let it be silent. Returns whether it went."""
    try:
        message, is_last = message_for(reminder, now)
    except InvalidToken:  # what this person keeps cannot be read: then nothing is known, and nothing goes
        log.error("reminder stays home: no key opens what account %s keeps", reminder.owner_id)
        message, is_last = None, False
    if message is None:
        return close(reminder, State.SILENT)
    if queue.hand_over(connection, message, reminder):
        if is_last:  # only now: else a refused or interrupted farewell would never come
            stop(reminder, now)
        return close(reminder, State.SENT, sent_at=now, met_signed_in=is_signed_in(reminder.owner, now))
    if reminder.tries >= TRIES:
        close(reminder, State.FAILED)
    return False


def close(reminder: Reminder, state: State, **facts) -> bool:
    """Keep what became of a reminder. Returns whether it was sent."""
    Reminder.objects.filter(pk=reminder.pk).update(state=state, **facts)
    return state == State.SENT


def message_for(reminder: Reminder, now):
    """The message and whether it is the last; no message where there is nothing to say, nowhere to send, or too late.

    After two without a sign-in the last one says kindly that no more will come.
    """
    subscription = Subscription.objects.filter(owner=reminder.owner, kind=reminder.kind, next_at__isnull=False).first()
    address = confirmed_address(reminder.owner) if reminder.owner.is_active else None
    if subscription is None or address is None or is_stale(reminder.due_at, now):
        return None, False
    topics = topics_for(reminder.owner, reminder.kind, day_for(reminder.owner, now))
    if not topics:
        return None, False
    if led_to_nothing(subscription, now):
        return letters.farewell(subscription, address, reminder.token), True
    return letters.reminder(subscription, address, topics, reminder.token), False


def confirmed_address(user) -> str | None:
    """Where a person may be written to."""
    return EmailAddress.objects.filter(user=user, verified=True, primary=True).values_list("email", flat=True).first()


def is_signed_in(user, now) -> bool:
    """Signed in somewhere: then it takes no new sign-in to come and look."""
    return user.sessions.filter(expire_date__gt=now).exists()


def led_to_nothing(subscription: Subscription, now) -> bool:
    """Whether the last two messages led to no sign-in, and the person is not signed in now."""
    user = subscription.owner
    since = max(subscription.asked_at, user.last_login or subscription.asked_at)
    unanswered = Reminder.objects.filter(owner=user, kind=subscription.kind).unanswered(since).count()
    return unanswered >= UNANSWERED and not is_signed_in(user, now)


def stop(reminder: Reminder, now) -> None:
    """Turn messages of this kind off: the person heard so, and can ask for them again."""
    Subscription.objects.filter(owner=reminder.owner, kind=reminder.kind).update(next_at=None, stopped_at=now)


def forget_old(now) -> None:
    """Erase the rows that say what went, after three months."""
    Reminder.objects.filter(due_at__lt=now - KEPT).delete()
