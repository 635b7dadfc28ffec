"""The timeline over everything, with filters and search."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from assessment.standing import standing_of
from regie.accounts.days import today_for
from regie.accounts.decorators import notes_consent_required
from regie.search import Seeker
from relations import turning
from relations.entries import Entry, by_month
from relations.forms.timeline import Period, TimelineForm
from relations.kinds import FeelingAfter, Kind, Manner
from relations.models import ContactMoment, Presence, Relation
from relations.turning import Place
from relations.views.queries import number


@require_safe
@notes_consent_required
def timeline(request):
    """Moments, latest first, page by page."""
    owner, today, standing = request.user, today_for(request.user), standing_of(request)
    relations = Relation.objects.of(owner).by_name_only().order_by("name", "pk")
    form = TimelineForm(request.GET, relations=relations, today=today)
    seeker = Seeker(form.cleaned_data.get("q", ""))
    moments = form.narrow(ContactMoment.objects.of(owner))
    before, after = (Place.read(request.GET.get(name, "")) for name in ("before", "after"))
    named = moments_named(owner, seeker) if seeker else set()
    page = turning.turn(moments, seeker, named, before=before, after=after)
    entries = [Entry(moment, today, seeker=seeker) for moment in page.moments]
    context = {
        "form": form,
        "months": by_month(entries),
        "chips": chips(form.chosen),
        "is_filtered": bool(form.chosen),
        "has_unseen_filter": has_unseen_filter(form.chosen),
        "found": len(entries) if seeker and not (page.later or page.earlier) else None,
        "seeker": seeker,
        "later_url": page_url(form, after=page.later),
        "earlier_url": page_url(form, before=page.earlier),
        "removed": just_removed(request),
        "standing": standing,
        "may_look_again": not standing.is_unsafe,
    }
    return render(request, "relations/timeline.html", context)


def moments_named(owner, seeker: Seeker) -> set[int]:
    """The moments with someone whom ``seeker`` finds by name."""
    names = Relation.objects.of(owner).values_list("pk", "name")
    found = [pk for pk, name in names if seeker.finds(name)]
    return set(Presence.objects.of(owner).filter(relation__in=found).values_list("moment", flat=True))


def page_url(form: TimelineForm, **place) -> str:
    """The address of another page with the same filters; nothing where there is no such page."""
    [(name, where)] = place.items()
    return reverse("relations:timeline", query=form.chosen | {name: str(where)}) if where else ""


def ready_filters() -> list[tuple[str, dict]]:
    """The filters that are one tap away: name, and what it asks for."""
    return [
        *((kind.label, {"kind": kind.value}) for kind in Kind),
        (Manner.CALLED.label, {"manner": Manner.CALLED.value}),
        (pgettext("filter", "Felt heavier"), {"felt": FeelingAfter.HEAVIER.value}),
        (Period.YEAR.label, {"period": Period.YEAR.value}),
    ]


def has_unseen_filter(chosen: dict) -> bool:
    """Whether a filter is in use that no chip shows: then the others stand open, so that one sees why."""
    seen = {name for _, wanted in ready_filters() if wanted.items() <= chosen.items() for name in wanted}
    return bool(set(chosen) - seen - {"q"})


def chips(chosen: dict) -> list[tuple[str, str, bool]]:
    """Ready filters: name, address, and whether it is in use. One in use leads back to without it."""
    found = [(pgettext("filter", "All"), reverse("relations:timeline"), not chosen)]
    for label, wanted in ready_filters():
        is_used = wanted.items() <= chosen.items()
        rest = {name: value for name, value in chosen.items() if name not in wanted}
        found.append((label, reverse("relations:timeline", query=rest if is_used else rest | wanted), is_used))
    return found


def just_removed(request) -> ContactMoment | None:
    """The moment that was removed on the page before, to bring it back."""
    pk = number(request.GET.get("weg"))
    return ContactMoment.objects.removed_of(request.user).filter(pk=pk).first() if pk else None
