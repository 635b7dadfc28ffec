"""Someone, a place or a group in a person's circle."""

from datetime import date
from urllib.parse import quote

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from regie.sealed import SealedTextField
from relations.kinds import AppointmentWeek, Kind, Need, Party, Rhythm, Status, Weekday
from relations.querysets import RelationQuerySet
from relations.rules.rhythm import Appointment


class Relation(models.Model):
    """One relation of its owner: two fields to start with, the rest may stay empty for ever."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="relations")
    key = models.UUIDField(null=True, blank=True, editable=False)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=Kind)
    party = models.CharField(max_length=8, choices=Party, default=Party.PERSON)

    status = models.CharField(max_length=8, choices=Status, default=Status.ACTIVE)
    former_status = models.CharField(max_length=8, choices=Status, blank=True)
    status_changed_on = models.DateField(null=True, blank=True)
    died_on = models.DateField(null=True, blank=True)
    wants_anniversaries = models.BooleanField(default=False)
    is_unsafe = models.BooleanField(default=False)

    rhythm_days = models.PositiveSmallIntegerField(choices=Rhythm, null=True, blank=True)
    appointment_week = models.PositiveSmallIntegerField(choices=AppointmentWeek, null=True, blank=True)
    appointment_weekday = models.PositiveSmallIntegerField(choices=Weekday, null=True, blank=True)
    quiet_until = models.DateField(null=True, blank=True)

    role = SealedTextField(blank=True)
    shares = SealedTextField(blank=True)
    needs = models.JSONField(default=list, blank=True)
    good_enough = models.JSONField(default=list, blank=True)
    familiar_names = SealedTextField(blank=True)
    birthday_day = models.PositiveSmallIntegerField(null=True, blank=True)
    birthday_month = models.PositiveSmallIntegerField(null=True, blank=True)
    birthday_year = models.PositiveSmallIntegerField(null=True, blank=True)
    phone = SealedTextField(blank=True)
    email = SealedTextField(blank=True)
    address = SealedTextField(blank=True)
    note = SealedTextField(blank=True)

    added_on = models.DateField()
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = RelationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="one_form_makes_one_relation"),
            models.CheckConstraint(condition=~Q(name=""), name="a_relation_has_a_name"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="a_relation_is_of_one_of_three_kinds"),
            models.CheckConstraint(condition=Q(party__in=Party.values), name="a_relation_is_a_person_place_or_group"),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="a_relation_has_one_of_four_statuses"),
            models.CheckConstraint(
                condition=Q(rhythm_days__isnull=True) | Q(rhythm_days__in=Rhythm.values),
                name="a_rhythm_is_one_of_five_choices",
            ),
            models.CheckConstraint(
                condition=Q(rhythm_days__isnull=True) | Q(appointment_weekday__isnull=True),
                name="a_rhythm_or_a_fixed_appointment",
            ),
            models.CheckConstraint(
                condition=Q(appointment_week__isnull=True, appointment_weekday__isnull=True)
                | Q(
                    appointment_week__isnull=False,
                    appointment_weekday__isnull=False,
                    appointment_week__in=AppointmentWeek.values,
                    appointment_weekday__in=Weekday.values,
                ),
                name="an_appointment_has_a_week_and_a_day",
            ),
            models.CheckConstraint(
                condition=Q(birthday_day__isnull=True, birthday_month__isnull=True, birthday_year__isnull=True)
                | Q(
                    birthday_day__isnull=False,
                    birthday_month__isnull=False,
                    birthday_day__range=(1, 31),
                    birthday_month__range=(1, 12),
                ),
                name="a_birthday_has_a_day_and_a_month",
            ),
        ]
        indexes = [
            models.Index(fields=["removed_at"], condition=Q(removed_at__isnull=False), name="removed_relations"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        """The page of this relation."""
        return reverse("relations:detail", args=[self.pk])

    @property
    def is_active(self) -> bool:
        """Regie may propose something with this relation."""
        return self.status == Status.ACTIVE and not self.is_unsafe and self.removed_at is None

    @property
    def is_in_circle(self) -> bool:
        """Stands in the kring: active or resting."""
        return self.status in (Status.ACTIVE, Status.RESTING)

    @property
    def may_be_called(self) -> bool:
        """A tap may call or mail: not with who died, and not where contact felt unsafe."""
        return self.status != Status.DIED and not self.is_unsafe

    @property
    def phone_uri(self) -> str:
        """The address that calls; nothing without a number."""
        digits = "".join(sign for sign in self.phone if sign.isascii() and sign.isdigit())
        return f"tel:{'+' if self.phone.startswith('+') else ''}{digits}" if digits else ""

    @property
    def email_uri(self) -> str:
        """The address that starts a mail; nothing without one."""
        return f"mailto:{quote(self.email, safe='@')}" if self.email else ""

    @property
    def needs_met(self) -> list[tuple[str, bool]]:
        """What it is good for, in words, each with whether it is good enough."""
        return [(need.label, need in self.good_enough) for need in Need if need in {*self.needs, *self.good_enough}]

    @property
    def appointment(self) -> Appointment | None:
        """The fixed appointment, such as every first Saturday."""
        if self.appointment_weekday is None:
            return None
        return Appointment(week=self.appointment_week, weekday=self.appointment_weekday)

    @property
    def has_rhythm(self) -> bool:
        """The person chose a rhythm or a fixed appointment."""
        return self.rhythm_days is not None or self.appointment_weekday is not None

    @property
    def birthday(self) -> date | None:
        """The birthday in a leap year, for its day and month; None where it is not known."""
        return date(2000, self.birthday_month, self.birthday_day) if self.birthday_month else None
