"""Asking what Regie may keep, each on a page of its own, and taking it back."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from assessment import trace
from assessment.standing import standing_of
from regie.accounts import consent
from regie.accounts.consent import Scope
from regie.verbs import get_or_post


@get_or_post
def notes(request):
    """May Regie keep your notes?"""
    return ask(request, Scope.NOTES, settings.LOGIN_REDIRECT_URL)


@get_or_post
def outcomes(request):
    """May Regie keep your outcomes? Never asked together with the notes."""
    return ask(request, Scope.OUTCOMES, "accounts:account")


def ask(request, scope: Scope, then: str):
    """Two equal answers; a yes leads on to where the person was going, or to the page named ``then``."""
    onward = next_of(request)
    if request.POST.get("answer") == "yes":
        consent.give(request.user, scope)
        return redirect(onward or then)
    if request.POST.get("answer") == "no":
        messages.info(request, _("Fine. Regie keeps nothing of this. The guide, help and self-check work without."))
        return redirect("accounts:account")
    since = consent.since(request.user, scope)
    return render(request, f"accounts/consent_{scope.value}.html", {"since": since, "next": onward})


@get_or_post
def withdraw_notes(request):
    """Take the yes for notes back."""
    return withdraw(request, Scope.NOTES)


@get_or_post
def withdraw_outcomes(request):
    """Take the yes for outcomes back."""
    return withdraw(request, Scope.OUTCOMES)


def withdraw(request, scope: Scope):
    """One confirmation, then all that this yes had covered is gone."""
    if request.method == "POST":
        consent.withdraw(request.user, scope)
        messages.success(request, _("Done. What you had written down here is erased."))
        response = redirect("accounts:account")
        if scope == Scope.OUTCOMES:  # then nothing is known, and only a new complete check opens actions
            trace.drop_what_opens(request, response)
        return response
    return render(request, f"accounts/withdraw_{scope.value}.html", {"standing": standing_of(request)})


@require_safe
def consents(request):
    """What the person allowed, and since when."""
    return render(
        request,
        "accounts/consents.html",
        {
            "notes_since": consent.since(request.user, Scope.NOTES),
            "outcomes_since": consent.since(request.user, Scope.OUTCOMES),
        },
    )


def next_of(request) -> str:
    """Where the person was going, if that is on this site; else nothing."""
    url = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(url, {request.get_host()}, require_https=request.is_secure())
    return url if is_ours else ""
