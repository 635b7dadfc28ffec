"""Signing out, and erasing an account."""

from allauth.account import views as allauth
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from assessment.standing import standing_of
from regie.accounts.erasure import erase
from regie.accounts.forms import EraseForm
from regie.accounts.leaving import forget_browser
from regie.verbs import get_or_post


@login_not_required
def sign_out(request):
    """Sign out by POST; this browser forgets us."""
    response = allauth.logout(request)
    return forget_browser(request, response) if request.method == "POST" else response


@get_or_post
@sensitive_post_parameters("password")
def account_erase(request):
    """Erase the account at once and completely, after its password."""
    adapter = get_adapter(request)
    form = EraseForm(
        request.POST if request.method == "POST" else None,
        is_right=lambda password: adapter.reauthenticate(request.user, password),
        is_proven=did_recently_reauthenticate(request),
    )
    if form.is_valid():
        erase(request.user)
        logout(request)
        return forget_browser(request, redirect("accounts:erased"))
    return render(request, "accounts/erase.html", {"form": form, "standing": standing_of(request)})


@require_safe
@login_not_required
def erased(request):
    """Said once, to nobody in particular."""
    return render(request, "accounts/erased.html")
