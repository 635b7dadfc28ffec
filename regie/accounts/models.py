"""Who uses Regie."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A person with an account: a name to sign in with, and how to speak to them."""

    language = models.CharField(_("language"), max_length=2, default="nl")
    time_zone = models.CharField(_("time zone"), max_length=64, default="Europe/Amsterdam")
    country = models.CharField(_("country"), max_length=2, default="nl")

    class Meta:
        app_label = "regie"
        verbose_name = _("person")
        verbose_name_plural = _("people")
