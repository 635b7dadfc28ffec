"""The three kinds, relations and contact moments."""

from django.apps import AppConfig


class RelationsConfig(AppConfig):
    """A person's own circle."""

    name = "relations"
    default_auto_field = "django.db.models.BigAutoField"
