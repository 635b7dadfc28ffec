"""Where the accounts of django-allauth follow our own rules."""

import logging

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.internal.ratelimit import respond_429
from allauth.mfa.adapter import DefaultMFAAdapter
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext_lazy as _

from assessment.raising import carry_to_account
from regie.accounts import sessions
from regie.accounts.devices import device_of
from regie.accounts.limits import account_counter
from regie.accounts.models import User
from regie.accounts.qr import qr_path
from regie.sealed import seal, unseal

log = logging.getLogger("regie.accounts")


class AccountAdapter(DefaultAccountAdapter):
    """Names and passwords, with limits that answer 429, and mail that knows whose it is."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_taken": User._meta.get_field("username").error_messages["unique"],
        "username_password_mismatch": _("This name and this password do not go together. Try again."),
        "incorrect_password": _("This is not your password. Try again."),
        "enter_current_password": _("This is not your password. Try again."),
        "same_as_current": _("This is the address you already have. Type another one."),
        "duplicate_email": _("This is the address you already have. Type another one."),
        "incorrect_code": _("This code is not right, or no longer. Wait for the next one and try again."),
    }

    def save_user(self, request, user, form, commit=True):
        """A new person reads on in the language they signed up in."""
        user.language = get_language()
        return super().save_user(request, user, form, commit)

    def _get_login_attempts_cache_key(self, request, **credentials):
        """One counter for each name, whatever address of ours the visitor used."""
        return account_counter(credentials.get("username", ""))

    def pre_authenticate(self, request, **credentials):
        """Refuses with 429 where too many wrong passwords were tried; allauth would answer 200."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError as error:
            request.full_counter = self._get_login_attempts_cache_key(request, **credentials)
            log.warning("sign-in refused: too many attempts, account %s", account_number(credentials))
            raise ImmediateHttpResponse(respond_429(request)) from error

    def authentication_failed(self, request, **credentials):
        """One line with the account's number, never the name that was typed."""
        log.warning("sign-in failed, account %s", account_number(credentials))

    def login(self, request, user):
        """Signs in; the session remembers on what kind of device, and since when. What was told here before holds."""
        super().login(request, user)
        carry_to_account(request, user)
        request.session[sessions.DEVICE] = device_of(request.headers.get("User-Agent", ""))
        request.session[sessions.STARTED_AT] = timezone.now().isoformat()

    def set_password(self, user, password):
        """A new password ends every other sign-in, also in the list of them."""
        super().set_password(user, password)
        user.sessions.exclude(session_key=self.request.session.session_key).delete()

    def get_password_change_redirect_url(self, request):
        """After a new password: back to the account."""
        return reverse("accounts:account")

    def get_email_verification_redirect_url(self, email_address):
        """After confirming an address: the account, or the page to sign in."""
        return reverse("accounts:account" if self.request.user.is_authenticated else "account_login")

    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        """Tells the person of a change to their account; the mail knows its person."""
        super().send_notification_mail(template_prefix, user, {"user": user, **(context or {})}, email)

    def render_mail(self, template_prefix, email, context, headers=None):
        """The mail, with its owner beside it: erasing an account takes along what waits to be sent."""
        message = super().render_mail(template_prefix, email, context, headers)
        message.owner = context.get("user")
        return message


class SecondFactorAdapter(DefaultMFAAdapter):
    """Authenticator codes and passkeys, their secrets sealed."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": AccountAdapter.error_messages["incorrect_code"],
    }

    def encrypt(self, text):
        """As every personal text: with the first of TEXT_KEYS."""
        return seal(text)

    def decrypt(self, encrypted_text):
        """The secret; a missing key is an error."""
        return unseal(encrypted_text)

    def build_totp_svg(self, url):
        """The path of the picture to scan; the page draws it, since a ``data:`` image is not allowed."""
        return qr_path(url)

    def _get_site_name(self):
        """What an authenticator or a passkey shows."""
        return "Regie"

    def _get_user_identifier(self, user):
        """The user name, never the address: it stands on the screen of a phone."""
        return user.username

    def generate_authenticator_name(self, user, type):
        """A first name for a passkey, to be changed freely."""
        return pgettext("default name", "My passkey")


def account_number(credentials) -> int | str:
    """The number of the account that a name belongs to, or a dash."""
    name = credentials.get("username", "")
    return User.objects.filter(username__iexact=name).values_list("pk", flat=True).first() or "-"
