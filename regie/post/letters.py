"""The words of our own mail: text first, HTML the same words, no names, one link, a way to stop, a help line."""

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from regie.accounts.days import day_for
from regie.help.library import lines_for
from regie.help.records import Slot
from regie.post.models import Subscription, message_id

SALT = "regie stop mail"


def reminder(subscription: Subscription, address: str, topics: list[str], token) -> EmailMultiAlternatives:
    """A reminder or a weekly message."""
    return letter(subscription, address, "reminder", token, topics=topics, is_example=False)


def farewell(subscription: Subscription, address: str, token) -> EmailMultiAlternatives:
    """The last one, after two that led to no sign-in."""
    return letter(subscription, address, "farewell", token, page="post:messages")


def example(subscription: Subscription, address: str, token) -> EmailMultiAlternatives:
    """What such a message looks like, on the person's own request."""
    return letter(subscription, address, "reminder", token, topics=[], is_example=True)


def letter(
    subscription: Subscription, address: str, name: str, token, *, page: str = settings.LOGIN_REDIRECT_URL, **context
) -> EmailMultiAlternatives:
    """One message in the person's language, with the headers that let a mail program stop it in one click."""
    user = subscription.owner
    with override(user.language):
        stop_url = absolute(reverse("post:stop", args=[stop_token(subscription)]))
        context |= {
            "kind": subscription.kind,
            "asked_on": day_for(user, subscription.asked_at),
            "url": absolute(reverse(page)),
            "stop_url": stop_url,
            "line": lines_for(Slot.LISTEN, user.country)[0],
            "language": user.language,
        }
        message = EmailMultiAlternatives(
            subject=_("Your note for this week") if subscription.kind == "digest" else _("Your note for today"),
            body=render_to_string(f"post/{name}.txt", context),
            to=[address],
            headers={
                "Message-ID": message_id(token),
                "List-Unsubscribe": f"<{stop_url}>",
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
                "Auto-Submitted": "auto-generated",
            },
        )
        message.attach_alternative(render_to_string(f"post/{name}.html", context), "text/html")
    return message


def stop_token(subscription: Subscription) -> str:
    """What a stop link carries: which subscription, signed by us."""
    return signing.dumps(subscription.pk, salt=SALT)


def subscription_of(token: str) -> Subscription | None:
    """The subscription of a stop link, or None for a token that is not ours or whose person is gone."""
    try:
        pk = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    return Subscription.objects.filter(pk=pk).first()


def absolute(path: str) -> str:
    """A path of ours with the address of the site: mail is made without a request."""
    return f"{settings.SITE_URL.rstrip('/')}{path}"
