"""The outcomes that an account keeps: side by side without a verdict, and forgotten one by one or all at once."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from assessment import services
from assessment.models import KeptOutcome
from assessment.questionnaire import Question, Questionnaire, questionnaire
from regie.content import Words


@dataclass(frozen=True)
class Cell:
    """One answer of one outcome in the words of its own version; None where it was left open."""

    made_on: date
    label: Words | None


@dataclass(frozen=True)
class Row:
    """One question with its answer in each kept outcome, newest first."""

    question: Question
    cells: list[Cell]


@require_safe
def kept(request):
    """Every kept outcome beside the others."""
    outcomes = list(KeptOutcome.objects.of(request.user))
    context = {"outcomes": outcomes, "rows": rows(outcomes)}
    return render(request, "assessment/kept.html", context)


def rows(outcomes: list[KeptOutcome]) -> list[Row]:
    """The questions of today with what was answered to them each time."""
    given = [(outcome.made_on, questionnaire(outcome.version), outcome.answers) for outcome in outcomes]
    return [
        Row(question, [Cell(made_on, label(asked, answers, question.name)) for made_on, asked, answers in given])
        for question in questionnaire().questions
    ]


def label(asked: Questionnaire, answers: dict[str, int | None], name: str) -> Words | None:
    """One answer in the words of its version; None where it was left open, or not asked then."""
    value = answers.get(name)
    return None if value is None or name not in asked.names else asked.named(name).answer(value).label


@require_POST
def forget(request, pk):
    """Forget one kept outcome; what holds now stays."""
    if not services.forget(request.user, pk):
        raise Http404
    return redirect("assessment:kept")


@require_POST
def forget_all(request):
    """Forget every kept outcome; what holds now stays."""
    services.forget(request.user)
    return redirect("assessment:kept")
