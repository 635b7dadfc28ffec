"""The self-check and the safeguard."""

from django.apps import AppConfig


class AssessmentConfig(AppConfig):
    """Which help or tips fit now."""

    name = "assessment"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from assessment import checks  # noqa: F401 - registers itself
