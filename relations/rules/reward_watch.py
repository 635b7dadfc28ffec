"""Does contact give little now? It counts only feelings that the person recorded."""

from collections.abc import Sequence

from relations.kinds import FeelingAfter

LOOKS_AT = 5  # moments that carry a feeling
GIVES_LITTLE = 4


def contact_gives_little(feelings: Sequence[str]) -> bool:
    """Whether four of the last five feelings were heavier or the same. ``feelings``: latest first, none empty."""
    return sum(feeling != FeelingAfter.LIGHTER for feeling in feelings[:LOOKS_AT]) >= GIVES_LITTLE
