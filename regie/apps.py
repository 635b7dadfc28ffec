"""The project itself is an app: what belongs to the whole, and what joins relations and assessment."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegieConfig(AppConfig):
    """Loads the content at start, so that a mistake in it stops the start."""

    name = "regie"
    verbose_name = _("Regie")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from regie.guide import checks as guide_checks  # noqa: F401 - registers the check and reads the guide
        from regie.help import checks as help_checks  # noqa: F401 - registers the check
        from regie.help.library import lines
        from regie.post import checks as post_checks  # noqa: F401 - registers the check

        lines()
