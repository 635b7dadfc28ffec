"""What is asked before the first offer where nothing is known: three questions, and one about safety."""

from dataclasses import replace

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_safe

from assessment import services, trace
from assessment.events import EFFECTS, Event
from assessment.forms import FirstQuestionsForm
from assessment.raising import tell
from assessment.standing import person_of, standing_of
from assessment.trace import Shown
from regie.accounts import consent
from regie.accounts.days import today_for
from regie.verbs import get_or_post

THREE = ("duration", "childhood", "reward")


@login_not_required
@get_or_post
@sensitive_post_parameters()
@sensitive_variables()
def three_questions(request):
    """Ask what is not yet known; who passes goes on, anything else leads to help or to the whole check."""
    standing = standing_of(request)
    if standing.is_known or standing.is_unsafe:
        return redirect("assessment:now" if standing.in_rest else onward(request))
    if is_closed(request):
        return redirect("assessment:whole_check")
    names = [] if standing.passed_questions else [*THREE]
    if standing.passed_questions or "safety" in request.GET:
        names.append("safety")
    form = FirstQuestionsForm(names, request.POST if request.method == "POST" else None)
    if form.is_valid():
        return answered(request, form)
    return render(request, "assessment/three_questions.html", {"form": form})


def answered(request, form: FirstQuestionsForm):
    """Where the answers lead. They are not kept: only the day on which they were passed."""
    if form.is_unsafe:
        response = redirect("assessment:now")
        tell(request, response, EFFECTS[Event.NOT_SAFE].level, EFFECTS[Event.NOT_SAFE].flags)
        return response
    if not form.is_passed:
        return redirect("assessment:whole_check")
    response = redirect(onward(request))
    days = {"safety_on" if name == "safety" else "questions_on" for name in form.names}
    person = person_of(request)
    if person and consent.has(person, consent.Scope.OUTCOMES):
        services.pass_questions(person, days, today_for(person))
    else:
        today = timezone.localdate().isoformat()
        before = trace.shown_to(request) or Shown()
        trace.keep_shown(request, response, replace(before, **dict.fromkeys(days, today)))
    return response


@login_not_required
@require_safe
def whole_check(request):
    """Says calmly that the whole check comes first; the way to help follows the country of the account."""
    standing_of(request)
    return render(request, "assessment/whole_check.html")


def is_closed(request) -> bool:
    """Who withdrew the consent to keep outcomes is not asked: only a complete check opens actions then."""
    person = person_of(request)
    return person is not None and services.is_closed_to_questions(person)


def onward(request) -> str:
    """The page of ours that the person came for; else the start of the guide."""
    wanted = request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) and wanted.startswith("/")
    return wanted if is_ours else "guide:index"
