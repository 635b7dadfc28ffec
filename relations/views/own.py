"""A person's own course: three lines, a wish, cards, and the hard moment."""

from datetime import timedelta

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from assessment.standing import standing_of
from regie.accounts.days import today_for
from regie.accounts.decorators import notes_consent_required
from regie.help.choose import lines_for_standing
from regie.verbs import get_or_post
from relations.dashboard.own import Card
from relations.forms.own import CardsForm, HardMomentForm, RegieForm, WishForm
from relations.models import HardMoment, OwnRegie, Relation
from relations.views.queries import posted

AWAY = timedelta(weeks=4)  # a card that was put away comes back after this, if it still holds
SUNDAY = {"weekday": 6, "hour": 15}  # what many name; anything else can be chosen
AWAY_FIELDS = {"reward": "reward_card_away_until", "giving": "giving_card_away_until"}


def regie_of(user) -> OwnRegie:
    """The person's own course, new and unsaved where there is none."""
    return OwnRegie.objects.filter(owner=user).first() or OwnRegie(owner=user)


@get_or_post
@notes_consent_required
def regie(request):
    """The three lines."""
    form = RegieForm(posted(request), instance=regie_of(request.user))
    if form.is_valid():
        form.keep(request.user)
        return redirect("relations:dashboard")
    return render(request, "relations/regie_form.html", {"form": form})


@get_or_post
@notes_consent_required
def wish(request):
    """How contact should be shared over the three kinds."""
    form = WishForm(posted(request), regie=regie_of(request.user))
    if form.is_valid():
        form.keep(request.user)
        return redirect("relations:dashboard")
    return render(request, "relations/wish_form.html", {"form": form})


@get_or_post
@notes_consent_required
def cards(request):
    """What to see on the page of the circle."""
    hidden = set(regie_of(request.user).hidden_cards)
    form = CardsForm(posted(request), initial={"shown": [card for card in Card if card not in hidden]})
    if form.is_valid():
        form.keep(request.user)
        return redirect("relations:dashboard")
    return render(request, "relations/cards_form.html", {"form": form})


@require_POST
@notes_consent_required
def put_away(request):
    """Put a card away for four weeks, without a question."""
    name = AWAY_FIELDS.get(request.POST.get("card", ""))
    if name:
        OwnRegie.objects.update_or_create(owner=request.user, defaults={name: today_for(request.user) + AWAY})
    return redirect("relations:dashboard")


@get_or_post
@notes_consent_required
def hard_moment(request):
    """The hour of the week that is worst, with a plan for it."""
    kept = HardMoment.objects.of(request.user).first()
    relations = Relation.objects.of(request.user).active().order_by("name", "pk")
    form = HardMomentForm(
        posted(request), instance=kept or HardMoment(**SUNDAY, owner=request.user), relations=relations
    )
    if request.method == "POST" and "remove" in request.POST:
        HardMoment.objects.of(request.user).delete()
        return redirect("relations:dashboard")
    if form.is_valid():
        form.keep(request.user)
        return redirect("relations:hard_moment")
    standing = standing_of(request)
    now = timezone.now()
    help_now = lines_for_standing(standing.level, standing.flags, standing.country, now) if standing.in_rest else None
    context = {"form": form, "kept": kept, "help": help_now, "standing": standing}
    return render(request, "relations/hard_moment_form.html", context)
