"""Help steps: choose one, print it, keep it in an account, and say once what came of it."""

import uuid

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from assessment import services
from assessment.forms import StepAnswerForm, StepForm
from assessment.help_steps import DOORS, StepCard, Way, card_of, first_day
from assessment.models import HelpStep
from assessment.standing import person_of, standing_of
from regie.accounts import consent
from regie.accounts.days import today_for, zone_of
from regie.help.records import Country
from regie.verbs import get_or_post


@login_not_required
@require_safe
def help_step(request):
    """Three ways to begin, none of them chosen beforehand."""
    return render(request, "assessment/help_step.html", {"doors": DOORS})


@login_not_required
@get_or_post
@sensitive_post_parameters()
def step_card(request, way):
    """The card of one way with a day and words to say, to print; with an account, to keep."""
    if way not in Way.values:
        raise Http404
    standing, person = standing_of(request), person_of(request)
    country = standing.country or Country.NL
    now = timezone.localtime(timezone=zone_of(person)) if person else timezone.localtime()
    day = first_day(Way(way), country, now)
    form = StepForm(request.POST if request.method == "POST" else None, initial={"day": day})
    if form.is_valid():
        day = form.cleaned_data["day"]
        if person and "keep" in request.POST:
            return kept(request, way, country, form)
    card = StepCard(Way(way), country, day, standing)
    return render(request, "assessment/step_card.html", {"card": card, "form": form, "has_account": bool(person)})


def kept(request, way: int, country: str, form: StepForm):
    """Keep the step in the account; where that may not be yet, ask first."""
    if not consent.has(request.user, consent.Scope.OUTCOMES):
        here = reverse("assessment:step_card", args=[way])
        return redirect(reverse("accounts:consent_outcomes", query={"next": here}))
    chosen = form.cleaned_data
    key = chosen["key"] or uuid.uuid4()
    services.plan_step(request.user, way, country=country, planned_on=chosen["day"], key=key)
    return redirect("assessment:my_step")


@require_safe
def my_step(request):
    """The open step of an account; from the seventh day on with one question."""
    step = HelpStep.objects.of(request.user).filter(is_open=True).first()
    if step is None:
        return redirect("assessment:help_step")
    card = card_of(step, standing_of(request), today_for(request.user))
    return render(request, "assessment/my_step.html", {"card": card, "step": step, "answers": HelpStep.Answer})


@require_POST
def answer_step(request, pk):
    """What came of the step: all answers are equal, and it is not asked again."""
    step = get_object_or_404(HelpStep.objects.of(request.user).filter(is_open=True), pk=pk)
    form = StepAnswerForm(request.POST)
    if form.is_valid():
        services.answer_step(step, form.cleaned_data["answer"])
    return redirect("assessment:step_answered", step.pk) if step.answer else redirect("assessment:my_step")


@require_safe
def answered(request, pk):
    """A calm word after the answer, with the way on."""
    step = get_object_or_404(HelpStep.objects.of(request.user).exclude(answer=""), pk=pk)
    return render(request, "assessment/step_answered.html", {"step": step, "doors": DOORS})
