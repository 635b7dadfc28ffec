"""System check: the content of the guide can be read."""

from django.core.checks import Error, register

from regie.content import ContentError
from regie.guide.library import CONTENT, load


@register
def guide_is_sound(app_configs, folder=CONTENT, **kwargs) -> list[Error]:
    """One error for the first thing that cannot be read, nothing when all is well."""
    try:
        load(folder)
    except ContentError as error:
        return [Error(str(error), id="regie.guide.E001")]
    return []
