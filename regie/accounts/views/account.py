"""Everything about an account on one page, and the small pages behind it."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from regie.accounts import consent
from regie.accounts.forms import SettingsForm
from regie.post.subscriptions import set_clocks
from regie.verbs import get_or_post


@require_safe
def account(request):
    """What the account is, and a way to each thing that can be changed."""
    return render(
        request,
        "accounts/account.html",
        {
            "address": EmailAddress.objects.filter(user=request.user).order_by("-primary", "-verified").first(),
            "second_factors": Authenticator.objects.filter(user=request.user)
            .exclude(type=Authenticator.Type.RECOVERY_CODES)
            .count(),
            "notes_since": consent.since(request.user, consent.Scope.NOTES),
            "outcomes_since": consent.since(request.user, consent.Scope.OUTCOMES),
        },
    )


@get_or_post
def settings(request):
    """Language of the mail, time zone, country."""
    form = SettingsForm(request.POST or None, instance=request.user)
    if form.is_valid():
        set_clocks(form.save(), timezone.now())
        messages.success(request, _("Kept."))
        return redirect("accounts:account")
    return render(request, "accounts/settings.html", {"form": form})


@require_safe
def sessions(request):
    """Where the person is signed in, the newest first."""
    rows = [
        {"token": token_of(row), "device": row.device, "since": row.started_at, "is_this": is_this(request, row)}
        for row in open_sessions(request.user)
    ]
    return render(request, "accounts/sessions.html", {"sessions": rows})


@require_POST
def session_end(request, token):
    """End one sign-in, elsewhere; this one ends by signing out."""
    row = next((row for row in open_sessions(request.user) if constant_time_compare(token_of(row), token)), None)
    if row is None or is_this(request, row):
        raise Http404
    row.delete()
    messages.success(request, _("That device is signed out."))
    return redirect("accounts:sessions")


def open_sessions(user):
    """The sign-ins that still hold."""
    return user.sessions.filter(expire_date__gt=timezone.now(), started_at__isnull=False).order_by("-started_at")


def is_this(request, row) -> bool:
    """Whether a row is the sign-in of this very request."""
    return row.session_key == request.session.session_key


def token_of(row) -> str:
    """A name for a session on a page: its key itself would let its reader in."""
    return salted_hmac("regie session", row.session_key).hexdigest()[:24]
