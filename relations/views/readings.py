"""Two readings: written once, looked back on after a week, never changed."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from assessment.standing import standing_of
from regie.accounts.days import today_for
from regie.accounts.decorators import notes_consent_required
from regie.verbs import get_or_post
from relations.dashboard.own import READ_AGAIN_AFTER
from relations.entries import Entry
from relations.forms.readings import LookBackForm, ReadingsForm
from relations.models import ContactMoment, TwoReadings
from relations.views.queries import own_or_404, posted


@get_or_post
@notes_consent_required
def readings_add(request):
    """Write down what happened and how else it can be read, perhaps about a moment."""
    moment = own_or_404(ContactMoment.objects.of(request.user).with_people(), request.GET.get("moment"))
    people = moment.people if moment else []
    standing = standing_of(request)
    if standing.is_unsafe or any(relation.is_unsafe for relation in people):
        return render(request, "relations/reading_closed.html")
    form = ReadingsForm(posted(request))
    if form.is_valid():
        about = people[0] if len(people) == 1 else None
        kept = form.keep(request.user, today_for(request.user), moment=moment, relation=about)
        return redirect("relations:readings", kept.pk)
    entry = Entry(moment, today_for(request.user)) if moment else None
    return render(request, "relations/reading_form.html", {"form": form, "entry": entry, "in_rest": standing.in_rest})


@require_safe
@notes_consent_required
def readings_list(request):
    """All of them, latest first: one's own old texts stay."""
    readings = TwoReadings.objects.of(request.user).order_by("-written_on", "-pk")
    context = {"readings": readings, "may_write": not standing_of(request).is_unsafe}
    return render(request, "relations/reading_list.html", context)


@get_or_post
@notes_consent_required
def readings_detail(request, pk):
    """One set of readings; from a week on, and where it may be asked, with the question which fits now."""
    readings = get_object_or_404(TwoReadings.objects.of(request.user), pk=pk)
    if not may_ask(request, readings):
        return render(request, "relations/reading.html", {"readings": readings})
    form = LookBackForm(posted(request), instance=readings)
    if form.is_valid():
        form.keep(today_for(request.user))
        return redirect("relations:readings", readings.pk)
    return render(request, "relations/reading.html", {"readings": readings, "form": form})


def may_ask(request, readings: TwoReadings) -> bool:
    """After a week, once; not in rest, nor with the flag, nor about a relation marked unsafe."""
    standing = standing_of(request)
    if standing.in_rest or standing.is_unsafe or readings.looked_back_on or is_about_unsafe(readings):
        return False
    return readings.written_on + READ_AGAIN_AFTER <= today_for(request.user)


def is_about_unsafe(readings: TwoReadings) -> bool:
    """Whether someone it is about was marked unsafe."""
    about = readings.relation is not None and readings.relation.is_unsafe
    return about or (readings.moment is not None and readings.moment.relations.filter(is_unsafe=True).exists())
