"""What the guide asks about someone who has signed in. Of a visitor nothing is asked: their page costs no query."""

from django.conf import settings
from django.http import HttpRequest

from assessment.openness import Standing
from assessment.standing import standing_of
from regie.accounts.days import today_for
from relations.dashboard.felt import felt
from relations.kinds import Kind
from relations.models import Relation
from relations.rules.intention_gate import with_give_trap


def has_signed_in(request: HttpRequest) -> bool:
    """Looks at the cookie first: asking for the user opens the session."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated


def reader_of(request: HttpRequest) -> Standing:
    """The standing by which the guide is shown. While the give-trap holds, giving tips step back."""
    standing = standing_of(request)
    if standing.failed or not has_signed_in(request):
        return standing
    return with_give_trap(standing, felt(request.user, today_for(request.user)).giving_costs)


def has_friend(request: HttpRequest) -> bool:
    """There is a friend in this person's circle."""
    if standing_of(request).failed or not has_signed_in(request):
        return False
    return Relation.objects.of(request.user).in_circle().filter(kind=Kind.FRIENDSHIP).exists()
