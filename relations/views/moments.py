"""Pages of contact moments: log in two taps, add something, change, away and back, and "did it go ahead?"."""

from django.db.models import F
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from assessment.standing import standing_of
from regie.accounts.days import today_for
from regie.accounts.decorators import notes_consent_required
from regie.guide.library import library
from regie.verbs import get_or_post
from relations import services
from relations.entries import Entry
from relations.forms.moment import MomentAddForm, MomentForm, MomentMoreForm
from relations.kinds import Exchange, Manner
from relations.models import ContactMoment, Relation
from relations.rows import Row

GIVING = library.steps["attention-to-giving"]
SHOWN_FIRST = 6  # people to choose from before "show everyone"
ICONS = {
    Manner.MET: "together",
    Manner.CALLED: "phone",
    Manner.MESSAGE: "message",
    Manner.VIDEO: "video",
    Manner.LETTER: "letter",
    Manner.TOGETHER: "doing",
    Manner.WAS_THERE: "place",
    Manner.NO_ANSWER: "silence",
}


@get_or_post
@notes_consent_required
def moment_add(request):
    """Log contact: who (``who`` in the address fills it in), perhaps when, and how."""
    today = today_for(request.user)
    relations = Relation.objects.of(request.user).by_name_only()
    form = MomentAddForm(request.POST or None, relations=relations, today=today)
    if form.is_valid():
        said = form.cleaned_data
        moment = services.log_contact(
            request.user,
            said["who"],
            happened_on=said["happened_on"],
            manner=said["manner"],
            key=said["key"],
            today=today,
        )
        if standing_of(request).in_rest:  # my circle begins with help then, and says nothing of moments
            return redirect(reverse("relations:moment", args=[moment.pk], query={"bewaard": 1}))
        return redirect(reverse("relations:dashboard", query={"genoteerd": moment.pk}))
    rows = people_to_choose(request, relations, today)
    if not rows:
        return redirect("relations:add")
    chosen = request.POST.getlist("who") or request.GET.getlist("who")
    shows_all = "all" in request.GET or "all" in request.POST or len(rows) <= SHOWN_FIRST
    context = {
        "form": form,
        "rows": rows if shows_all else first_rows(rows, chosen),
        "shows_all": shows_all,
        "chosen": chosen,
        "manners": [(manner, ICONS[manner]) for manner in Manner],
        "standing": standing_of(request),
    }
    return render(request, "relations/moment_add.html", context)


def people_to_choose(request, relations, today) -> list[Row]:
    """Everyone in the circle, the latest met first; at rest in the order they were added, all with the same light."""
    is_still = standing_of(request).in_rest
    people = relations.in_circle().with_last_contact(today)
    if not is_still:
        people = people.order_by(F("last_contact_on").desc(nulls_last=True), "pk")
    return [Row(person, today, is_still) for person in people]


def first_rows(rows: list[Row], chosen: list[str]) -> list[Row]:
    """Who was chosen, then the first of the others."""
    picked = [row for row in rows if row.id in chosen]
    others = [row for row in rows if row not in picked]
    return picked + others[: max(0, SHOWN_FIRST - len(picked))]


@require_safe
@notes_consent_required
def moment(request, pk):
    """One moment, with what can be done with it."""
    moment = get_object_or_404(ContactMoment.objects.of(request.user).with_people(), pk=pk)
    context = {
        "entry": Entry(moment, today_for(request.user)),
        "standing": standing_of(request),
        "was_kept": "bewaard" in request.GET,
        "giving_caution": GIVING.caution if moment.exchange == Exchange.GAVE and moment.felt_heavier else None,
    }
    return render(request, "relations/moment.html", context)


@get_or_post
@notes_consent_required
def moment_more(request, pk):
    """Add something to a moment: feelings, who began, a note. Nothing is needed."""
    moment = get_object_or_404(ContactMoment.objects.of(request.user).with_people(), pk=pk)
    form = MomentMoreForm(request.POST or None, instance=moment)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect(reverse("relations:moment", args=[moment.pk], query={"bewaard": 1}))
    context = {"form": form, "entry": Entry(moment, today_for(request.user)), "standing": standing_of(request)}
    return render(request, "relations/moment_more.html", context)


@get_or_post
@notes_consent_required
def moment_edit(request, pk):
    """Change all of a moment."""
    today = today_for(request.user)
    moment = get_object_or_404(ContactMoment.objects.of(request.user), pk=pk)
    relations = Relation.objects.of(request.user).by_name_only().order_by("name", "pk")
    form = MomentForm(request.POST or None, instance=moment, relations=relations)
    if form.is_valid():
        services.edit_moment(form.save(commit=False), form.cleaned_data["who"], today=today)
        return redirect(reverse("relations:moment", args=[moment.pk], query={"bewaard": 1}))
    chosen = [str(value) for value in (form["who"].value() or [])]
    rows = [Row(person, today, is_still=True) for person in relations]
    there = [row for row in rows if row.id in chosen]
    context = {
        "form": form,
        "moment": moment,
        "rows": there or rows,
        "others": [row for row in rows if row not in there] if there else [],
        "chosen": chosen,
        "standing": standing_of(request),
    }
    return render(request, "relations/moment_form.html", context)


@require_POST
@notes_consent_required
def moment_remove(request, pk):
    """Take a moment out of sight; the next page can bring it back."""
    moment = get_object_or_404(ContactMoment.objects.with_removed_of(request.user), pk=pk)
    services.remove_moment(moment, now=timezone.now())
    return redirect(reverse("relations:timeline", query={"weg": moment.pk}))


@require_POST
@notes_consent_required
def moment_restore(request, pk):
    """Bring a removed moment back. With nobody of it left it waits for its relation to be brought back too."""
    moment = get_object_or_404(ContactMoment.objects.with_removed_of(request.user), pk=pk)
    services.restore_moment(moment)
    is_seen = ContactMoment.objects.of(request.user).filter(pk=moment.pk).exists()
    return redirect(moment if is_seen else "relations:quiet")


@require_POST
@notes_consent_required
def plan_answer(request, pk, answer):
    """Say once whether a plan went ahead: ``yes`` or ``no``."""
    moment = get_object_or_404(ContactMoment.objects.of(request.user), pk=pk)
    if answer not in ("yes", "no"):
        raise Http404
    services.answer_plan(moment, took_place=answer == "yes")
    if answer == "yes":
        return redirect(reverse("relations:dashboard", query={"genoteerd": moment.pk}))
    return redirect("relations:dashboard")
