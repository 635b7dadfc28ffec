"""What an export leaves out: with UNSAFE no text of an intimate tip, only its id and the person's own words."""

from typing import Any

from assessment.openness import Openness, Standing, tip_openness
from regie.content import plain
from regie.guide.library import tips
from regie.mydata.records import Table
from relations.models import Intention


def is_off(tip_id: str, standing: Standing) -> bool:
    """Is this a tip whose text may not stand anywhere now?"""
    tip = tips.get(tip_id)
    return tip is not None and tip_openness(tip, standing) is Openness.OFF


def own_step(tip_id: str, step: str, standing: Standing) -> str:
    """``step`` where the person wrote it; the tip's id where it is the text of a tip that is off."""
    return tip_id if is_off(tip_id, standing) and step in texts_of(tip_id) else step


def texts_of(tip_id: str) -> set[str]:
    """Every text of a tip, in both languages, as it may have been filled in for the person."""
    tip = tips[tip_id]
    found = [text for text in (tip.title, tip.text, tip.step, tip.caution) if text]
    return {words for text in found for words in (text.nl, text.en, plain(text.nl), plain(text.en))}


def withheld(table: Table, record: dict[str, Any], standing: Standing) -> dict[str, Any]:
    """``record`` without the words of a tip that is off; what the person wrote stays."""
    if table.model is not Intention or "tip" not in record:
        return record
    return {**record, "step": own_step(record["tip"], record["step"], standing)}
