"""Which relations a good moment is proposed for: few, spread over the kinds, each with its reason."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from itertools import zip_longest
from typing import NamedTuple

from relations.rules.rhythm import Silence, is_good_moment, opens_on

MOST = 3


class Reason(StrEnum):
    """Why a good moment is proposed."""

    FIRST = "first"  # nothing was noted yet
    RHYTHM = "rhythm"
    APPOINTMENT = "appointment"


class Candidate(NamedTuple):
    """An active relation with a rhythm, and its facts."""

    id: int
    kind: str
    silence: Silence


class GoodMoment(NamedTuple):
    """One proposal."""

    id: int
    reason: Reason


def reason_for(silence: Silence) -> Reason:
    """The half sentence that explains the proposal."""
    if silence.appointment:
        return Reason.APPOINTMENT
    return Reason.RHYTHM if silence.last_contact_on else Reason.FIRST


def spread(ready: Sequence[Candidate]) -> list[Candidate]:
    """The same candidates in turns of kinds, each kind in the order it came."""
    of_kind: dict[str, list[Candidate]] = {}
    for candidate in ready:
        of_kind.setdefault(candidate.kind, []).append(candidate)
    return [candidate for turn in zip_longest(*of_kind.values()) for candidate in turn if candidate]


def good_moments(candidates: Iterable[Candidate], today: date) -> list[GoodMoment]:
    """At most three, whose moment opened first, spread over the kinds."""
    ready = [candidate for candidate in candidates if is_good_moment(candidate.silence, today)]
    ready.sort(key=lambda candidate: (opens_on(candidate.silence, today), candidate.id))
    return [GoodMoment(chosen.id, reason_for(chosen.silence)) for chosen in spread(ready)[:MOST]]
