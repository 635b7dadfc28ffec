"""Accounts that nobody used for long: told by mail where there is an address, then erased. Off by default."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from regie.accounts.erasure import erase
from regie.accounts.models import User

TOLD_BEFORE = timedelta(days=30)  # between the mail and the erasing
BATCH = 100


def erase_unused(now: datetime) -> None:
    """Tell whose account will be erased, and erase those who were told and did not come."""
    if settings.UNUSED_ACCOUNT_DAYS:
        limit = now - timedelta(days=settings.UNUSED_ACCOUNT_DAYS)
        for user in unused_since(limit + TOLD_BEFORE).filter(not_told())[:BATCH]:
            tell(user, now)
        for user in unused_since(limit).filter(told_unused_at__lt=now - TOLD_BEFORE).exclude(not_told())[:BATCH]:
            erase(user)


def unused_since(limit: datetime):
    """People who signed in for the last time, or made their account, before ``limit``; never who works here."""
    people = User.objects.annotate(seen_at=Coalesce("last_login", "date_joined"))
    return people.filter(seen_at__lt=limit, is_staff=False).order_by("pk")


def not_told() -> Q:
    """Never told, or told and came back since."""
    return Q(told_unused_at=None) | Q(told_unused_at__lt=F("seen_at"))


@transaction.atomic
def tell(user, now: datetime) -> None:
    """Say what will happen and how to prevent it; who left no address is told nothing."""
    told = User.objects.filter(pk=user.pk, told_unused_at=user.told_unused_at).update(told_unused_at=now)
    if not told:  # another process was just before us
        return
    address = user.emailaddress_set.filter(verified=True, primary=True).values_list("email", flat=True).first()
    if address:
        with override(user.language):
            message = EmailMessage(
                _("Your account in Regie"),
                render_to_string("accounts/unused.txt", {"url": settings.SITE_URL, "on": now + TOLD_BEFORE}),
                to=[address],
            )
        message.owner = user
        message.send()
