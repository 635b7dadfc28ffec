"""Who uses Regie, where they are signed in, and what they allowed."""

import zoneinfo

from django.contrib.auth.models import AbstractUser
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.contrib.sessions.base_session import AbstractBaseSession
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Language(models.TextChoices):
    """The languages of Regie, each by its own name."""

    DUTCH = "nl", "Nederlands"
    ENGLISH = "en", "English"


def is_time_zone(name: str) -> None:
    """Raises ``ValidationError`` unless ``name`` is a zone this machine knows."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("Choose a time zone from the list."))


class User(AbstractUser):
    """A person with an account: a name to sign in with, and how to speak to them. No other name is asked."""

    first_name = last_name = None
    username = models.CharField(
        pgettext_lazy("to sign in with", "user name"),
        max_length=150,
        unique=True,
        validators=[UnicodeUsernameValidator(message=_("Use letters, digits and . @ + - _ only, and no spaces."))],
        error_messages={"unique": _("This name is already in use. Choose another one.")},
    )
    language = models.CharField(_("language"), max_length=2, choices=Language, default=Language.DUTCH)
    time_zone = models.CharField(_("time zone"), max_length=64, default="Europe/Amsterdam", validators=[is_time_zone])
    country = models.CharField(_("country"), max_length=2, default="nl")
    told_unused_at = models.DateTimeField(null=True, editable=False)  # when they heard that it will be erased

    class Meta:
        app_label = "regie"
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def get_full_name(self):
        """The one name there is."""
        return self.username

    get_short_name = get_full_name


class Scope(models.TextChoices):
    """What a person can allow Regie to keep."""

    NOTES = "notes", pgettext_lazy("what is kept", "notes")
    OUTCOMES = "outcomes", pgettext_lazy("what is kept", "outcomes")


class Consent(models.Model):
    """One yes, to one text, from the day it was given to the day it was taken back."""

    owner = models.ForeignKey(User, models.CASCADE, related_name="consents")
    scope = models.CharField(max_length=8, choices=Scope)
    text_version = models.CharField(max_length=10)
    given_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        app_label = "regie"
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints = (
            models.UniqueConstraint(
                fields=("owner", "scope"),
                condition=Q(withdrawn_at=None),
                name="a_person_gives_each_consent_once_at_a_time",
            ),
        )

    def __str__(self):
        return f"{self.scope}, {self.text_version}"


class Session(AbstractBaseSession):
    """A browser that is signed in, or on its way there; it knows its owner, so that erasing ends it."""

    owner = models.ForeignKey(User, models.CASCADE, null=True, related_name="sessions")
    device = models.CharField(max_length=60, blank=True)
    started_at = models.DateTimeField(null=True)  # no auto_now_add: a session is saved by UPDATE of a new instance

    class Meta(AbstractBaseSession.Meta):
        app_label = "regie"
        abstract = False

    @classmethod
    def get_session_store_class(cls):
        """The store that fills these rows."""
        from regie.accounts.sessions import SessionStore

        return SessionStore
