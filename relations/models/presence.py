"""Who was there in a contact moment."""

from django.db import models
from django.db.models import Q

from relations.querysets import PresenceQuerySet


class Presence(models.Model):
    """One relation in one moment.

    ``happened_on`` and ``counts`` are copies of the moment's, so that the last contact of each relation is one
    step in one index. ``relations.services`` keeps them true.
    """

    relation = models.ForeignKey("relations.Relation", models.CASCADE, related_name="presences")
    moment = models.ForeignKey("relations.ContactMoment", models.CASCADE, related_name="presences")
    happened_on = models.DateField()
    counts = models.BooleanField(default=True)

    objects = PresenceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["moment", "relation"], name="a_relation_is_once_in_a_moment"),
        ]
        indexes = [
            # Partial, not a column more: SQLite reads a boolean as a condition and then finds no equality in an index.
            # The moment comes along, so that counting moments needs no look at the table.
            models.Index(
                fields=["relation", "happened_on", "moment"], condition=Q(counts=True), name="contact_of_a_relation"
            ),
            models.Index(fields=["relation", "happened_on"], condition=Q(counts=False), name="what_was_no_contact"),
        ]

    def __str__(self):
        return f"{self.relation_id} {self.happened_on}"
