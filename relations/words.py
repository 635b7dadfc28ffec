"""Sentences about relations and moments. Whole sentences with named places; names cannot reorder them."""

import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from django.utils import formats
from django.utils.text import get_text_list
from django.utils.translation import get_language, gettext_lazy, pgettext
from django.utils.translation import gettext as _

from relations.kinds import AppointmentWeek, Manner, Party, Rhythm, Weekday

ISOLATE, END = "\u2068", "\u2069"
RIGHT_TO_LEFT = {"R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI", "PDF", "PDI"}

NOTED = {
    Manner.MET: gettext_lazy("Noted: met %(names)s, %(day)s"),
    Manner.CALLED: gettext_lazy("Noted: called with %(names)s, %(day)s"),
    Manner.MESSAGE: gettext_lazy("Noted: message with %(names)s, %(day)s"),
    Manner.VIDEO: gettext_lazy("Noted: video call with %(names)s, %(day)s"),
    Manner.LETTER: gettext_lazy("Noted: letter or card, %(names)s, %(day)s"),
    Manner.TOGETHER: gettext_lazy("Noted: did something with %(names)s, %(day)s"),
    Manner.WAS_THERE: gettext_lazy("Noted: I was there, %(names)s, %(day)s"),
    Manner.NO_ANSWER: gettext_lazy("Noted: no answer from %(names)s, %(day)s"),
}
PLANNED = gettext_lazy("Planned with %(names)s, %(day)s")
TITLES = {
    Manner.MET: gettext_lazy("Met %(names)s"),
    Manner.CALLED: gettext_lazy("Called with %(names)s"),
    Manner.MESSAGE: gettext_lazy("Message with %(names)s"),
    Manner.VIDEO: gettext_lazy("Video call with %(names)s"),
    Manner.LETTER: gettext_lazy("Letter or card: %(names)s"),
    Manner.TOGETHER: gettext_lazy("Did something with %(names)s"),
    Manner.WAS_THERE: gettext_lazy("I was there: %(names)s"),
    Manner.NO_ANSWER: gettext_lazy("No answer from %(names)s"),
}
PLANS = {
    Manner.MET: gettext_lazy("Meeting %(names)s"),
    Manner.CALLED: gettext_lazy("Calling %(names)s"),
    Manner.MESSAGE: gettext_lazy("A message to %(names)s"),
    Manner.VIDEO: gettext_lazy("A video call with %(names)s"),
    Manner.LETTER: gettext_lazy("A letter or card to %(names)s"),
    Manner.TOGETHER: gettext_lazy("Doing something with %(names)s"),
    Manner.WAS_THERE: gettext_lazy("Going to %(names)s"),
    Manner.NO_ANSWER: gettext_lazy("Contact with %(names)s"),
}
LAST = {
    Manner.MET: gettext_lazy("You met %(when)s."),
    Manner.CALLED: gettext_lazy("You called %(when)s."),
    Manner.MESSAGE: gettext_lazy("You were in touch by message %(when)s."),
    Manner.VIDEO: gettext_lazy("You had a video call %(when)s."),
    Manner.LETTER: gettext_lazy("There was a letter or card %(when)s."),
    Manner.TOGETHER: gettext_lazy("You did something together %(when)s."),
    Manner.WAS_THERE: gettext_lazy("You were there %(when)s."),
}
NOTHING_YET = {
    Party.PERSON: gettext_lazy("Nothing noted yet. Your first moment may be small."),
    Party.PLACE: gettext_lazy("Nothing noted yet. Just being there counts too."),
    Party.GROUP: gettext_lazy("Nothing noted yet. Just being there counts too."),
}
OPENERS = {
    Party.PERSON: (
        gettext_lazy("I thought of you today. How are you?"),
        gettext_lazy("Do you feel like calling on Sunday? Another day is fine too."),
    ),
    Party.PLACE: (
        gettext_lazy("Good morning. I live around the corner. What is your name?"),
        gettext_lazy("The same as always, please. How is your day?"),
    ),
    Party.GROUP: (
        gettext_lazy("Hello, may I sit beside you?"),
        gettext_lazy("I am glad to be here. How long have you been coming?"),
    ),
}


