"""Taking names over: a file, a look at it, a yes, and a way back."""

import uuid

from allauth.decorators import rate_limit
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from regie.accounts.days import today_for
from regie.accounts.decorators import notes_consent_required
from regie.mydata import imports, previews, undoing
from regie.mydata.forms import CardForm, ForAllForm, UploadForm
from regie.mydata.models import Import, WaitingImport
from regie.mydata.views.words import found_in, reason_in_words
from regie.verbs import get_or_post

SHOWN_TROUBLES = 50


@notes_consent_required
@get_or_post
@rate_limit(action="import")
def upload(request):
    """Choose a file. What is in it waits for a look."""
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_valid():
        previews.wait(request.user, form.cleaned_data["file"], now=timezone.now())
        return redirect("mydata:import_preview")
    return render(request, "mydata/import.html", {"form": form})


@notes_consent_required
@get_or_post
def preview(request, number=1):
    """Fifty cards at a time, each with what becomes of it. Nothing of the circle changes before the last button."""
    waiting = previews.waiting(request.user, timezone.now())
    if waiting is None:
        return after_all(request)
    if not 1 <= number <= waiting.pages:
        raise Http404
    if request.method == "POST":
        return chosen(request, waiting, number)
    context = {
        "waiting": waiting,
        "number": number,
        "rows": [(row, found_in(row.card)) for row in waiting.page(number)],
        "form_for_all": ForAllForm(initial={"kind": waiting.for_all}),
        "kinds": CardForm().fields["kind"].choices,
        "troubles": [(one, reason_in_words(one)) for one in waiting.troubles[:SHOWN_TROUBLES]],
        "more_troubles": max(0, len(waiting.troubles) - SHOWN_TROUBLES),
        "others": {name: len(records) for name, records in (waiting.document or {}).items()},
    }
    return render(request, "mydata/import_preview.html", context)


def after_all(request):
    """The file is gone: to the import it became, else to the form."""
    done = Import.objects.filter(owner=request.user, key=key_in(request.POST), undone_at=None).first()
    return redirect("mydata:import_done", done.pk) if done else redirect("mydata:import")


def key_in(data):
    """The key of the file that a form was about; None when it names none."""
    try:
        return uuid.UUID(data.get("key", ""))
    except ValueError:
        return None


def chosen(request, waiting, number):
    """Keep the choices of this page, then do what the button says: go on, one choice for all, or take over."""
    user, deed = request.user, request.POST.get("do")
    if waiting.key != key_in(request.POST):
        return redirect("mydata:import_preview")  # another file waits by now: look at that one first
    if deed == "all":
        form = ForAllForm(request.POST)
        if form.is_valid():
            previews.choose_for_all(user, waiting.key, form.cleaned_data["kind"])
        return redirect("mydata:import_page", number)
    previews.choose(user, waiting.key, choices_in(request.POST, waiting.places(number)))
    if deed == "take":
        imports.take(user, waiting.key, today=today_for(user), now=timezone.now())
        return after_all(request)  # where it was dropped meanwhile there is none
    step = -1 if deed == "back" else 1
    return redirect("mydata:import_page", min(max(number + step, 1), waiting.pages))


def choices_in(data, places):
    """What was chosen for each card of a page; a card of which nothing sound was sent stays as it was."""
    forms = {place: CardForm(data, prefix=str(place)) for place in places}
    sound = {place: form.cleaned_data for place, form in forms.items() if form.is_valid()}
    return {place: (values["kind"], values["joins"]) for place, values in sound.items()}


@require_POST
def drop(request):
    """Not after all: forget the file at once."""
    WaitingImport.objects.filter(owner=request.user).delete()
    return redirect("mydata:index")


@require_safe
def done(request, pk):
    """What was taken over, and the way back."""
    return render(request, "mydata/import_done.html", {"done": own_import(request, pk)})


@require_POST
def undo(request, pk):
    """Take the whole import back."""
    staying = undoing.undo(own_import(request, pk), now=timezone.now())
    context = {"done": own_import(request, pk), "staying": staying}
    return render(request, "mydata/import_done.html", context)


def own_import(request, pk):
    """An import of this person, or 404."""
    return get_object_or_404(Import.objects.filter(owner=request.user), pk=pk)
