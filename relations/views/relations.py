"""Pages of relations: everyone, one, new, changed, away and back."""

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from assessment.standing import standing_of
from regie.accounts.days import today_for
from regie.accounts.decorators import notes_consent_required
from regie.search import Seeker
from regie.verbs import get_or_post
from relations import services, words
from relations.entries import Entry
from relations.forms.relation import RelationForm
from relations.memories import memory
from relations.models import ContactMoment, Pause, Relation
from relations.proposals import may_propose, may_suggest, silence_of
from relations.rows import Row, by_kind, rows_of
from relations.rules.rhythm import is_good_moment

MOMENTS_SHOWN = 10
LONG_LIST = 12  # from so many on, the list has a search field


@require_safe
@notes_consent_required
def relation_list(request):
    """Everyone in the circle by kind; ``q`` seeks a name."""
    today, standing = today_for(request.user), standing_of(request)
    relations = list(Relation.objects.of(request.user).in_circle().by_name_only().with_last_contact(today))
    seeker = Seeker(request.GET.get("q", "")[:500])
    found = [relation for relation in relations if seeker.finds(relation.name)] if seeker else relations
    context = {
        "groups": by_kind(rows_of(found, today, is_still=standing.in_rest)),
        "is_empty": not relations,
        "is_found": bool(found),
        "is_long": len(relations) >= LONG_LIST,
        "query": request.GET.get("q", "")[:500],
        "standing": standing,
        "pause": pause_in_words(Pause.objects.filter(owner=request.user, relation=None), None, today),
    }
    return render(request, "relations/relation_list.html", context)


def pause_in_words(pauses, relation: Relation | None, today) -> str:
    """The pause of one relation, or of all where None, as long as it is not over."""
    own = [pause for pause in pauses if pause.relation_id == (relation and relation.pk) and not pause.is_over(today)]
    return words.pause(own[0], today) if own else ""


def is_paused(relation: Relation, pauses, today) -> bool:
    """Whether a pause holds today, of its own or for all: then nothing is suggested with it."""
    return any(pause.holds_on(today) for pause in pauses if pause.relation_id in (None, relation.pk))


@require_safe
@notes_consent_required
def relation_quiet(request):
    """Resting, ended and in memory; and what was removed in the last thirty days."""
    today = today_for(request.user)
    at_rest = Relation.objects.of(request.user).at_rest().by_name_only()
    context = {
        "groups": by_kind(rows_of(at_rest, today, is_still=True)),
        "removed": Relation.objects.removed_of(request.user).by_name_only(),
        "removed_moments": ContactMoment.objects.removed_of(request.user).defer("note"),
        "standing": standing_of(request),
    }
    return render(request, "relations/relation_quiet.html", context)


@require_safe
@notes_consent_required
def relation_detail(request, pk):
    """One relation: a warm sentence, facts, moments, words to begin with."""
    today, standing = today_for(request.user), standing_of(request)
    relations = Relation.objects.of(request.user).with_last_contact(today).with_last_no_answer(today)
    relation = get_object_or_404(relations, pk=pk)
    with_them = ContactMoment.objects.of(request.user).filter(relations=relation)
    moments = list(with_them.latest_first().with_people()[: MOMENTS_SHOWN + 1])
    contact = with_them.filter(presences__relation=relation, presences__counts=True, happened_on__lte=today)
    pauses = list(Pause.objects.filter(owner=request.user))
    context = {
        "relation": relation,
        "name": words.isolated(relation.name),
        "row": Row(relation, today, standing.in_rest),
        "standing": standing,
        "last_contact": words.last_contact(relation, contact.latest_first().first(), today),
        "openers": words.openers(relation),
        "may_look_again": not standing.is_unsafe,
        "is_good_moment": may_propose(relation, standing) and is_good_moment(silence_of(relation, pauses), today),
        "may_suggest": may_suggest(relation, standing) and not is_paused(relation, pauses, today),
        "turn": words.turn(relation),
        "birthday": words.birthday(relation),
        "memory": "" if standing.in_rest else memory(relation, today),
        "pause": pause_in_words(pauses, relation, today),
        "entries": [Entry(moment, today, beside=relation) for moment in moments[:MOMENTS_SHOWN]],
        "has_more": len(moments) > MOMENTS_SHOWN,
    }
    return render(request, "relations/relation_detail.html", context)


@get_or_post
@notes_consent_required
def relation_add(request):
    """Put someone in the circle: two fields are enough."""
    form = RelationForm(request.POST or None, initial={"kind": request.GET.get("kind")})
    if form.is_valid():
        fields = {name: value for name, value in form.cleaned_data.items() if name != "key"}
        today = today_for(request.user)
        return redirect(services.add_relation(request.user, key=form.cleaned_data["key"], added_on=today, **fields))
    context = {"form": form, "opens_more": form.has_more_errors}
    return render(request, "relations/relation_form.html", context)


@get_or_post
@notes_consent_required
def relation_edit(request, pk):
    """Change what is kept about a relation."""
    relation = get_object_or_404(Relation.objects.of(request.user), pk=pk)
    form = RelationForm(request.POST or None, instance=relation)
    if form.is_valid():
        return redirect(form.save())
    return render(request, "relations/relation_form.html", {"form": form, "relation": relation, "opens_more": True})


@require_POST
@notes_consent_required
def relation_remove(request, pk):
    """Take a relation out of sight; the next page can bring it back."""
    relation = get_object_or_404(Relation.objects.with_removed_of(request.user), pk=pk)
    services.remove_relation(relation, now=timezone.now())
    return redirect(reverse("relations:quiet") + "#removed")


@require_POST
@notes_consent_required
def relation_restore(request, pk):
    """Bring a removed relation back."""
    relation = get_object_or_404(Relation.objects.with_removed_of(request.user).by_name_only(), pk=pk)
    services.restore_relation(relation)
    return redirect(relation)
