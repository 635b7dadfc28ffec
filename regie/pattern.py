"""What a long list repeats, worked out once: a template for each look, and an address for each page.

Rows differ little, and a template engine walks through each of them again. So the template of a row is rendered once
for each look, with ``{{ place.name }}`` where something of a person comes, and then filled in. What is kept holds
nothing of anyone.
"""

from functools import cache
from html import escape

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import get_language


class Places:
    """Any name as a place to fill in: ``places["name"]`` is ``{name}``."""

    def __getitem__(self, name: str) -> str:
        return f"{{{name}}}"


def filled(template: str, language: str, look: dict, **own) -> str:
    """A template with ``look`` (hashable, nothing of a person) as its context and ``own``, escaped, in its places.

    ``language`` is the active one; a caller with many rows asks for it once.
    """
    pattern = _pattern(template, language, **look)
    return mark_safe(pattern.format_map({name: escape(str(value)) for name, value in own.items()}))  # noqa: S308


def address(name: str, pk: int) -> str:
    """The address of the page ``name`` about ``pk``, in the active language."""
    return _address_pattern(name, get_language()).format(pk)


@cache
def _pattern(template: str, language: str, **look) -> str:
    return render_to_string(template, look | {"place": Places()}).strip()


@cache
def _address_pattern(name: str, language: str) -> str:
    return reverse(name, args=[0]).replace("/0/", "/{}/")
