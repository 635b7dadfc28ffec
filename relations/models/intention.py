"""Something small that a person means to do."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from regie.sealed import SealedTextField
from relations.kinds import FeelingAfter, IntentionState
from relations.querysets import OwnedQuerySet


class Intention(models.Model):
    """A smallest step with perhaps a relation, a day and an anchor. ``tip`` is the id of the tip it came from."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="intentions")
    key = models.UUIDField(null=True, blank=True, editable=False)
    tip = models.SlugField(blank=True)
    relation = models.ForeignKey(
        "relations.Relation", models.SET_NULL, null=True, blank=True, related_name="intentions"
    )
    follows = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="followed_by")
    step = SealedTextField()
    anchor = SealedTextField(blank=True)
    words = SealedTextField(blank=True)
    planned_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=8, choices=IntentionState, default=IntentionState.OPEN)
    answered_on = models.DateField(null=True, blank=True)
    felt_after = models.CharField(max_length=8, choices=FeelingAfter, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="one_form_makes_one_intention"),
            models.CheckConstraint(
                condition=Q(state__in=IntentionState.values), name="an_intention_is_open_done_or_let_go"
            ),
        ]
        indexes = [
            models.Index(fields=["owner", "state", "planned_on"], name="intentions_of_an_owner"),
        ]

    def __str__(self):
        return str(self.pk)

    @property
    def is_open(self) -> bool:
        """Not answered yet."""
        return self.state == IntentionState.OPEN

    @property
    def with_whom(self) -> str:
        """The name of the relation; nothing for nobody in particular, or for someone who was removed."""
        return self.relation.name if self.relation and self.relation.removed_at is None else ""
