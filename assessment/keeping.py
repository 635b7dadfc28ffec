"""What an account offers beside an outcome."""

from enum import StrEnum

from django.http import HttpRequest

from assessment.models import KeptOutcome
from assessment.safeguard import Flag, Outcome
from assessment.standing import kept_standing, person_of
from regie.accounts import consent


class Keep(StrEnum):
    """What stands where "Keep in my account" can stand."""

    NOTHING = "nothing"
    SIGN_IN = "sign_in"
    ASK_CONSENT = "ask_consent"
    WITHOUT_ANSWERS = "without_answers"
    WHOLE = "whole"
    DONE = "done"


def keep_choice(request: HttpRequest, outcome: Outcome, visit: str) -> Keep:
    """What fits for this person; with ``UNSAFE`` the answers are not offered for keeping."""
    person = person_of(request)
    is_unsafe = Flag.UNSAFE in outcome.flags
    if person is None:
        return Keep.NOTHING if is_unsafe else Keep.SIGN_IN
    if is_kept(person, outcome, visit):
        return Keep.DONE
    if not consent.has(person, consent.Scope.OUTCOMES):
        return Keep.NOTHING if is_unsafe else Keep.ASK_CONSENT
    return Keep.WITHOUT_ANSWERS if is_unsafe else Keep.WHOLE


def is_kept(person, outcome: Outcome, visit: str) -> bool:
    """Whether this outcome is in the account: with its answers, or with ``UNSAFE`` its level and flags."""
    if Flag.UNSAFE in outcome.flags:
        kept = kept_standing(person)
        return (kept.level, kept.flags) == (outcome.level, outcome.flags)
    return KeptOutcome.objects.of(person).filter(visit=visit).exists()
