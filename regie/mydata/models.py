"""What Regie keeps of bringing in, taking out and merging."""

import json

from django.conf import settings
from django.db import models

from regie.accounts.models import Scope
from regie.sealed import SealedTextField


class WaitingImport(models.Model):
    """A file that waits for a yes: what was read in it, and what the person chose so far. Gone after an hour."""

    kept_by_consent = Scope.NOTES

    owner = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="waiting_import")
    key = models.UUIDField()
    made_at = models.DateTimeField()
    content = SealedTextField()
    choices = SealedTextField(blank=True)

    class Meta:
        app_label = "regie"

    def __str__(self):
        return f"waiting import {self.pk}"


class Import(models.Model):
    """A file that was taken over. ``made`` holds what it made and changed, so that it can be undone as a whole."""

    kept_by_consent = Scope.NOTES

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="imports")
    key = models.UUIDField()  # of the file that waited: a second yes is the same import
    made_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)
    taken = models.PositiveIntegerField()
    joined = models.PositiveIntegerField()
    skipped = models.PositiveIntegerField()
    unreadable = models.PositiveIntegerField()
    made = SealedTextField(blank=True)

    class Meta:
        app_label = "regie"
        constraints = (models.UniqueConstraint(fields=("owner", "key"), name="a_file_is_taken_over_once"),)

    def __str__(self):
        return f"import {self.pk}"

    @property
    def steps(self) -> dict:
        """What was made, per model, and what was there before."""
        return json.loads(self.made or "{}")


class Merge(models.Model):
    """Two relations that turned out to be one. ``before`` holds what moved, so that it can be undone."""

    kept_by_consent = Scope.NOTES

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="merges")
    kept = models.ForeignKey("relations.Relation", models.CASCADE, related_name="merges")
    removed = models.OneToOneField("relations.Relation", models.CASCADE, related_name="merged_into")
    made_at = models.DateTimeField()
    before = SealedTextField()

    class Meta:
        app_label = "regie"

    def __str__(self):
        return f"merge {self.pk}"


class CalendarFeed(models.Model):
    """A person's secret address for their own calendar. The digest finds it; only the owner can read it again."""

    kept_by_consent = Scope.NOTES

    owner = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="calendar_feed")
    secret = SealedTextField()
    digest = models.CharField(max_length=64, unique=True)
    made_on = models.DateField()
    is_discreet = models.BooleanField(default=True)
    has_birthdays = models.BooleanField(default=False)

    class Meta:
        app_label = "regie"

    def __str__(self):
        return f"calendar feed {self.pk}"
