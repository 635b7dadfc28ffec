"""Two names that turn out to be one."""

from itertools import islice

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from assessment.standing import standing_of
from regie.accounts.decorators import notes_consent_required
from regie.mydata import merges
from regie.mydata.models import Merge
from regie.search import Seeker
from relations.models import Relation

SHOWN = 50


@notes_consent_required
@require_safe
def index(request):
    """Names that look alike, and a search for one by hand."""
    context = {
        "pairs": list(islice(merges.likely_pairs(request.user), SHOWN)),
        "asked": request.GET.get("q", "").strip()[:200],
        "standing": standing_of(request),
        "merged": Merge.objects.filter(owner=request.user).select_related("kept", "removed").order_by("-pk")[:SHOWN],
    }
    context["people"] = with_name(Relation.objects.of(request.user), context["asked"])
    return render(request, "mydata/merge.html", context)


def with_name(people: QuerySet, asked: str) -> list[Relation]:
    """Those whose name answers what was asked, at most fifty; nobody while nothing was asked."""
    seeker = Seeker(asked)
    found = (row for row in people.only("pk", "name", "kind").order_by("name", "pk") if seeker.finds(row.name))
    return list(islice(found, SHOWN))


@notes_consent_required
@require_safe
def other(request, pk):
    """One was chosen: who is the same?"""
    people = Relation.objects.of(request.user)
    relation = get_object_or_404(people, pk=pk)
    asked = request.GET.get("q", "").strip()[:200]
    context = {"relation": relation, "asked": asked, "people": with_name(people.exclude(pk=pk), asked)}
    return render(request, "mydata/merge_with.html", context)


@notes_consent_required
@require_POST
def merge(request, pk, other):
    """Make two into one. Sent twice it is done once, and answers the same."""
    people = Relation.objects.filter(owner=request.user)
    kept, other = get_object_or_404(people, pk=pk), get_object_or_404(people.exclude(pk=pk), pk=other)
    done = merges.merge(request.user, kept, other, now=timezone.now())
    if done is None:
        raise Http404
    return redirect("mydata:merged", done.pk)


@require_safe
def done(request, pk):
    """Who is one now, and the way back."""
    return render(request, "mydata/merged.html", {"merge": own_merge(request, pk)})


@require_POST
def undo(request, pk):
    """Make two of them again."""
    merges.part(own_merge(request, pk))
    return redirect("mydata:merge")


def own_merge(request, pk):
    """A merge of this person, or 404."""
    return get_object_or_404(Merge.objects.filter(owner=request.user).select_related("kept", "removed"), pk=pk)
