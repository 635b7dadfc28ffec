"""System check: the help lines can be read, and every country has a line for everything that is asked of one."""

from django.core.checks import Error, register

from regie.content import ContentError
from regie.help.library import PATH, read


@register
def help_lines_are_sound(app_configs, path=PATH, **kwargs) -> list[Error]:
    """One error, with file and line, for the first mistake."""
    try:
        read(path)
    except ContentError as error:
        return [Error(str(error), id="regie.help.E001")]
    return []
