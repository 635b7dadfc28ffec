"""The forms of authenticators, recovery codes and passkeys: django-allauth's, in our words."""

from allauth.mfa.base import forms as second_factor
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from regie.accounts.forms import OurWords

PASSKEY_NAME = pgettext_lazy("name of a passkey", "What do you call it?")


class CodeForm(OurWords, second_factor.AuthenticateForm):
    """A code from the authenticator, or a recovery code."""

    words = {"code": (_("Your code"), _("Six digits from your authenticator app, or one of your recovery codes."))}


class CodeAgainForm(OurWords, second_factor.ReauthenticateForm):
    """The same, before something that cannot be undone."""

    words = CodeForm.words


class FirstCodeForm(OurWords, totp.ActivateTOTPForm):
    """The first code of a new authenticator."""

    words = {"code": (_("The code that the app shows now"), _("Six digits."))}


class PasskeyForm(OurWords, webauthn.AddWebAuthnForm):
    """A new passkey: it signs in without a password."""

    words = {"name": (PASSKEY_NAME, _("So that you know it again. For example: my phone."))}


class PasskeyNameForm(OurWords, webauthn.EditWebAuthnForm):
    """Another name for a passkey."""

    words = {"name": (PASSKEY_NAME, "")}
