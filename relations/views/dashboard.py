"""My circle."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from assessment.standing import standing_of
from regie.accounts.days import zone_of
from regie.accounts.decorators import notes_consent_required
from relations.dashboard.contact import PERIODS
from relations.dashboard.page import dashboard as read_dashboard
from relations.forms.relation import RelationForm
from relations.views.queries import number


@require_safe
@notes_consent_required
def dashboard(request):
    """Everyone in the circle, what is near, and how it is shared; help first where that fits now."""
    page = read_dashboard(
        request.user,
        standing_of(request),
        timezone.now().astimezone(zone_of(request.user)),
        period=period_of(request),
        noted=number(request.GET.get("genoteerd")),
    )
    context = {"page": page, "is_open": "show" in request.GET, "form": RelationForm() if page.is_empty else None}
    return render(request, template_for(page), context)


def template_for(page) -> str:
    """Help alone, rest, the first relation, or the whole page."""
    if page.is_help_only:
        return "relations/dashboard_help_only.html"
    if page.standing.in_rest:
        return "relations/dashboard_rest.html"
    return "relations/dashboard_empty.html" if page.is_empty else "relations/dashboard.html"


def period_of(request) -> int:
    """The period of the balance: 90 days, or 28 when asked for."""
    asked = number(request.GET.get("days"))
    return asked if asked in PERIODS else PERIODS[0]
