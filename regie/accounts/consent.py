"""What a person allowed Regie to keep: asked, given, taken back."""

from datetime import date

from django.apps import apps
from django.db import transaction
from django.utils import timezone

from regie.accounts.days import day_for
from regie.accounts.models import Consent, Scope, User
from regie.prepared import prepared

__all__ = ["TEXT_VERSION", "Scope", "give", "has", "since", "withdraw"]

TEXT_VERSION = "2026-1"  # of the words on the consent pages; new words, new version
APP_OF = {Scope.NOTES: "relations", Scope.OUTCOMES: "assessment"}  # everything these apps keep is what was allowed


def has(user, scope: Scope) -> bool:
    """Whether the person allows this now."""
    return bool(holding(owner=user.pk, scope=scope))


@prepared
def holding(owner: int, scope: str):
    """The consent that holds now, if any."""
    return Consent.objects.filter(owner=owner, scope=scope, withdrawn_at=None).values_list("pk", flat=True)


def since(user, scope: Scope) -> date | None:
    """The day, where the person lives, of the yes that holds now; None where none holds."""
    given_at = user.consents.filter(scope=scope, withdrawn_at=None).values_list("given_at", flat=True).first()
    return given_at and day_for(user, given_at)


def give(user, scope: Scope) -> None:
    """Record the yes; a second one changes nothing."""
    Consent.objects.get_or_create(
        owner=user, scope=scope, withdrawn_at=None, defaults={"text_version": TEXT_VERSION, "given_at": timezone.now()}
    )


@transaction.atomic
def withdraw(user, scope: Scope) -> None:
    """Record the no and erase all that the yes had covered."""
    User.objects.select_for_update().get(pk=user.pk)  # else what is being kept at this moment would stay behind
    user.consents.filter(scope=scope, withdrawn_at=None).update(withdrawn_at=timezone.now())
    for model in covered_by(scope):
        model._base_manager.filter(owner=user).delete()


def covered_by(scope: Scope) -> list:
    """The models whose rows a consent covers: those with an owner in its app, and those elsewhere that name it."""
    return [
        model
        for model in apps.get_models()
        if (model._meta.app_label == APP_OF[scope] or getattr(model, "kept_by_consent", None) == scope)
        and any(field.name == "owner" for field in model._meta.fields)
    ]
