"""Intentions: from a tip, perhaps with one relation; kept, answered, gone on from."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from assessment.openness import Openness, tip_openness
from assessment.standing import standing_of
from regie.accounts.days import today_for
from regie.accounts.decorators import notes_consent_required
from regie.guide.library import Tip, library
from regie.verbs import get_or_post
from relations.dashboard.felt import felt
from relations.dashboard.plans import plan, tip_named
from relations.forms.intention import AnswerForm, FeltForm, IntentionForm, KeyForm
from relations.forms.tip_helpers import helper_for
from relations.giving import with_own_giving
from relations.kinds import IntentionState, Kind
from relations.models import Intention, Relation
from relations.rules.intention_gate import Gate, gate
from relations.views.queries import own_or_404, posted


def tip_or_404(tip_id: str) -> Tip:
    """A tip, or the step of the circle, that can become an intention."""
    tip = tip_named(tip_id)
    if tip is None or not tip.becomes_intention:
        raise Http404
    return tip


def gate_for(request, tip: Tip) -> Gate:
    """What stands before this tip for this person today."""
    owner, standing = request.user, standing_of(request)
    return gate(
        tip,
        standing,
        giving_costs=tip.is_giving and felt(owner, today_for(owner)).giving_costs,
        has_friend=Relation.objects.of(owner).active().filter(kind=Kind.FRIENDSHIP).exists(),
        has_open=Intention.objects.of(owner).filter(state=IntentionState.OPEN).exists(),
    )


@get_or_post
@notes_consent_required
def intention_add(request, tip):
    """Make an intention of a tip; ``relation`` or ``after`` in the query fill it in."""
    tip = tip_or_404(tip)
    if made := made_before(request):
        return redirect("relations:intention", made.pk)
    barrier = gate_for(request, tip)
    if barrier is Gate.QUESTIONS:
        return redirect(questions_url(request, is_intimate=tip.kind == Kind.INTIMATE))
    if barrier is not Gate.OPEN:
        open_now = Intention.objects.of(request.user).filter(state=IntentionState.OPEN).first()
        tip = None if barrier is Gate.HELP_FIRST else tip
        return render(request, "relations/intention_closed.html", {"gate": barrier, "tip": tip, "open_now": open_now})
    before = own_or_404(Intention.objects.of(request.user), request.GET.get("after"))
    relations = Relation.objects.of(request.user).active().order_by("name", "pk")
    relation = own_or_404(relations, request.GET.get("relation"))
    start = {"step": before.step if before and "same" in request.GET else str(tip.step), "relation": relation}
    if before:
        start |= {"anchor": before.anchor, "relation": relation or before.relation_id}
    form = IntentionForm(posted(request), relations=relations, initial=start)
    helper = helper_for(tip.id, request.user, posted(request))
    said = ""
    if form.is_bound and all([form.is_valid(), helper is None or helper.is_valid()]):
        said = helper.words() if helper else ""
        if "build" not in request.POST:
            if helper:
                helper.remember(request.user)
            return redirect("relations:intention", form.keep(request.user, tip=tip.id, words=said, follows=before).pk)
    context = {"form": form, "helper": helper, "tip": tip, "said": said, "relation": relation}
    return render(request, "relations/intention_form.html", context)


def questions_url(request, *, is_intimate: bool) -> str:
    """The three questions, and the fourth where it is about someone close; they lead back here."""
    query = {"next": request.get_full_path()} | ({"safety": 1} if is_intimate else {})
    return reverse("assessment:three_questions", query=query)


def made_before(request) -> Intention | None:
    """What the same form made already."""
    form = KeyForm(request.POST)
    key = form.cleaned_data["key"] if form.is_valid() else None
    return Intention.objects.of(request.user).filter(key=key).first() if key else None


@require_safe
@notes_consent_required
def intention_for(request, pk):
    """Which tips can become an intention with this relation."""
    relation = get_object_or_404(Relation.objects.of(request.user).active(), pk=pk)
    standing = standing_of(request)
    may_act = standing.may_act_intimate if relation.kind == Kind.INTIMATE else standing.may_act
    if not may_act and not standing.in_rest and not standing.is_unsafe:
        return redirect(questions_url(request, is_intimate=relation.kind == Kind.INTIMATE))
    standing = with_own_giving(standing, request.user, today_for(request.user))
    tips = [tip for tip in library.tips_of(relation.kind) if tip_openness(tip, standing) is Openness.OPEN]
    return render(request, "relations/intention_choose.html", {"relation": relation, "tips": tips})


@require_safe
@notes_consent_required
def intention_list(request):
    """All of them, latest first: a person's own words are in reach at every level."""
    intentions = Intention.objects.of(request.user).select_related("relation").order_by("-created_at", "-pk")
    standing = with_own_giving(standing_of(request), request.user, today_for(request.user))
    plans = [plan(intention, standing) for intention in intentions]
    return render(request, "relations/intention_list.html", {"plans": plans, "standing": standing})


@require_safe
@notes_consent_required
def intention(request, pk):
    """One intention: what it says, and the three answers."""
    kept = get_object_or_404(Intention.objects.of(request.user).select_related("relation"), pk=pk)
    form = AnswerForm(initial={"planned_on": kept.planned_on})
    return render(request, "relations/intention.html", intention_context(request, kept, form))


def intention_context(request, kept: Intention, form: AnswerForm) -> dict:
    """What the page of one intention needs."""
    standing = with_own_giving(standing_of(request), request.user, today_for(request.user))
    return {
        "plan": plan(kept, standing),
        "form": form,
        "felt_form": FeltForm(initial={"felt_after": kept.felt_after}),
    }


@require_POST
@notes_consent_required
def intention_answer(request, pk):
    """Done, let go, or not yet (perhaps on another day). Another answer may follow later."""
    kept = get_object_or_404(Intention.objects.of(request.user), pk=pk)
    form = AnswerForm(request.POST)
    if form.is_valid():
        answer = form.cleaned_data["answer"]
        kept.state = answer
        kept.answered_on = None if answer == IntentionState.OPEN else today_for(request.user)
        kept.planned_on = form.cleaned_data["planned_on"] or kept.planned_on
        kept.save(update_fields=["state", "answered_on", "planned_on"])
        return redirect("relations:intention", kept.pk)
    return render(request, "relations/intention.html", intention_context(request, kept, form), status=422)


@require_POST
@notes_consent_required
def intention_felt(request, pk):
    """How it felt, if the person wants to say."""
    kept = get_object_or_404(Intention.objects.of(request.user), pk=pk)
    form = FeltForm(request.POST)
    if form.is_valid():
        kept.felt_after = form.cleaned_data["felt_after"]
        kept.save(update_fields=["felt_after"])
    return redirect("relations:intention", kept.pk)
