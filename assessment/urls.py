"""Addresses of the self-check and of what follows from it. An answer never stands in one."""

from django.urls import path, register_converter
from django.utils.translation import gettext_lazy as _

from assessment.events import NAMES, Event
from assessment.views import check, events, help_steps, kept, outcome, questions


class VisitName:
    """The random name of a visit."""

    regex = "[A-Za-z0-9_-]{8}"

    def to_python(self, value: str) -> str:
        return value

    to_url = to_python


class EventNumber:
    """An event by its name in a template, and by its number in the address."""

    regex = "[1-4]"

    def to_python(self, value: str) -> Event:
        return Event(int(value))

    def to_url(self, value: str) -> str:
        """Raises ``ValueError`` for a name that no event has."""
        if value not in NAMES:
            raise ValueError(value)
        return str(NAMES[value].value)


register_converter(VisitName, "visit")
register_converter(EventNumber, "event")

app_name = "assessment"
urlpatterns = [
    path(_("self-check/"), check.start, name="start"),
    path(_("self-check/wipe/"), check.wipe, name="wipe"),
    path(_("self-check/wiped/"), check.wiped, name="wiped"),
    path(_("self-check/first/"), questions.whole_check, name="whole_check"),
    path(_("self-check/<visit:visit>/<int:number>/"), check.question, name="question"),
    path(_("self-check/<visit:visit>/all-answers/"), check.check, name="check"),
    path(_("self-check/<visit:visit>/what-fits-now/"), outcome.outcome, name="outcome"),
    path(_("self-check/<visit:visit>/keep/"), outcome.keep, name="keep"),
    path(_("what-fits-now/"), outcome.now, name="now"),
    path(_("take-a-look/<event:event>/"), events.event, name="event"),
    path(_("three-questions/"), questions.three_questions, name="three_questions"),
    path(_("help-step/"), help_steps.help_step, name="help_step"),
    path(_("help-step/<int:way>/"), help_steps.step_card, name="step_card"),
    path(_("my/step/"), help_steps.my_step, name="my_step"),
    path(_("my/step/<int:pk>/answer/"), help_steps.answer_step, name="answer_step"),
    path(_("my/step/<int:pk>/answered/"), help_steps.answered, name="step_answered"),
    path(_("my/outcomes/"), kept.kept, name="kept"),
    path(_("my/outcomes/forget/"), kept.forget_all, name="forget_all"),
    path(_("my/outcomes/<int:pk>/forget/"), kept.forget, name="forget"),
]