# By whether it is still to come, and whether it has an end.
PAUSES = {
    (False, True): gettext_lazy("Regie proposes nothing here up to and including %(end)s."),
    (False, False): gettext_lazy("Regie proposes nothing here until you end the pause."),
    (True, True): gettext_lazy("From %(start)s up to and including %(end)s Regie proposes nothing here."),
    (True, False): gettext_lazy("From %(start)s Regie proposes nothing here, until you end the pause."),
}


def isolated(name: str) -> str:
    """``name``, fenced off where its direction could reorder the sentence around it."""
    turns = any(unicodedata.bidirectional(sign) in RIGHT_TO_LEFT for sign in name)
    return f"{ISOLATE}{name}{END}" if turns else name


def listed(names: Iterable[str]) -> str:
    """Names as a list in words: "Joris, Lotte and Sanne"."""
    return get_text_list([isolated(name) for name in names], pgettext("before the last of a list", "and"))


def calendar_day(day: date, today: date) -> str:
    """A day in the calendar: with its weekday in the last and next four weeks, with its year in another year."""
    if abs((today - day).days) <= 28:
        return formats.date_format(day, _("l j F"))
    return formats.date_format(day, _("j F") if day.year == today.year else _("j F Y"))


def day_in_words(day: date, today: date) -> str:
    """A day as one says it: "today", "yesterday", "Friday 6 November"."""
    return said_in(get_language(), day, today)


@lru_cache(maxsize=4096)  # a list of three hundred people names the same few days again and again
def said_in(language: str, day: date, today: date) -> str:
    """A day as one says it in ``language``, which is the active one."""
    match (day - today).days:
        case -1:
            return pgettext("day", "yesterday")
        case 0:
            return pgettext("day", "today")
        case 1:
            return pgettext("day", "tomorrow")
    return calendar_day(day, today)


def on_day(day: date, today: date) -> str:
    """A day inside a sentence: "today", "on Friday 6 November"."""
    words = day_in_words(day, today)
    return words if abs((today - day).days) <= 1 else pgettext("day", "on %(day)s") % {"day": words}


def noted(moment, names: Iterable[str], today: date) -> str:
    """What was just noted, for the note that says so."""
    sentence = PLANNED if moment.is_plan else NOTED[moment.manner]
    return sentence % {"names": listed(names), "day": day_in_words(moment.happened_on, today)}


def title(moment, names: Iterable[str]) -> str:
    """The heading of a moment: "Called with Sanne and Yusuf"; "Calling Sanne" where it did not happen, or not yet."""
    titles = TITLES if moment.took_place else PLANS
    return titles[moment.manner] % {"names": listed(names)}


def last_contact(relation, moment, today: date) -> str:
    """One warm sentence about the last contact: ``moment``, or None for nothing noted."""
    if moment is None:
        return str(NOTHING_YET[relation.party])
    return LAST[moment.manner] % {"when": on_day(moment.happened_on, today)}


def openers(relation) -> list[str]:
    """Two ways to begin, to say or to send."""
    return [str(opener) for opener in OPENERS[relation.party]]


def turn(relation) -> str:
    """The rhythm or fixed appointment in words; nothing where there is none."""
    if relation.rhythm_days:
        return str(Rhythm(relation.rhythm_days).label)
    if relation.appointment_weekday is None:
        return ""
    return _("%(which)s %(weekday)s") % {
        "which": AppointmentWeek(relation.appointment_week).label,
        "weekday": Weekday(relation.appointment_weekday).label,
    }


def pause(pause, today: date) -> str:
    """What a pause that is not over means, and until when; also where it is still to come."""
    to_come, has_end = today < pause.starts_on, pause.ends_on is not None
    start, end = (calendar_day(day, today) if day else "" for day in (pause.starts_on, pause.ends_on))
    return PAUSES[to_come, has_end] % {"start": start, "end": end}


def birthday(relation) -> str:
    """The birthday in words: "14 March", with its year where it is known."""
    if relation.birthday is None:
        return ""
    day = formats.date_format(relation.birthday, _("j F"))
    return f"{day} {relation.birthday_year}" if relation.birthday_year else day
