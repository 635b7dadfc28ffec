"""The page about messages, an example on request, and the way to stop them in one click."""

import uuid

from allauth.decorators import rate_limit
from django.contrib import messages as notices
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from assessment.standing import kept_standing
from regie.post import letters, queue
from regie.post.forms import MessagesForm
from regie.post.models import Kind, Reminder, Subscription
from regie.post.reminders import confirmed_address
from regie.post.subscriptions import subscribe, unsubscribe
from regie.verbs import get_or_post


@get_or_post
def messages(request):
    """What the person asked for, when the last one went, and the form to change it."""
    asked = {subscription.kind: subscription for subscription in request.user.subscriptions.all()}
    form = MessagesForm(request.POST or None, initial=initial_of(asked))
    if form.is_valid():
        keep(request.user, form.cleaned_data)
        notices.success(request, _("Kept."))
        return redirect("post:messages")
    return render(
        request,
        "post/messages.html",
        {
            "form": form,
            "address": confirmed_address(request.user),
            "standing": kept_standing(request.user),
            "last": Reminder.objects.filter(owner=request.user).sent().first(),
            "stopped": [subscription for subscription in asked.values() if subscription.stopped_at],
            "is_on": any(subscription.is_on for subscription in asked.values()),
        },
    )


def initial_of(asked: dict) -> dict:
    """The form as the person left it."""
    values = {kind: subscription.is_on for kind, subscription in asked.items()}
    values |= {f"{kind}_hour": subscription.hour for kind, subscription in asked.items()}
    if Kind.DIGEST in asked:
        values["digest_weekday"] = asked[Kind.DIGEST].weekday
    return values


def keep(user, values: dict) -> None:
    """Turn each kind on or off as the form says."""
    weekdays = {Kind.REMINDER: None, Kind.DIGEST: values["digest_weekday"]}
    for kind, weekday in weekdays.items():
        if values[kind]:
            subscribe(user, kind, hour=values[f"{kind}_hour"], weekday=weekday, now=timezone.now())
        else:
            unsubscribe(user, kind)


@require_POST
@rate_limit(action="manage_email")
def example(request):
    """Send an example to the person's own confirmed address; it reads like a reminder, so only where one may go."""
    address = confirmed_address(request.user)
    subscription = request.user.subscriptions.filter(next_at__isnull=False).first()
    if address is None or subscription is None or not kept_standing(request.user).may_act:
        raise Http404
    queue.put(letters.example(subscription, address, uuid.uuid4()), request.user)
    notices.success(request, _("An example is on its way. It takes a few minutes."))
    return redirect("post:messages")


@get_or_post
@csrf_exempt
@login_not_required
def stop(request, token):
    """Turn messages off by the link in one of them: a page with one button, or one click of the mail program."""
    subscription = letters.subscription_of(token)
    if subscription is None:
        raise Http404
    if request.method == "POST":
        unsubscribe(subscription.owner, subscription.kind)
    is_off = request.method == "POST" or not Subscription.objects.get(pk=subscription.pk).is_on
    return render(request, "post/stop.html", {"is_off": is_off})
