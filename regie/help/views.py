"""The help pages, the letter, the way out, and the worker that keeps help readable without internet."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_safe

from regie.accounts.leaving import forget_cookies
from regie.help.letter import LetterForm, letter_form
from regie.help.page import HelpPage
from regie.help.records import Country
from regie.public import public
from regie.verbs import get_or_post

SENT_FROM_ELSEWHERE = ("cross-site", "same-site")


@public(minutes=5)
def help_page(request, country):
    """Help in one country: danger first, then what is open at this moment. ``?country=`` is the switch's answer."""
    wanted = request.GET.get("country")
    if wanted in Country.values:
        return redirect(Country(wanted).help_page)
    return render(request, "help/country.html", {"page": HelpPage(country, timezone.now()), "countries": Country})


@public(minutes=5)
def stored_page(request, country):
    """The same help for when there is no internet: hours in words, and the day on which it was stored."""
    context = {"page": HelpPage(country, None), "stored_on": timezone.localdate()}
    return render(request, "help/stored.html", context)


@get_or_post
@login_not_required
@sensitive_post_parameters()
@sensitive_variables()
def letter(request):
    """A letter to the GP: the form, then the sheet. Nothing is kept.

    A POST with ``change`` is the way back from the sheet, and the way here from the self-check: it fills the form.
    """
    if request.method != "POST" or "change" in request.POST:
        return render(request, "help/letter_form.html", {"form": letter_form(request.POST)})
    form = LetterForm(request.POST)
    if not form.is_valid():
        return render(request, "help/letter_form.html", {"form": form})
    return render(request, "help/letter.html", {"form": form, "today": timezone.localdate()})


@require_safe
@login_not_required
def quick_exit(request):
    """Leads away from Regie at once, and clears this browser's cookies unless another site sent it here."""
    response = HttpResponseRedirect(settings.QUICK_EXIT_URL, headers={"Referrer-Policy": "no-referrer"})
    if request.headers.get("Sec-Fetch-Site") not in SENT_FROM_ELSEWHERE:
        forget_cookies(request, response)
        response["Clear-Site-Data"] = '"cookies"'
    return response
