"""The lists that the whole product shares: three kinds, and what a relation and a contact moment can be.

Choices and lazy texts only. What differs per kind stands in a table beside its use, never in a stair of ``if``.
"""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import pgettext_lazy


class Kind(TextChoices):
    """The three kinds of relationship of the article."""

    INTIMATE = "intimate", pgettext_lazy("kind of relationship", "Close ones")
    FRIENDSHIP = "friendship", pgettext_lazy("kind of relationship", "Friends")
    COMMUNITY = "community", pgettext_lazy("kind of relationship", "People around you")


class Party(TextChoices):
    """Who or what stands at the other side."""

    PERSON = "person", pgettext_lazy("party", "a person")
    PLACE = "place", pgettext_lazy("party", "a place")
    GROUP = "group", pgettext_lazy("party", "a group")


class Status(TextChoices):
    """Where a relation stands. All but active silence what Regie proposes; each can be undone."""

    ACTIVE = "active", pgettext_lazy("status of a relation", "active")
    RESTING = "resting", pgettext_lazy("status of a relation", "resting")
    ENDED = "ended", pgettext_lazy("status of a relation", "ended")
    DIED = "died", pgettext_lazy("status of a relation", "died")


class Manner(TextChoices):
    """How there was contact, in the order of the buttons."""

    MET = "met", pgettext_lazy("manner of contact", "Met")
    CALLED = "called", pgettext_lazy("manner of contact", "Called")
    MESSAGE = "message", pgettext_lazy("manner of contact", "Message")
    VIDEO = "video", pgettext_lazy("manner of contact", "Video call")
    LETTER = "letter", pgettext_lazy("manner of contact", "Letter or card")
    TOGETHER = "together", pgettext_lazy("manner of contact", "Did something together")
    WAS_THERE = "was_there", pgettext_lazy("manner of contact", "I was there")
    NO_ANSWER = "no_answer", pgettext_lazy("manner of contact", "No answer")


class FeelingBefore(TextChoices):
    """How a person felt before a contact moment."""

    HEAVY = "heavy", pgettext_lazy("feeling before", "heavy")
    ORDINARY = "ordinary", pgettext_lazy("feeling before", "ordinary")
    LIGHT = "light", pgettext_lazy("feeling before", "light")


class FeelingAfter(TextChoices):
    """How a person felt after it, beside before."""

    HEAVIER = "heavier", pgettext_lazy("feeling after", "heavier")
    SAME = "same", pgettext_lazy("feeling after", "the same")
    LIGHTER = "lighter", pgettext_lazy("feeling after", "lighter")


class Starter(TextChoices):
    """Who began."""

    ME = "me", pgettext_lazy("who began", "I did")
    OTHER = "other", pgettext_lazy("who began", "the other")
    NOBODY = "nobody", pgettext_lazy("who began", "it just happened")


class Exchange(TextChoices):
    """What a contact moment mostly was."""

    GAVE = "gave", pgettext_lazy("give or receive", "giving")
    RECEIVED = "received", pgettext_lazy("give or receive", "receiving")
    BOTH = "both", pgettext_lazy("give or receive", "both")


class Need(TextChoices):
    """What a relation can be good for."""

    DEEP_TALK = "deep_talk", pgettext_lazy("need", "a good talk")
    FUN = "fun", pgettext_lazy("need", "fun")
    PRACTICAL_HELP = "practical_help", pgettext_lazy("need", "help with jobs")
    SPORT = "sport", pgettext_lazy("need", "sport")
    CULTURE = "culture", pgettext_lazy("need", "culture")
    ADVICE = "advice", pgettext_lazy("need", "advice")
    BEING_KNOWN = "being_known", pgettext_lazy("need", "being known")
    TOUCH = "touch", pgettext_lazy("need", "touch")


class Rhythm(IntegerChoices):
    """Five equal choices, in days. No study gives a right one."""

    WEEK = 7, pgettext_lazy("rhythm", "every week")
    TWO_WEEKS = 14, pgettext_lazy("rhythm", "every two weeks")
    MONTH = 30, pgettext_lazy("rhythm", "every month")
    THREE_MONTHS = 91, pgettext_lazy("rhythm", "every three months")
    HALF_YEAR = 182, pgettext_lazy("rhythm", "every half year")


class AppointmentWeek(IntegerChoices):
    """Which weeks a fixed appointment falls in: each one, or one of the month."""

    EVERY = 0, pgettext_lazy("fixed appointment", "every")
    FIRST = 1, pgettext_lazy("fixed appointment", "every first")
    SECOND = 2, pgettext_lazy("fixed appointment", "every second")
    THIRD = 3, pgettext_lazy("fixed appointment", "every third")
    FOURTH = 4, pgettext_lazy("fixed appointment", "every fourth")
    LAST = 5, pgettext_lazy("fixed appointment", "every last")


class Weekday(IntegerChoices):
    """Days of the week, counted as Python counts them."""

    MONDAY = 0, pgettext_lazy("day of the week", "Monday")
    TUESDAY = 1, pgettext_lazy("day of the week", "Tuesday")
    WEDNESDAY = 2, pgettext_lazy("day of the week", "Wednesday")
    THURSDAY = 3, pgettext_lazy("day of the week", "Thursday")
    FRIDAY = 4, pgettext_lazy("day of the week", "Friday")
    SATURDAY = 5, pgettext_lazy("day of the week", "Saturday")
    SUNDAY = 6, pgettext_lazy("day of the week", "Sunday")


class Weight(IntegerChoices):
    """How much of one's contact one kind should have, beside the others."""

    NONE = 0, pgettext_lazy("wish", "none")
    SOME = 1, pgettext_lazy("wish", "some")
    MORE = 2, pgettext_lazy("wish", "more")
    MUCH = 3, pgettext_lazy("wish", "much")


class PauseReason(TextChoices):
    """Why suggestions pause."""

    HOLIDAY = "holiday", pgettext_lazy("reason of a pause", "holiday")
    ILLNESS = "illness", pgettext_lazy("reason of a pause", "illness")
    GRIEF = "grief", pgettext_lazy("reason of a pause", "grief")
    OTHER = "other", pgettext_lazy("reason of a pause", "something else")


class IntentionState(TextChoices):
    """Where an intention stands. "Not yet" leaves it open."""

    OPEN = "open", pgettext_lazy("state of an intention", "open")
    DONE = "done", pgettext_lazy("state of an intention", "done")
    LET_GO = "let_go", pgettext_lazy("state of an intention", "let go")


class Reading(TextChoices):
    """Which reading of a moment fits now."""

    FIRST = "first", pgettext_lazy("reading", "my first reading")
    SECOND = "second", pgettext_lazy("reading", "the second")
    THIRD = "third", pgettext_lazy("reading", "the third")
    NONE = "none", pgettext_lazy("reading", "none of these")
