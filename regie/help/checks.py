"""A mistake in the help lines is an error of ``manage.py check``, with file and line."""

from django.core.checks import Error, register

from regie.content import ContentError
from regie.help.library import lines


@register
def help_lines_are_sound(app_configs, **kwargs):
    """One error for the first mistake in ``lines.toml``, nothing when all is well."""
    try:
        lines()
    except ContentError as error:
        return [Error(str(error), id="regie.help.E001")]
    return []
