"""What a person wrote themselves, told apart from the text of a tip that a form had filled in for them."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from django.utils.translation import override

from regie.content import Words, plain
from regie.guide.library import Tip
from relations.forms.tip_helpers import RUNGS


def own_words(tip: Tip, text: str) -> str:
    """``text`` where the person wrote it; nothing where it is a text of ``tip``."""
    return "" if text in texts_of(tip) else text


def texts_of(tip: Tip) -> set[str]:
    """Every text of a tip and of the ladder beside it, in both languages, as it may be filled in for the person."""
    texts = {text for words in words_in(tip) for text in (words.nl, words.en)}
    for language in ("nl", "en"):
        with override(language):
            texts |= {str(rung) for rung in RUNGS.values()}
    return texts | {plain(text) for text in texts}


def words_in(content: Any) -> Iterator[Words]:
    """All words in a piece of content and in what it consists of."""
    if isinstance(content, Words):
        yield content
    elif isinstance(content, tuple):
        for part in content:
            yield from words_in(part)
    elif is_dataclass(content):
        for field in fields(content):
            yield from words_in(getattr(content, field.name))
