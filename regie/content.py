"""Content files: TOML with Dutch and English side by side, read into frozen dataclasses.

A mistake in a file is a ``ContentError`` that names the file and the line:
``small-openings.toml:8: caution is missing in en``.
"""

import re
import tomllib
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from markdown_it import MarkdownIt

from regie.toml_lines import lines_of

LANGUAGES = ("nl", "en")
SYNTAX_LINE = re.compile(r" \(at line (\d+), column \d+\)")
MARKDOWN = MarkdownIt("commonmark", {"html": False})

Record = TypeVar("Record")
type_hints = cache(get_type_hints)


class ContentError(Exception):
    """A content file cannot be used; the text names file and line."""


@dataclass(frozen=True)
class Words:
    """One text in both languages. ``str()`` is the text of the active language."""

    nl: str
    en: str

    def __str__(self) -> str:
        return self.nl if (get_language() or "nl").startswith("nl") else self.en

    @property
    def html(self) -> SafeString:
        """The Markdown of the active language as HTML; tags in the text come out escaped."""
        return markdown(str(self))

    @property
    def inline(self) -> SafeString:
        """As ``html``, without a paragraph around it."""
        return markdown_inline(str(self))

    @property
    def plain(self) -> str:
        """The text of the active language without Markdown."""
        return plain(str(self))


@cache
def markdown(text: str) -> SafeString:
    """Blocks of Markdown as HTML; tags in the text come out escaped."""
    return mark_safe(MARKDOWN.render(text))  # noqa: S308 - html is off: tags in the text come out escaped


@cache
def markdown_inline(text: str) -> SafeString:
    """The same for one line, without a paragraph around it."""
    return mark_safe(MARKDOWN.renderInline(text))  # noqa: S308 - as above


@cache
def plain(text: str) -> str:
    """The words of a Markdown text, one block a line."""
    blocks = (token.children or [] for token in MARKDOWN.parse(text) if token.type == "inline")
    return "\n".join("".join(" " if part.type == "softbreak" else part.content for part in block) for block in blocks)


@dataclass(frozen=True)
class Document:
    """One parsed file that still knows on which line each key stands."""

    path: Path
    data: dict[str, Any]
    lines: dict[tuple, int]

    @classmethod
    def read(cls, path: Path) -> "Document":
        """The parsed file; raises ``ContentError`` that names the line where it is no TOML."""
        text = path.read_text(encoding="utf-8")
        try:
            data = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            line = SYNTAX_LINE.search(str(error))
            message = SYNTAX_LINE.sub("", str(error))
            number = line[1] if line else len(text.splitlines())
            raise ContentError(f"{path.name}:{number}: {message}") from error
        return cls(path, data, lines_of(text))

    def error(self, place: tuple, message: str) -> ContentError:
        """An error at ``place``, or at the nearest table around it that is there."""
        while place not in self.lines:
            place = place[:-1]
        return ContentError(f"{self.path.name}:{self.lines[place]}: {message}")

    def build(self, cls: type[Record], **given: Any) -> Record:
        """The whole file as one ``cls``; ``given`` are fields that do not stand in the file."""
        return self._record(cls, self.data, (), given)

    def _record(self, cls, table: Any, place: tuple, given: dict[str, Any]):
        if not isinstance(table, dict):
            raise self.error(place, f"{_name(place)} must be a table")
        known = {field.name: field for field in fields(cls) if field.init}
        for key in table.keys() - (known.keys() - given.keys()):
            raise self.error((*place, key), f"unknown key: {key}")
        values = dict(given)
        for name, field in known.items():
            if name in table:
                values[name] = self._value(type_hints(cls)[name], table[name], (*place, name))
            elif name not in given and field.default is MISSING and field.default_factory is MISSING:
                raise self.error((*place, name), f"{name} is missing")
        return cls(**values)

    def _value(self, expected: Any, value: Any, place: tuple):
        origin, arguments = get_origin(expected), get_args(expected)
        if origin in (Union, UnionType):
            (expected,) = (each for each in arguments if each is not NoneType)
            return self._value(expected, value, place)
        if origin in (tuple, frozenset):
            return origin(self._items(arguments[0], value, place))
        if expected is Words:
            return self._words(value, place)
        if is_dataclass(expected):
            return self._record(expected, value, place, {})
        if isinstance(expected, type) and issubclass(expected, Enum):
            return self._member(expected, value, place)
        if type(value) is not expected:
            raise self.error(place, f"{_name(place)} must be {expected.__name__}")
        return value

    def _items(self, expected: Any, value: Any, place: tuple) -> list:
        if not isinstance(value, list):
            raise self.error(place, f"{_name(place)} must be a list")
        return [self._value(expected, item, (*place, index)) for index, item in enumerate(value)]

    def _words(self, value: Any, place: tuple) -> Words:
        if not isinstance(value, dict):
            raise self.error(place, f"{_name(place)} must have nl and en")
        for language in LANGUAGES:
            text = value.get(language, "")
            if not (isinstance(text, str) and text.strip()):
                raise self.error(place, f"{_name(place)} is missing in {language}")
        for key in value.keys() - set(LANGUAGES):
            raise self.error((*place, key), f"unknown key: {key}")
        return Words(value["nl"].strip(), value["en"].strip())

    def _member(self, expected: type[Enum], value: Any, place: tuple) -> Enum:
        """A member by its name or its value."""
        members = {member.value: member for member in expected} | dict(expected.__members__)
        if not isinstance(value, str | int) or value not in members:
            names = ", ".join(expected.__members__)
            raise self.error(place, f"{_name(place)} has {value!r}, which is none of {names}")
        return members[value]


def _name(place: tuple) -> str:
    return next((str(part) for part in reversed(place) if isinstance(part, str)), "the file")
