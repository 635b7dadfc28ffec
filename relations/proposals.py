"""Good moments for a person: the rule's choice with its words, and only where their standing allows it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from assessment.openness import Standing
from relations import words
from relations.kinds import Kind, Party
from relations.models import Pause, Relation
from relations.rules.good_moments import Candidate, Reason, good_moments
from relations.rules.rhythm import Silence

REASONS = {
    (Reason.FIRST, Party.PERSON): _("A first moment may be small."),
    (Reason.FIRST, Party.PLACE): _("A first visit may be short."),
    (Reason.FIRST, Party.GROUP): _("A first time may be short."),
    (Reason.RHYTHM, Party.PERSON): _("You like to be in touch %(turn)s."),
    (Reason.RHYTHM, Party.PLACE): _("You like to be there %(turn)s."),
    (Reason.RHYTHM, Party.GROUP): _("You like to be there %(turn)s."),
    (Reason.APPOINTMENT, Party.PERSON): _("Your fixed moment is %(turn)s."),
    (Reason.APPOINTMENT, Party.PLACE): _("Your fixed moment is %(turn)s."),
    (Reason.APPOINTMENT, Party.GROUP): _("Your fixed moment is %(turn)s."),
}
IDEAS = {
    (Kind.INTIMATE, Party.PERSON): (
        _("Tell something small about your day."),
        _("Ask how the day was, and listen."),
        _("Send a photo of something that made you think of them."),
    ),
    (Kind.FRIENDSHIP, Party.PERSON): (
        _("Send a photo of something that made you think of them."),
        _("Ask if they feel like a walk."),
        _("Propose a day for coffee. Another day is fine too."),
    ),
    (Kind.COMMUNITY, Party.PERSON): (
        _("Say hello, and use their name."),
        _("Ask how it is going, if it suits."),
    ),
    Party.PLACE: (
        _("Drop in when it suits you."),
        _("Say hello to whoever is there."),
    ),
    Party.GROUP: (
        _("Go when it suits you. Being there is enough."),
        _("Sit beside someone whose name you know."),
    ),
}


@dataclass(frozen=True)
class Proposal:
    """A good moment for one relation: half a sentence why, and one idea."""

    relation: Relation
    reason: str
    idea: str


def pauses_of(relation: Relation, pauses: Iterable[Pause]) -> tuple:
    """The pauses that hold for ``relation``: its own, and those for all."""
    return tuple((p.starts_on, p.ends_on) for p in pauses if p.relation_id in (None, relation.pk))


def silence_of(relation: Relation, pauses: Iterable[Pause]) -> Silence:
    """The facts for the rule. ``relation`` carries its last contact and its last call without an answer."""
    return Silence(
        added_on=relation.added_on,
        last_contact_on=relation.last_contact_on,
        last_no_answer_on=relation.last_no_answer_on,
        quiet_until=relation.quiet_until,
        rhythm_days=relation.rhythm_days,
        appointment=relation.appointment,
        pauses=pauses_of(relation, pauses),
    )


def may_suggest(relation: Relation, standing: Standing) -> bool:
    """Whether anything may be suggested with ``relation`` at this standing; with someone close safety was asked too."""
    allowed = standing.may_act_intimate if relation.kind == Kind.INTIMATE else standing.may_act
    return allowed and relation.is_active


def may_propose(relation: Relation, standing: Standing) -> bool:
    """Whether a good moment may be offered at all."""
    return relation.has_rhythm and may_suggest(relation, standing)


def idea_for(relation: Relation, today: date) -> str:
    """One idea; another one each week, the same one all week."""
    ideas = IDEAS.get((relation.kind, relation.party)) or IDEAS[relation.party]
    return str(ideas[(relation.pk + today.isocalendar().week) % len(ideas)])


def proposals(
    relations: Iterable[Relation], pauses: Sequence[Pause], standing: Standing, today: date
) -> list[Proposal]:
    """At most three good moments, without a query: each relation carries its last contact and last no answer."""
    open_to = {r.pk: r for r in relations if may_propose(r, standing)}
    candidates = [Candidate(r.pk, r.kind, silence_of(r, pauses)) for r in open_to.values()]
    return [propose(open_to[chosen.id], chosen.reason, today) for chosen in good_moments(candidates, today)]


def propose(relation: Relation, reason: Reason, today: date) -> Proposal:
    """The proposal in words."""
    sentence = REASONS[reason, relation.party] % {"turn": words.turn(relation)}
    return Proposal(relation, sentence, idea_for(relation, today))
