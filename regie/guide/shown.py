"""What of the guide one person is shown: each tip with its openness, each claim or not, by their standing."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.openness import Openness, Standing, is_withheld, tip_openness
from regie.guide.library import library
from regie.guide.records import Claim, Place, Section, Source, Tip

FIRST_IN_REST = "start-small"  # from level 2 this step stands on top, as "ask for help"


@dataclass(frozen=True)
class ShownTip:
    """A tip as it reads now. ``is_offered``: it may become an intention."""

    tip: Tip
    openness: Openness
    is_offered: bool


@dataclass(frozen=True)
class ShownClaim:
    """A claim, or the sentence that says it is left out."""

    claim: Claim
    is_withheld: bool


@dataclass(frozen=True)
class ShownRecord:
    """A source, or the sentence that says it is left out."""

    source: Source
    is_withheld: bool
    uses: list[Place]


@dataclass(frozen=True)
class ShownSection:
    """A part of a reading page with its claims."""

    section: Section
    claims: list[ShownClaim]


def tips_for(tips: Iterable[Tip], standing: Standing, *, has_friend: bool = False) -> list[ShownTip]:
    """The tips that may be rendered. One about a choice of friends is only offered to who has a friend here."""
    pairs = [(tip, tip_openness(tip, standing)) for tip in tips]
    return [
        ShownTip(
            tip.where_help_comes_first() if standing.in_rest else tip,
            openness,
            is_offered=openness is Openness.OPEN and tip.becomes_intention and (has_friend or not tip.needs_friend),
        )
        for tip, openness in pairs
        if openness is not Openness.OFF
    ]


def steps_for(standing: Standing) -> list[ShownTip]:
    """The steps out of the circle; from level 2 asking for help is the first."""
    steps = [library.steps[id] for id in library.pages["circle"].steps]
    if standing.in_rest:
        steps.sort(key=lambda step: step.id != FIRST_IN_REST)
    return tips_for(steps, standing)


def first_step_for(standing: Standing) -> ShownTip | None:
    """From level 2: asking for help, to stand above the tips of a kind."""
    return tips_for([library.steps[FIRST_IN_REST]], standing)[0] if standing.in_rest else None


def claims_for(claims: Iterable[Claim], standing: Standing) -> list[ShownClaim]:
    """Every claim, each with whether it is left out at this standing."""
    return [ShownClaim(claim, is_left_out(claim.record, standing)) for claim in claims]


def is_left_out(source: Source, standing: Standing) -> bool:
    """Whether this source does not help now, at this level or with these flags: then no claim rests on it either."""
    return bool(source.closed_with & standing.flags) or is_withheld(source.closed_from, standing)


def sections_for(sections: Iterable[Section], standing: Standing) -> list[ShownSection]:
    """The parts of a page that this standing does not close, each with its claims."""
    return [
        ShownSection(section, claims_for(section.claims, standing))
        for section in sections
        if not section.closed_with & standing.flags
    ]


def records_for(standing: Standing) -> list[ShownRecord]:
    """Every source, with the places that rest on it; a tip that is off is not named."""
    return [
        ShownRecord(
            source,
            is_left_out(source, standing),
            [
                place
                for place in library.uses(source)
                if place.tip is None or tip_openness(place.tip, standing) is not Openness.OFF
            ],
        )
        for source in library.sources.values()
    ]
