"""What the guide asks about someone who has signed in. Of a visitor nothing is asked: their page costs no query."""

from django.conf import settings
from django.http import HttpRequest

from relations.kinds import Kind
from relations.models import Relation


def has_signed_in(request: HttpRequest) -> bool:
    """Looks at the cookie first: asking for the user opens the session."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated


def has_friend(request: HttpRequest) -> bool:
    """There is a friend in this person's circle."""
    if not has_signed_in(request):
        return False
    return Relation.objects.of(request.user).in_circle().filter(kind=Kind.FRIENDSHIP).exists()
