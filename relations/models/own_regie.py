"""A person's own course: three lines, their own wish, and what they want to see."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from regie.sealed import SealedTextField
from relations.kinds import Weight


class OwnRegie(models.Model):
    """Three lines of one's own, how contact should be shared, values, hidden cards and cards put away."""

    owner = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="own_regie")
    where_open = SealedTextField(blank=True)
    what_kept_up = SealedTextField(blank=True)
    how_time = SealedTextField(blank=True)
    values = SealedTextField(blank=True)
    wish_intimate = models.PositiveSmallIntegerField(choices=Weight, null=True, blank=True)
    wish_friendship = models.PositiveSmallIntegerField(choices=Weight, null=True, blank=True)
    wish_community = models.PositiveSmallIntegerField(choices=Weight, null=True, blank=True)
    hidden_cards = models.JSONField(default=list, blank=True)
    reward_card_away_until = models.DateField(null=True, blank=True)
    giving_card_away_until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(wish_intimate__isnull=True, wish_friendship__isnull=True, wish_community__isnull=True)
                | Q(
                    wish_intimate__isnull=False,
                    wish_friendship__isnull=False,
                    wish_community__isnull=False,
                    wish_intimate__in=Weight.values,
                    wish_friendship__in=Weight.values,
                    wish_community__in=Weight.values,
                ),
                name="a_wish_speaks_of_all_three_kinds",
            ),
        ]

    def __str__(self):
        return str(self.pk)
