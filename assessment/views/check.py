"""The self-check: one question a page, nothing on the server."""

import time
from dataclasses import replace

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST, require_safe

from assessment import flow, trace
from assessment.flow import Visit
from assessment.forms import QuestionForm, StartForm, chosen
from assessment.questionnaire import CURRENT, questionnaire
from assessment.raising import show_outcome
from assessment.standing import standing_of
from regie.help.records import Country
from regie.verbs import get_or_post


@login_not_required
@get_or_post
@sensitive_post_parameters()
def start(request):
    """What the check is, what becomes of the answers, and for which country."""
    country = standing_of(request).country or Country.NL
    form = StartForm(request.POST or None, initial={"country": country})
    if request.method == "POST" and form.is_valid():
        name = trace.new_visit()
        response = redirect("assessment:question", name, 1)
        trace.keep_visit(request, response, name, Visit(CURRENT, form.cleaned_data["country"], int(time.time())))
        return response
    return render(request, "assessment/start.html", {"form": form})


@login_not_required
@get_or_post
@sensitive_post_parameters()
@sensitive_variables()
def question(request, visit, number):
    """Question ``number`` of a visit; a page beyond the first gap leads back to it."""
    at = current_visit(request, visit)
    if at is None:
        return begin_again(request, visit)
    asked = questionnaire(at.version)
    if not 1 <= number <= len(asked.questions):
        raise Http404
    if flow.is_ahead(number, asked.names, at.answers):
        return redirect(next_page(visit, at))
    item = asked.numbered(number)
    given = {"answer": chosen(at.answers[item.name])} if item.name in at.answers else {}
    form = QuestionForm(item, request.POST if request.method == "POST" else None, initial=given)
    if form.is_valid():
        return answered(request, visit, at.answered(item.name, form.value))
    count = len(asked.questions)
    return render(
        request,
        "assessment/question.html",
        {
            "form": form,
            "visit": visit,
            "number": number,
            "previous": number - 1,
            "count": count,
            "dots": dots(number, count),
        },
    )


def dots(number: int, count: int) -> list[dict]:
    """The row of small dots beside "Question 4 of 14": decoration."""
    states = ["done"] * (number - 1) + ["now"] + [""] * (count - number)
    return [{"x": 6 + 16 * place, "state": state} for place, state in enumerate(states)]


@sensitive_variables()
def answered(request, name: str, visit: Visit):
    """Keep the answer and lead on; an answer that asks for help at once leads there."""
    response = redirect(next_page(name, visit))
    trace.keep_visit(request, response, name, visit)
    if flow.stopping_answer(visit.answers):
        show_outcome(request, response, visit)
    return response


@login_not_required
@get_or_post
@sensitive_variables()
def check(request, visit):
    """All answers to look over; from here the person asks for the outcome."""
    at = current_visit(request, visit)
    if at is None:
        return begin_again(request, visit)
    asked = questionnaire(at.version)
    if flow.stopping_answer(at.answers) or flow.first_open(asked.names, at.answers):
        return redirect(next_page(visit, at))
    if request.method == "POST":
        at = replace(at, is_asked=True)
        response = redirect("assessment:outcome", visit)
        trace.keep_visit(request, response, visit, at)
        show_outcome(request, response, at)
        return response
    answers = [(number, item, label_of(item, at.answers[item.name])) for number, item in enumerate(asked.questions, 1)]
    return render(request, "assessment/check.html", {"answers": answers, "visit": visit, "last": len(answers)})


@login_not_required
@require_POST
def wipe(request):
    """Remove every answer and outcome from this browser."""
    response = redirect("assessment:wiped")
    trace.wipe(request, response)
    return response


@login_not_required
@require_safe
def wiped(request):
    """Says that it is done, and what it does not do."""
    return render(request, "assessment/wiped.html")


def current_visit(request, name: str) -> Visit | None:
    """The visit, if it can be read and was made with the questions of today."""
    visit = trace.visit_of(request, name)
    return visit if visit and visit.version == CURRENT else None


def begin_again(request, name: str):
    """The calm page for a check that ended: too old, of an older version, or not to be read."""
    response = render(request, "assessment/begin_again.html")
    trace.drop_visit(request, response, name)
    return response


def next_page(name: str, visit: Visit) -> str:
    """Help at once, the first open question, or the page with all answers."""
    if flow.stopping_answer(visit.answers):
        return reverse("assessment:outcome", args=[name])
    number = flow.first_open(questionnaire(visit.version).names, visit.answers)
    return reverse("assessment:question", args=[name, number]) if number else reverse("assessment:check", args=[name])


def label_of(item, value: int | None):
    """The answer in the person's own choice of words; None where they would rather not say."""
    return None if value is None else item.answer(value).label
