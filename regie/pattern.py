"""What pages and lists repeat, worked out once: a template for each look, and an address for each page.

The frame of a page is the same for everyone, and rows differ little; a template engine walks through each of them
again. So such a template is drawn once for each look. Where something of a person comes, it has ``{{ place.name }}``,
which is filled in each time. What is kept holds nothing of anyone.
"""

from functools import cache
from html import escape

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString


class Places:
    """Any name as a place to fill in: ``places["name"]`` is ``{name}``."""

    def __getitem__(self, name: str) -> str:
        return f"{{{name}}}"


@cache
def drawn(template: str, language: str, **look) -> SafeString:
    """A template with ``look`` as its context: hashable, of few kinds, and nothing of a person.

    ``language`` is the active one; a caller with many rows asks for it once.
    """
    return SafeString(render_to_string(template, look).strip())


def filled(template: str, language: str, look: dict, **own) -> SafeString:
    """The same with ``own``, escaped, in its places; a form also has the place ``csrf_token``."""
    pattern = _pattern(template, language, **look)
    for name, value in own.items():
        if not isinstance(value, int | float):  # a number needs it not, and most places of a picture are numbers
            own[name] = escape(str(value))
    return SafeString(pattern.format_map(own))


def address(name: str, language: str, pk: int) -> str:
    """The address of the page ``name`` about ``pk``; ``language`` is the active one."""
    return _address_pattern(name, language).format(pk)


@cache
def _pattern(template: str, language: str, **look) -> str:
    return render_to_string(template, look | {"place": Places(), "csrf_token": "{csrf_token}"}).strip()


@cache
def _address_pattern(name: str, language: str) -> str:
    return reverse(name, args=[0]).replace("/0/", "/{}/")
