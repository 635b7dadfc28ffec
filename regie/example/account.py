"""The example account: who it is, what it may keep, and what a check of two days ago said."""

from datetime import datetime, timedelta

from django.contrib.auth import get_user_model
from django.db import transaction

from assessment import services
from assessment.questionnaire import CURRENT
from assessment.safeguard import SCALES, Level, assess
from regie.accounts import consent
from regie.accounts.days import day_for
from regie.example.circle import fill_circle

NAMES = {"nl": "voorbeeld", "en": "example"}
PASSWORD = "regie-voorbeeld"  # noqa: S105 — an example that runs on one's own computer only
CHECKED = timedelta(days=2)  # before the first start

# The one answer above "best" that leads to each level.
ANSWER = {
    Level.TIPS: {},
    Level.TIPS_WITH_SAFETY_NET: {"frequency": 1},
    Level.HELP_FIRST: {"duration": 2},
    Level.TALK_TODAY: {"suicidality": 1},
    Level.HELP_NOW: {"suicidality": 2},
}


# What it said about the three kinds: this only orders the guide.
CONTENT_WITH = {"intimate": 0, "friendship": 2, "community": 1}


def account_name(language: str, level: Level) -> str:
    """``voorbeeld`` or ``example``; at another level than 0 with its number."""
    return NAMES[language] if level == Level.TIPS else f"{NAMES[language]}-{level.value}"


@transaction.atomic
def make_account(language: str, level: Level, now: datetime):
    """The account with its circle and its outcome, made where it is absent; then it stays as it is."""
    name = account_name(language, level)
    people = get_user_model().objects
    person = people.filter(username=name).first()
    if person is None:
        person = people.create_user(name, password=PASSWORD, language=language, country=language)
        for scope in consent.Scope:
            consent.give(person, scope)
        today = day_for(person, now)
        keep_check(person, level, today - CHECKED)
        fill_circle(person, language, today)
    return person


def keep_check(person, level: Level, day) -> None:
    """Keep the outcome of a complete check that leads to ``level``."""
    answers = dict.fromkeys(SCALES, 0) | ANSWER[level]
    services.keep_outcome(person, assess(answers), answers | CONTENT_WITH, version=CURRENT, visit="example0", today=day)
