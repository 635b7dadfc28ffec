"""What an export leaves out: with UNSAFE no text of an intimate tip, only its id and the person's own words."""

from typing import Any

from assessment.openness import Openness, Standing, tip_openness
from regie.guide.library import tips
from regie.mydata.records import Table
from relations.models import Intention
from relations.own_words import own_words


def is_off(tip_id: str, standing: Standing) -> bool:
    """Is this a tip whose text may not stand anywhere now?"""
    tip = tips.get(tip_id)
    return tip is not None and tip_openness(tip, standing) is Openness.OFF


def own_text(tip_id: str, text: str, standing: Standing) -> str:
    """``text`` where the person wrote it; nothing where it is the text of a tip that is off."""
    return own_words(tips[tip_id], text) if is_off(tip_id, standing) else text


def own_step(tip_id: str, step: str, standing: Standing) -> str:
    """The step in the person's own words; where it is the text of a tip that is off, the tip's id."""
    return own_text(tip_id, step, standing) or tip_id


def withheld(table: Table, record: dict[str, Any], standing: Standing) -> dict[str, Any]:
    """``record`` without the words of a tip that is off; what the person wrote stays."""
    if table.model is not Intention or "tip" not in record:
        return record
    own = {"step": own_step(record["tip"], record["step"], standing)}
    words = own_text(record["tip"], record.get("words", ""), standing)
    kept = {name: value for name, value in record.items() if name != "words"}
    return {**kept, **own, **({"words": words} if words else {})}
