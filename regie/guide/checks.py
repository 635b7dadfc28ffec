"""System check: the content of the guide can be read, and every link in it leads somewhere."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from django.core.checks import Error, register
from django.urls import Resolver404, resolve
from django.utils.translation import override

from regie.content import LANGUAGES, ContentError, Words
from regie.guide.library import CONTENT, load

LINK = re.compile(r"\]\((/[^)#]*)")


@register
def guide_is_sound(app_configs, folder=CONTENT, **kwargs) -> list[Error]:
    """One error for the first thing that cannot be read, else one for each link to a page that is not there."""
    try:
        library = load(folder)
    except ContentError as error:
        return [Error(str(error), id="regie.guide.E001")]
    texts = [
        words
        for group in (library.kinds, library.steps, library.pages, library.sources)
        for words in all_words(list(group.values()))
    ]
    return [
        Error(f"content links to {path}, which is no page ({language})", id="regie.guide.E002")
        for language in LANGUAGES
        for path in sorted({path for words in texts for path in LINK.findall(getattr(words, language))})
        if not is_page(path, language)
    ]


def is_page(path: str, language: str) -> bool:
    with override(language):
        try:
            resolve(path)
        except Resolver404:
            return False
    return True


def all_words(value) -> Iterator[Words]:
    """Every text inside a record, however deep."""
    if isinstance(value, Words):
        yield value
    elif isinstance(value, list | tuple):
        for item in value:
            yield from all_words(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from all_words(getattr(value, field.name))
