"""Deeds of the safeguard on an account. Without the consent *outcomes* nothing is kept."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from cryptography.fernet import InvalidToken
from django.contrib.auth import get_user_model
from django.db import transaction

from assessment.flow import Answers
from assessment.models import HelpStep, KeptOutcome, SafeguardState, State
from assessment.safeguard import Flag, Level, Outcome
from regie.accounts import consent

HELP_STAYS = timedelta(weeks=4)  # on top, after coming down from level 3 or 4


@transaction.atomic
def raise_state(user, level: Level, flags: Iterable[Flag], today: date, *, told_at: int = 0) -> None:
    """Raise what the account keeps: the higher level, all flags. It never lowers.

    ``told_at``: when it was told outside a check, in seconds.

    From help first on, the days of the three questions go, with or without consent. Below it an account of which
    nothing is known stays so: what opens actions is only kept when the person asks for it. A state that cannot be
    read stays as it is: it protects already, and this browser holds what was told.
    """
    state = _locked(user)
    if state is None:
        return
    if level >= Level.HELP_FIRST:
        state = replace(state, questions_on=None, safety_on=None)
    if state.level is not None or level >= Level.HELP_FIRST:
        higher = max(level, state.level or Level.TIPS)
        since_on = state.since_on if higher == state.level else today
        told_at = max(told_at, state.told_at)
        raised = replace(state, level=higher, flags=state.flags | set(flags), since_on=since_on, told_at=told_at)
        state = raised if consent.has(user, consent.Scope.OUTCOMES) else state
    _keep(user, state)


@transaction.atomic
def keep_outcome(
    user, outcome: Outcome, answers: Answers, *, version: str, visit: str, today: date, began_at: int | None = None
) -> bool:
    """Let the outcome of a complete check replace level and flags, and keep its answers; twice is once.

    The person asked for it and gave the consent *outcomes*; without it nothing happens. With ``UNSAFE`` the answers
    are not kept. Coming down from level 3 or 4 the help card stays on top for four weeks. A check that began at
    ``began_at`` (in seconds) is not kept where something was told since, in whatever browser. Whether it was kept.
    """
    if not consent.has(user, consent.Scope.OUTCOMES):
        return False
    before = _locked(user) or State()
    if began_at is not None and began_at <= before.told_at:
        return False
    comes_down = before.level is not None and before.level >= Level.TALK_TODAY and outcome.level < before.level
    help_until_on = today + HELP_STAYS if comes_down else before.help_until_on
    _keep(user, State(outcome.level, outcome.flags, today, help_until_on, told_at=before.told_at))
    if Flag.UNSAFE not in outcome.flags:
        kept = {"version": version, "made_on": today, "content": json.dumps(dict(answers))}
        KeptOutcome.objects.update_or_create(owner=user, visit=visit, defaults=kept)
    return True


@transaction.atomic
def pass_questions(user, days: Iterable[str], today: date) -> bool:
    """Keep today as the day on which ``questions_on`` or ``safety_on`` was passed. True where it is kept.

    Not without consent, not where a level is known, and not after the consent was once withdrawn: then only a complete
    check opens actions again.
    """
    state = _locked(user)
    if (
        state is None
        or state.level is not None
        or not consent.has(user, consent.Scope.OUTCOMES)
        or is_closed_to_questions(user)
    ):
        return False
    _keep(user, replace(state, **dict.fromkeys(days, today)))
    return True


def is_closed_to_questions(user) -> bool:
    """True for who once withdrew the consent *outcomes*: only a complete new check opens actions then."""
    return user.consents.filter(scope=consent.Scope.OUTCOMES).exclude(withdrawn_at=None).exists()


def forget(user, pk: int | None = None) -> int:
    """Erase one kept outcome, or all; how many. The state stays as it is."""
    outcomes = KeptOutcome.objects.of(user)
    erased, _ = (outcomes if pk is None else outcomes.filter(pk=pk)).delete()
    return erased


def withdraw(user) -> None:
    """Take the consent *outcomes* back: state and kept outcomes go, and actions are off until a new check."""
    consent.withdraw(user, consent.Scope.OUTCOMES)


@transaction.atomic
def plan_step(user, way: int, *, country: str, planned_on: date, key: UUID) -> HelpStep:
    """Plan a help step; the one that was open gives way. The same ``key`` twice is one step."""
    _one_at_a_time(user)
    user.help_steps.filter(is_open=True).exclude(key=key).update(is_open=False)
    step, _ = HelpStep.objects.get_or_create(
        owner=user, key=key, defaults={"way": way, "country": country, "planned_on": planned_on}
    )
    return step


def answer_step(step: HelpStep, answer: str) -> None:
    """What came of a step. "Not yet" leaves it open and is not asked again; the others close it."""
    step.answer = answer
    step.is_open = answer == HelpStep.Answer.NOT_YET
    step.save(update_fields=["answer", "is_open"])


def _one_at_a_time(user) -> None:
    """Let nobody else change what is kept of this person until the transaction ends.

    The person's own row is locked: where nothing is kept yet there is no other, and two at once would both write.
    """
    get_user_model().objects.select_for_update().get(pk=user.pk)


def _locked(user) -> State | None:
    """What is kept; None where it cannot be read."""
    _one_at_a_time(user)
    try:
        kept = SafeguardState.objects.filter(owner=user).first()
        return kept.state if kept else State()
    except (InvalidToken, ValueError, KeyError, TypeError):
        return None


def _keep(user, state: State) -> None:
    """Write what there is to know; nothing known is no row."""
    if state == State():
        SafeguardState.objects.filter(owner=user).delete()
    else:
        SafeguardState.objects.defer("content").update_or_create(owner=user, defaults={"content": state.as_text()})
