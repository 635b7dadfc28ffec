"""When someone does not feel safe with a relation: help on top at once, then what will change."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from assessment.events import EFFECTS, Event
from assessment.raising import tell
from assessment.standing import standing_of
from regie.accounts.decorators import notes_consent_required
from regie.help.choose import lines_for_standing
from regie.verbs import get_or_post
from relations import services, words
from relations.models import Relation

EFFECT = EFFECTS[Event.NOT_SAFE]


@get_or_post
@notes_consent_required
def relation_unsafe(request, pk):
    """Mark a relation unsafe. The address and the title are neutral; the lines stand there before anything is sent."""
    relation = get_object_or_404(Relation.objects.of(request.user), pk=pk)
    if request.method == "POST":
        services.mark_unsafe(relation, is_unsafe=True)
        response = redirect("relations:dashboard")
        tell(request, response, EFFECT.level, EFFECT.flags)
        return response
    country = standing_of(request).country or request.user.country
    found = lines_for_standing(EFFECT.level, EFFECT.flags, country, timezone.now())
    context = {"relation": relation, "name": words.isolated(relation.name), "help": found, "country": country}
    return render(request, "relations/relation_unsafe.html", context)


@require_POST
@notes_consent_required
def relation_safe(request, pk):
    """Take the mark off, by hand. What was told about oneself stays until a new check."""
    relation = get_object_or_404(Relation.objects.of(request.user), pk=pk)
    services.mark_unsafe(relation, is_unsafe=False)
    return redirect(relation)
