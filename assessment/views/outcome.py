"""What fits now: the outcome of a visit, and what holds where only level and flags are known."""

from dataclasses import replace

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST, require_safe

from assessment import services
from assessment.flow import Visit, judged, stopping_answer
from assessment.help_steps import DOORS
from assessment.keeping import Keep, keep_choice
from assessment.outcome_page import OutcomePage
from assessment.questionnaire import questionnaire
from assessment.raising import outcome_now
from assessment.safeguard import Level, Outcome, assess
from assessment.standing import person_of, standing_of
from assessment.views.check import begin_again, current_visit, next_page
from regie.accounts import consent
from regie.accounts.days import today_for
from regie.help.records import Country

TEMPLATES = {
    Level.TIPS: "assessment/outcome_tips.html",
    Level.TIPS_WITH_SAFETY_NET: "assessment/outcome_safety_net.html",
    Level.HELP_FIRST: "assessment/outcome_help_first.html",
    Level.TALK_TODAY: "assessment/outcome_talk_today.html",
    Level.HELP_NOW: "assessment/outcome_help_now.html",
}


@login_not_required
@require_safe
@sensitive_variables()
def outcome(request, visit):
    """The outcome of a visit that asked for it, or whose answer asks for help at once."""
    at = current_visit(request, visit)
    if at is None:
        return begin_again(request, visit)
    if not at.is_asked and stopping_answer(at.answers) is None:
        return redirect(next_page(visit, at))
    page = page_of(request, at)
    keep = keep_choice(request, page.outcome, visit) if page.answers else Keep.NOTHING
    return shown(request, page, visit, keep)


@login_not_required
@require_safe
def now(request):
    """What holds now where no answers are at hand: after something was told outside a check, or from an account."""
    standing = standing_of(request)
    if not standing.in_rest:
        return redirect("assessment:start")
    found = Outcome(standing.level, standing.flags, frozenset())
    page = OutcomePage(found, standing.country or Country.NL, {}, questionnaire(), timezone.now())
    return shown(request, page, "", Keep.NOTHING)


def page_of(request, visit: Visit) -> OutcomePage:
    """The page of a visit. Where something told since raised it, the answers no longer explain it and stay out."""
    found = outcome_now(request, visit)
    is_raised = found != assess(judged(visit.answers))
    reasons = frozenset() if is_raised else found.reasons
    answers = {} if is_raised else visit.answers
    return OutcomePage(replace(found, reasons=reasons), visit.country, answers, questionnaire(), timezone.now())


def shown(request, page: OutcomePage, visit: str, keep: Keep):
    """The page of its level."""
    standing = standing_of(request)
    holds_more = not standing.failed and standing.is_known and standing.level > page.level
    context = {"page": page, "visit": visit, "keep": keep, "doors": DOORS}
    context |= {"has_account": bool(person_of(request)), "account_holds_more": holds_more}
    return render(request, TEMPLATES[page.level], context)


@require_POST
@sensitive_variables()
def keep(request, visit):
    """Keep the outcome of a complete check in the account: the one deed that can lower what is kept."""
    at = current_visit(request, visit)
    if at is None:
        return begin_again(request, visit)
    here = reverse("assessment:outcome", args=[visit])
    if not consent.has(request.user, consent.Scope.OUTCOMES):
        return redirect(reverse("accounts:consent_outcomes", query={"next": here}))
    found = assess(judged(at.answers))
    if at.is_asked and stopping_answer(at.answers) is None and found == outcome_now(request, at):
        today, version, began_at = today_for(request.user), at.version, at.began_at
        if not services.keep_outcome(
            request.user, found, at.answers, version=version, visit=visit, today=today, began_at=began_at
        ):
            return redirect("assessment:now")
    return redirect(here)
