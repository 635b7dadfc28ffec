"""When something changes: rest, an end, a death, a pause, "not now"."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from assessment.standing import standing_of
from regie.accounts.days import today_for
from regie.accounts.decorators import notes_consent_required
from regie.verbs import get_or_post
from relations import services
from relations.forms.changes import DiedForm, PauseForm
from relations.kinds import Status
from relations.models import Pause, Relation


@require_safe
@notes_consent_required
def relation_change(request, pk):
    """The choices: rest, end, died, pause, remove."""
    relation = get_object_or_404(Relation.objects.of(request.user), pk=pk)
    context = {"relation": relation, "standing": standing_of(request)}
    return render(request, "relations/relation_change.html", context)


@require_POST
@notes_consent_required
def relation_status(request, pk, status):
    """Give a relation another status; its page can undo it."""
    relation = get_object_or_404(Relation.objects.of(request.user), pk=pk)
    if status not in Status.values:
        raise Http404
    services.change_status(relation, status, today=today_for(request.user))
    return redirect(relation)


@require_POST
@notes_consent_required
def relation_status_undo(request, pk):
    """Give a relation its former status back."""
    relation = get_object_or_404(Relation.objects.of(request.user), pk=pk)
    services.undo_status(relation, today=today_for(request.user))
    return redirect(relation)


@get_or_post
@notes_consent_required
def relation_died(request, pk):
    """Someone died: everything falls silent, the memories stay."""
    relation = get_object_or_404(Relation.objects.of(request.user), pk=pk)
    initial = {"died_on": relation.died_on, "wants_anniversaries": relation.wants_anniversaries}
    form = DiedForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        services.note_death(relation, **form.cleaned_data, today=today_for(request.user))
        return redirect(relation)
    context = {"form": form, "relation": relation, "standing": standing_of(request)}
    return render(request, "relations/relation_died.html", context)


@get_or_post
@notes_consent_required
def relation_pause(request, pk=None):
    """Pause one relation, or all where none is named."""
    relation = get_object_or_404(Relation.objects.of(request.user), pk=pk) if pk else None
    today = today_for(request.user)
    pause = Pause.objects.filter(owner=request.user, relation=relation).first()
    initial = {"starts_on": today}
    if pause and not pause.is_over(today):
        initial = {"starts_on": pause.starts_on, "ends_on": pause.ends_on, "reason": pause.reason}
    form = PauseForm(request.POST or None, initial=initial)
    if form.is_valid():
        services.pause(request.user, relation, **form.cleaned_data)
        return redirect(relation or "relations:list")
    return render(request, "relations/pause_form.html", {"form": form, "relation": relation})


@require_POST
@notes_consent_required
def relation_pause_end(request, pk=None):
    """Go on as before, on the page where the pause was told."""
    relation = get_object_or_404(Relation.objects.of(request.user), pk=pk) if pk else None
    services.end_pause(request.user, relation)
    return redirect(relation or ("relations:dashboard" if "circle" in request.GET else "relations:list"))


@require_POST
@notes_consent_required
def relation_not_now(request, pk):
    """ "Not now", without a question."""
    relation = get_object_or_404(Relation.objects.of(request.user), pk=pk)
    services.say_not_now(relation, today=today_for(request.user))
    return redirect("relations:dashboard")
