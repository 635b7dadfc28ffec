"""Small pages on which a person tells something outside a check. Nothing about it stands in the address."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.utils import timezone

from assessment.events import EFFECTS, Event
from assessment.raising import tell
from assessment.standing import standing_of
from regie.help.choose import lines_for_standing
from regie.verbs import get_or_post

TEMPLATES = {
    Event.NO_TIP_WORKS: "assessment/event_no_tip.html",
    Event.GIVING_HURTS: "assessment/event_giving.html",
    Event.NOT_SAFE: "assessment/event_unsafe.html",
    Event.NOT_HERE: "assessment/event_away.html",
}


@login_not_required
@get_or_post
def event(request, event):
    """Says what will change; the button makes it so, and leads to what fits now."""
    effect = EFFECTS[event]
    if request.method == "POST":
        response = redirect("assessment:now")
        tell(request, response, effect.level, effect.flags)
        return response
    country = standing_of(request).country
    lines = lines_for_standing(effect.level, effect.flags, country, timezone.now())
    return render(request, TEMPLATES[event], {"help": lines, "country": country, "is_first": effect.shows_lines})
