"""Doors that ask for a consent first."""

from functools import wraps

from django.shortcuts import redirect
from django.urls import reverse

from regie.accounts import consent


def notes_consent_required(view):
    """Leads to the consent page, and back here, while the person has not said that Regie may keep their notes."""

    @wraps(view)
    def asked_first(request, *args, **kwargs):
        if consent.has(request.user, consent.Scope.NOTES):
            return view(request, *args, **kwargs)
        query = {"next": request.get_full_path()} if request.method == "GET" else None
        return redirect(reverse("accounts:consent_notes", query=query))

    return asked_first
