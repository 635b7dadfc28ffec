"""The hour of the week that is worst, with a plan for it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from regie.sealed import SealedTextField
from relations.kinds import Weekday
from relations.querysets import OwnedQuerySet


class HardMoment(models.Model):
    """One hour of the week, in the person's own time zone, and what they mean to do then."""

    owner = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="hard_moment")
    weekday = models.PositiveSmallIntegerField(choices=Weekday)
    hour = models.PositiveSmallIntegerField()
    relation = models.ForeignKey(
        "relations.Relation", models.SET_NULL, null=True, blank=True, related_name="hard_moments"
    )
    contact = SealedTextField(blank=True)
    away_from_screen = SealedTextField(blank=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(weekday__in=Weekday.values, hour__range=(0, 23)), name="a_hard_moment_is_an_hour_of_a_week"
            ),
        ]

    def __str__(self):
        return f"{self.get_weekday_display()} {self.hour}"
