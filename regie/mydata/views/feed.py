"""The calendar feed: its settings behind a fresh sign-in, and the feed itself behind its secret."""

import hashlib

from allauth.account.decorators import reauthentication_required
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_POST, require_safe

from assessment.standing import kept_standing
from regie.accounts.days import today_for
from regie.accounts.decorators import notes_consent_required
from regie.mydata import feed
from regie.mydata.formats import ical
from regie.mydata.forms import FeedForm
from regie.mydata.models import CalendarFeed
from regie.verbs import get_or_post


@get_or_post
@notes_consent_required
@reauthentication_required
def settings(request):
    """The address, shown to who just signed in, and how much it tells."""
    kept = CalendarFeed.objects.filter(owner=request.user).first()
    form = FeedForm(request.POST or None, instance=kept) if kept else None
    if form and form.is_valid():
        form.save()
        return redirect("mydata:feed")
    address = request.build_absolute_uri(reverse("calendar", args=[kept.secret])) if kept else ""
    return render(request, "mydata/feed.html", {"feed": kept, "form": form, "address": address})


@require_POST
@notes_consent_required
@reauthentication_required
def renew(request):
    """Make an address, or another one: the old one ends at once."""
    feed.renew(request.user, today_for(request.user))
    return redirect("mydata:feed")


@require_POST
def revoke(request):
    """End the address. That asks for nothing: it only closes a door."""
    feed.revoke(request.user)
    return redirect("mydata:index")


@login_not_required
@require_safe
def calendar(request, secret):
    """The feed as iCalendar, for who knows the secret. It opens no session and sets no cookie."""
    feeds = CalendarFeed.objects.select_related("owner").filter(owner__is_active=True)
    kept = get_object_or_404(feeds, digest=feed.digest_of(secret))
    owner = kept.owner
    with override(owner.language):
        events = feed.days(kept, kept_standing(owner), today_for(owner))
        body = b"".join(ical.write(events, "Regie"))
    response = HttpResponse(body, content_type=f"{ical.MEDIA_TYPE}; charset=utf-8")
    response["ETag"] = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response
