"""Another look at something that happened."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from regie.sealed import SealedTextField
from relations.kinds import Reading
from relations.querysets import OwnedQuerySet


class TwoReadings(models.Model):
    """What happened, how a person read it first, and how else it can be read. Earlier text never changes."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="two_readings")
    key = models.UUIDField(null=True, blank=True, editable=False)
    moment = models.ForeignKey(
        "relations.ContactMoment", models.SET_NULL, null=True, blank=True, related_name="two_readings"
    )
    relation = models.ForeignKey(
        "relations.Relation", models.SET_NULL, null=True, blank=True, related_name="two_readings"
    )
    happened = SealedTextField(blank=True)
    first_reading = SealedTextField(blank=True)
    second_reading = SealedTextField(blank=True)
    third_reading = SealedTextField(blank=True)
    to_a_friend = SealedTextField(blank=True)
    written_on = models.DateField()
    fits_now = models.CharField(max_length=8, choices=Reading, blank=True)
    fits_words = SealedTextField(blank=True)
    hoped = SealedTextField(blank=True)
    was_seen = SealedTextField(blank=True)
    next_time = SealedTextField(blank=True)
    looked_back_on = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="one_form_makes_one_set_of_readings"),
            models.CheckConstraint(
                condition=Q(fits_now="") | Q(looked_back_on__isnull=False), name="what_fits_now_has_its_day"
            ),
        ]
        indexes = [
            models.Index(fields=["owner", "looked_back_on", "written_on"], name="readings_of_an_owner"),
        ]

    def __str__(self):
        return str(self.pk)
