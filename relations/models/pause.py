"""A time in which nothing is proposed."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from relations.kinds import PauseReason


class Pause(models.Model):
    """A pause for one relation, or for all where ``relation`` is empty. Without an end it lasts until taken off."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="pauses")
    relation = models.ForeignKey("relations.Relation", models.CASCADE, null=True, blank=True, related_name="pauses")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=8, choices=PauseReason, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="a_pause_ends_on_or_after_its_start",
            ),
            models.UniqueConstraint(
                fields=["relation"], condition=Q(relation__isnull=False), name="a_relation_has_one_pause"
            ),
            models.UniqueConstraint(
                fields=["owner"], condition=Q(relation__isnull=True), name="a_person_has_one_pause_for_all"
            ),
        ]

    def __str__(self):
        return f"{self.starts_on} – {self.ends_on or '…'}"

    def is_over(self, day) -> bool:
        """Whether the pause ended before ``day``."""
        return self.ends_on is not None and self.ends_on < day

    def holds_on(self, day) -> bool:
        """Whether ``day`` lies in the pause."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)
