"""What waits to be sent, and who asked for what."""

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from regie.accounts.models import Scope
from regie.post.rules import CLAIM_HOLDS, TRIES
from regie.sealed import SealedTextField


class WaitingQuerySet(models.QuerySet):
    """Rows that are claimed, sent and done with."""

    def free(self, now) -> Self:
        """Those that nobody is sending: never claimed, or by a process that died on the way."""
        return self.filter(Q(claimed_at=None) | Q(claimed_at__lt=now - CLAIM_HOLDS), tries__lt=TRIES).order_by("pk")


class Mail(models.Model):
    """A message that waits; its row is gone once it is sent."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="waiting_mail")
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    content = SealedTextField()
    created_at = models.DateTimeField(auto_now_add=True)
    claimed_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)

    objects = WaitingQuerySet.as_manager()

    class Meta:
        app_label = "regie"
        verbose_name = _("waiting mail")
        verbose_name_plural = _("waiting mail")

    def __str__(self):
        return str(self.token)

    @property
    def waits_since(self):
        """When it was written."""
        return self.created_at


class Kind(models.TextChoices):
    """What a person can ask for."""

    REMINDER = "reminder", pgettext_lazy("kind of mail", "a message on the day")
    DIGEST = "digest", pgettext_lazy("kind of mail", "a message each week")


class Subscription(models.Model):
    """What a person asked for, and when they want it. Off where ``next_at`` is empty."""

    kept_by_consent = Scope.NOTES

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="subscriptions")
    kind = models.CharField(max_length=8, choices=Kind)
    weekday = models.PositiveSmallIntegerField(null=True)  # Monday is 0; empty for each day
    hour = models.PositiveSmallIntegerField()
    asked_at = models.DateTimeField()
    next_at = models.DateTimeField(null=True, db_index=True)
    stopped_at = models.DateTimeField(null=True)  # by us, after two that led to no sign-in

    class Meta:
        app_label = "regie"
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")
        constraints = (
            models.UniqueConstraint(fields=("owner", "kind"), name="a_person_asks_for_each_kind_of_mail_once"),
            models.CheckConstraint(condition=Q(hour__range=(0, 23)), name="mail_goes_at_an_hour_of_the_day"),
            models.CheckConstraint(
                condition=Q(weekday=None) | Q(weekday__range=(0, 6)), name="mail_goes_on_a_day_of_the_week"
            ),
        )

    def __str__(self):
        return f"{self.kind} {self.owner_id}"

    @property
    def is_on(self) -> bool:
        """The person gets these messages."""
        return self.next_at is not None


class State(models.TextChoices):
    """What became of a reminder."""

    WAITING = "waiting"
    SENT = "sent"
    SILENT = "silent"  # there was nothing to say, or nothing may be said now
    FAILED = "failed"


class ReminderQuerySet(WaitingQuerySet):
    """Reminders that were made."""

    def due(self, now) -> Self:
        """Those that wait and that nobody is sending."""
        return self.free(now).filter(state=State.WAITING)

    def sent(self) -> Self:
        """Those that went, the latest first."""
        return self.filter(state=State.SENT).order_by("-sent_at")

    def unanswered(self, since) -> Self:
        """Those that went after ``since`` and found nobody signed in."""
        return self.sent().filter(sent_at__gt=since, met_signed_in=False)


class Reminder(models.Model):
    """One message to one person on one day. It holds no words: they are found when it is sent."""

    kept_by_consent = Scope.NOTES

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="reminders")
    kind = models.CharField(max_length=8, choices=Kind)
    due_on = models.DateField()
    due_at = models.DateTimeField()
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    met_signed_in = models.BooleanField(default=False)  # the person was signed in somewhere when it went

    objects = ReminderQuerySet.as_manager()

    class Meta:
        app_label = "regie"
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        constraints = (
            models.UniqueConstraint(fields=("owner", "kind", "due_on"), name="a_person_gets_one_of_a_kind_a_day"),
        )
        indexes = (
            models.Index(fields=("id",), condition=Q(state="waiting"), name="reminders_that_wait"),
            models.Index(fields=("owner", "-sent_at"), name="reminders_of_an_owner"),
        )

    def __str__(self):
        return f"{self.kind} {self.due_on}"

    @property
    def waits_since(self):
        """When it should have gone."""
        return self.due_at


def message_id(token) -> str:
    """The ``Message-ID`` of a row: the same each time, so that a mailbox drops a second one."""
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ")
    return f"<{token}@{domain}>"
