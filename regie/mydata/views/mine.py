"""My data: seven settings, and the archive with everything."""

from django.http import StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST, require_safe

from assessment.standing import standing_of
from regie.accounts import consent
from regie.accounts.days import today_for
from regie.mydata import exports
from regie.mydata.models import CalendarFeed, Import
from regie.mydata.previews import waiting


@require_safe
def index(request):
    """Seven settings, each with what holds now."""
    user = request.user
    context = {
        "feed": CalendarFeed.objects.filter(owner=user).first(),
        "waiting": waiting(user, timezone.now()),
        "last_import": Import.objects.filter(owner=user, undone_at=None).order_by("-pk").first(),
        "notes_since": consent.since(user, consent.Scope.NOTES),
        "has_mail": user.subscriptions.filter(next_at__isnull=False).exists(),
        "devices": devices_of(user),
    }
    return render(request, "mydata/index.html", context)


def devices_of(user):
    """Where the person is signed in, the latest first, each kind of device once."""
    names = user.sessions.order_by("-started_at").values_list("device", flat=True)[:20]
    return list(dict.fromkeys(name or _("A device we do not know") for name in names))


@require_POST
def export(request):
    """Everything the person has, as one archive that is made while it is sent."""
    user, now = request.user, timezone.now()
    pieces = exports.archive(user, standing_of(request), now)
    response = StreamingHttpResponse(in_language(pieces, user.language), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="regie-{today_for(user):%Y-%m-%d}.zip"'
    return response


def in_language(pieces, language):
    """Make each piece in ``language``: a stream runs after the request has left its own."""
    pieces = iter(pieces)
    while True:
        with override(language):
            piece = next(pieces, None)
        if piece is None:
            return
        yield piece
