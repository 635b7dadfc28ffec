"""What an operator asks of the mail: does it go, and what waits."""

from datetime import datetime

from django.db.models import Max

from regie.post.models import Mail, Reminder, State, Subscription
from regie.post.rules import TRIES


def report(now: datetime) -> str:
    """A line for each fact; numbers only, nothing about a person."""
    last = Reminder.objects.filter(state=State.SENT).aggregate(last=Max("sent_at"))["last"]
    facts = {
        "mail that waits": Mail.objects.filter(tries__lt=TRIES).count(),
        "mail given up": Mail.objects.filter(tries__gte=TRIES).count(),
        "reminders that wait": Reminder.objects.filter(state=State.WAITING).count(),
        "reminders refused": Reminder.objects.filter(state=State.FAILED).count(),
        "subscriptions on": Subscription.objects.filter(next_at__isnull=False).count(),
        "subscriptions past their time": Subscription.objects.filter(next_at__lt=now).count(),
        "last reminder sent": last.isoformat(timespec="minutes") if last else "never",
    }
    return "\n".join(f"{name}: {value}" for name, value in facts.items())
