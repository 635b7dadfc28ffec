"""A moment of contact, or the plan of one."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from regie.sealed import SealedTextField
from relations.kinds import Exchange, FeelingAfter, FeelingBefore, Manner, Starter
from relations.querysets import ContactMomentQuerySet


class ContactMoment(models.Model):
    """One moment with one or more relations.

    ``took_place`` is True for what happened, None for a plan, and False for a plan that fell through.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="contact_moments")
    key = models.UUIDField(null=True, blank=True, editable=False)
    relations = models.ManyToManyField("relations.Relation", through="relations.Presence", related_name="moments")
    happened_on = models.DateField()
    manner = models.CharField(max_length=12, choices=Manner)
    took_place = models.BooleanField(null=True, default=True)
    started_by = models.CharField(max_length=8, choices=Starter, blank=True)
    exchange = models.CharField(max_length=8, choices=Exchange, blank=True)
    felt_before = models.CharField(max_length=8, choices=FeelingBefore, blank=True)
    felt_after = models.CharField(max_length=8, choices=FeelingAfter, blank=True)
    note = SealedTextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = ContactMomentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="one_form_logs_one_moment"),
            models.CheckConstraint(condition=Q(manner__in=Manner.values), name="contact_has_one_of_eight_manners"),
            models.CheckConstraint(
                condition=Q(felt_before="") | Q(felt_before__in=FeelingBefore.values),
                name="before_it_felt_heavy_ordinary_or_light",
            ),
            models.CheckConstraint(
                condition=Q(felt_after="") | Q(felt_after__in=FeelingAfter.values),
                name="after_it_felt_heavier_the_same_or_lighter",
            ),
        ]
        indexes = [
            models.Index(fields=["owner", "-happened_on", "-id"], name="moments_of_an_owner_by_day"),
            models.Index(
                fields=["owner", "-happened_on", "-id"],
                condition=~Q(felt_after=""),
                name="moments_that_carry_a_feeling",
            ),
            models.Index(
                fields=["owner", "-happened_on", "-id"],
                condition=Q(felt_after=FeelingAfter.HEAVIER, exchange=Exchange.GAVE),
                name="heavy_gifts_of_an_owner",
            ),
            models.Index(fields=["removed_at"], condition=Q(removed_at__isnull=False), name="removed_moments"),
            models.Index(
                fields=["owner", "happened_on"], condition=Q(took_place__isnull=True), name="plans_of_an_owner"
            ),
        ]

    def __str__(self):
        return f"{self.get_manner_display()} {self.happened_on}"

    def get_absolute_url(self):
        """The page of this moment."""
        return reverse("relations:moment", args=[self.pk])

    @property
    def counts(self) -> bool:
        """There was contact: it took place, somebody answered, and it was not removed."""
        return self.took_place is True and self.manner != Manner.NO_ANSWER and self.removed_at is None

    @property
    def is_plan(self) -> bool:
        """Meant to happen, and nobody said yet whether it did."""
        return self.took_place is None

    @property
    def felt_heavier(self) -> bool:
        """The person felt heavier afterwards."""
        return self.felt_after == FeelingAfter.HEAVIER
