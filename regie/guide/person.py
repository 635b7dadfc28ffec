"""What the guide asks about someone who has signed in. Of a visitor nothing is asked: their page costs no query."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest

from assessment.openness import Standing
from assessment.standing import standing_of
from regie.accounts.days import today_for
from regie.help.choose import lines_for_standing
from regie.help.library import lines_for
from regie.help.records import Country, Line, Slot
from relations.giving import with_own_giving
from relations.kinds import Kind
from relations.models import Relation


def has_signed_in(request: HttpRequest) -> bool:
    """Looks at the cookie first: asking for the user opens the session."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated


def reader_of(request: HttpRequest) -> Standing:
    """The standing by which the guide is shown. While the give-trap holds, giving tips step back."""
    standing = standing_of(request)
    if standing.failed or not has_signed_in(request):
        return standing
    return with_own_giving(standing, request.user, today_for(request.user))


def has_friend(request: HttpRequest) -> bool:
    """There is a friend in this person's circle."""
    if standing_of(request).failed or not has_signed_in(request):
        return False
    return Relation.objects.of(request.user).in_circle().filter(kind=Kind.FRIENDSHIP).exists()


def lines_on_top(standing: Standing, at: datetime) -> list[Line]:
    """The help lines above the page: those a flag calls for, and someone to talk to where nothing could be found."""
    if standing.failed:
        return lines_to_call(Slot.LISTEN, standing)
    if not standing.in_rest:
        return []
    return [line for line in lines_for_standing(standing.level, standing.flags, standing.country, at).first if line.tel]


def lines_to_call(slot: Slot, standing: Standing) -> list[Line]:
    """The lines that can be called, of the country that is known, else of the Netherlands and of Flanders."""
    countries = [standing.country] if standing.country else [Country.NL, Country.BE]
    return [line for country in countries for line in lines_for(slot, country) if line.tel]
