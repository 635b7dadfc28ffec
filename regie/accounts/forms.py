"""The forms of the accounts: django-allauth's, in our words, and our own."""

import zoneinfo
from datetime import timedelta

from allauth.account import forms as account
from allauth.core.exceptions import ImmediateHttpResponse
from django import forms
from django.core.validators import MaxLengthValidator
from django.db import IntegrityError, transaction
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from regie.accounts.models import Language, User
from regie.fields import NO_ADDRESS
from regie.help.records import Country

PASSWORD_HINT = _("At least 8 characters. A few words that do not belong together work well.")
FILL_IN = _("Still to fill in: “{label}”.")
MOST = {"email": 254, "name": 200}  # characters; PostgreSQL would answer a longer address with an error


class OurWords:
    """Gives the fields of an allauth form our labels, hints and limits, and takes its placeholders away."""

    words = {}  # name of a field: (label, hint)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label, field.help_text = self.words.get(name, (field.label, ""))
            field.error_messages["required"] = format_lazy(FILL_IN, label=field.label)
            if isinstance(field, forms.EmailField):
                field.error_messages["invalid"] = NO_ADDRESS
            if name in MOST:
                field.validators = [*field.validators, MaxLengthValidator(MOST[name])]


class SignInForm(OurWords, account.LoginForm):
    """A name and a password; a passkey fills the name field by itself where the browser offers it."""

    words = {"login": (_("Your user name"), ""), "password": (_("Your password"), "")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}


class SignUpForm(OurWords, account.SignupForm):
    """A name and a password are enough."""

    field_order = ("username", "password1", "email")
    words = {
        "username": (_("Choose a user name"), _("It does not have to be your real name.")),
        "password1": (_("Choose a password"), PASSWORD_HINT),
        "email": (
            _("E-mail address (may stay empty)"),
            _("Only to reset your password, or if you want reminders."),
        ),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}

    def clean_username(self):
        """The name. That of an account which this very form made a moment ago, sent twice, is no mistake."""
        self.made = just_made(self.cleaned_data["username"], self.data.get("password1", ""))
        return self.made.username if self.made else super().clean_username()

    def try_save(self, request):
        """The new person, or who was made by the same form just before."""
        if self.made:
            return self.made, None
        try:
            with transaction.atomic():
                return super().try_save(request)
        except IntegrityError as error:  # the same name at the same moment
            made = just_made(self.cleaned_data["username"], self.cleaned_data["password1"])
            if made is None:
                raise ImmediateHttpResponse(redirect("account_signup")) from error
            return made, None


def just_made(username: str, password: str):
    """Who made an account of this name and password within the last minute, or None."""
    since = timezone.now() - timedelta(minutes=1)
    person = User.objects.filter(username__iexact=username, date_joined__gt=since).first()
    return person if person and person.check_password(password) else None


class AddressForm(OurWords, account.AddEmailForm):
    """A new address; it counts once it is confirmed."""

    words = {"email": (_("Your e-mail address"), _("We send a message there. You confirm with one tap."))}


class PasswordForm(OurWords, account.ChangePasswordForm):
    """The old password, and the new one twice: without an address a slip would lock a person out."""

    words = {
        "oldpassword": (_("Your password now"), ""),
        "password1": (_("Your new password"), PASSWORD_HINT),
        "password2": (_("Your new password once more"), ""),
    }


class ForgottenForm(OurWords, account.ResetPasswordForm):
    """The address to send a link to."""

    words = {"email": (_("Your e-mail address"), "")}


class NewPasswordForm(OurWords, account.ResetPasswordKeyForm):
    """The new password after a link from the mail."""

    words = {
        "password1": (_("Your new password"), PASSWORD_HINT),
        "password2": (_("Your new password once more"), ""),
    }


class PasswordAgainForm(OurWords, account.ReauthenticateForm):
    """The password once more, before something that cannot be undone."""

    words = {"password": (_("Your password"), "")}


class SettingsForm(forms.ModelForm):
    """Language of the mail, time zone, and the country whose help lines come first."""

    class Meta:
        model = User
        fields = ("language", "country", "time_zone")
        labels = {
            "language": _("In which language do we write to you?"),
            "country": _("Which country’s helplines come first?"),
            "time_zone": _("Where are you?"),
        }
        help_texts = {
            "language": _("This is about e-mail. You change the language of the pages at the top of each page."),
            "time_zone": _("So that today is your today."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        zones = sorted(name for name in zoneinfo.available_timezones() if "/" in name and not name.startswith("Etc/"))
        self.fields["country"] = forms.ChoiceField(
            label=self.fields["country"].label, choices=Country, widget=forms.RadioSelect
        )
        self.fields["language"].widget = forms.RadioSelect(choices=Language)
        self.fields["time_zone"].widget = forms.Select(choices=[(name, name.replace("_", " ")) for name in zones])


class EraseForm(forms.Form):
    """The password, asked once more; not asked where another proof was given a moment ago."""

    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": format_lazy(FILL_IN, label=_("Your password"))},
    )

    def __init__(self, *args, is_right, is_proven=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_right = is_right
        if is_proven:
            del self.fields["password"]

    def clean_password(self):
        """The password, if it is this person's."""
        if not self.is_right(self.cleaned_data["password"]):
            raise forms.ValidationError(_("This is not your password. Try again."))
        return self.cleaned_data["password"]
