"""What an export leaves out: with UNSAFE no text of an intimate tip, only its id and the person's own words."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from django.utils.translation import override

from assessment.openness import Openness, Standing, tip_openness
from regie.content import Words, plain
from regie.guide.library import tips
from regie.mydata.records import Table
from relations.forms.tip_helpers import RUNGS
from relations.models import Intention


def is_off(tip_id: str, standing: Standing) -> bool:
    """Is this a tip whose text may not stand anywhere now?"""
    tip = tips.get(tip_id)
    return tip is not None and tip_openness(tip, standing) is Openness.OFF


def own_text(tip_id: str, text: str, standing: Standing) -> str:
    """``text`` where the person wrote it; nothing where it is the text of a tip that is off."""
    return "" if text and is_off(tip_id, standing) and text in texts_of(tip_id) else text


def own_step(tip_id: str, step: str, standing: Standing) -> str:
    """The step in the person's own words; where it is the text of a tip that is off, the tip's id."""
    return own_text(tip_id, step, standing) or tip_id


def texts_of(tip_id: str) -> set[str]:
    """Every text of a tip and of the ladder beside it, in both languages, as it may be filled in for the person."""
    texts = {text for words in words_in(tips[tip_id]) for text in (words.nl, words.en)}
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


def withheld(table: Table, record: dict[str, Any], standing: Standing) -> dict[str, Any]:
    """``record`` without the words of a tip that is off; what the person wrote stays."""
    if table.model is not Intention or "tip" not in record:
        return record
    own = {"step": own_step(record["tip"], record["step"], standing)}
    words = own_text(record["tip"], record.get("words", ""), standing)
    kept = {name: value for name, value in record.items() if name != "words"}
    return {**kept, **own, **({"words": words} if words else {})}
