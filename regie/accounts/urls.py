"""The addresses of an account. django-allauth's views keep its names, without a namespace."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import include, path, register_converter
from django.urls.converters import StringConverter
from django.utils.translation import gettext_lazy as _

from regie.accounts.views import account as ours
from regie.accounts.views import consents, leaving


class PersonConverter(StringConverter):
    """The account in a link of django-allauth: a number in base 36, so that what follows its dash is the key."""

    regex = "[0-9A-Za-z]+"


register_converter(PersonConverter, "person")

own = [
    path(_("my/account/"), ours.account, name="account"),
    path(_("my/account/settings/"), ours.settings, name="settings"),
    path(_("my/account/devices/"), ours.sessions, name="sessions"),
    path(_("my/account/devices/<slug:token>/"), ours.session_end, name="session_end"),
    path(_("my/account/consent/"), consents.consents, name="consents"),
    path(_("my/account/consent/notes/"), consents.notes, name="consent_notes"),
    path(_("my/account/consent/outcomes/"), consents.outcomes, name="consent_outcomes"),
    path(_("my/account/consent/notes/withdraw/"), consents.withdraw_notes, name="withdraw_notes"),
    path(_("my/account/consent/outcomes/withdraw/"), consents.withdraw_outcomes, name="withdraw_outcomes"),
    path(_("my/account/erase/"), leaving.account_erase, name="erase"),
    path(_("my/account/erased/"), leaving.erased, name="erased"),
]

urlpatterns = [
    path("", include((own, "accounts"))),
    path(_("my/account/sign-in/"), account.login, name="account_login"),
    path(_("my/account/sign-up/"), account.signup, name="account_signup"),
    path(_("my/account/sign-out/"), leaving.sign_out, name="account_logout"),
    path(_("my/account/inactive/"), account.account_inactive, name="account_inactive"),
    path(_("my/account/confirm/"), account.reauthenticate, name="account_reauthenticate"),
    path(_("my/account/address/"), account.email, name="account_email"),
    path(_("my/account/address/sent/"), account.email_verification_sent, name="account_email_verification_sent"),
    path(_("my/account/address/<key>/"), account.confirm_email, name="account_confirm_email"),
    path(_("my/account/password/"), account.password_change, name="account_change_password"),
    path(_("my/account/password/new/"), account.password_set, name="account_set_password"),
    path(_("my/account/password/forgotten/"), account.password_reset, name="account_reset_password"),
    path(_("my/account/password/forgotten/sent/"), account.password_reset_done, name="account_reset_password_done"),
    path(
        _("my/account/password/forgotten/<person:uidb36>-<key>/"),
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        _("my/account/password/forgotten/done/"),
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path(_("my/account/security/"), mfa.index, name="mfa_index"),
    path(_("my/account/security/code/"), mfa.authenticate, name="mfa_authenticate"),
    path(_("my/account/security/confirm/"), mfa.reauthenticate, name="mfa_reauthenticate"),
    path(_("my/account/security/app/"), totp.activate_totp, name="mfa_activate_totp"),
    path(_("my/account/security/app/off/"), totp.deactivate_totp, name="mfa_deactivate_totp"),
    path(_("my/account/security/recovery-codes/"), codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        _("my/account/security/recovery-codes/new/"),
        codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        _("my/account/security/recovery-codes/file/"),
        codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path(_("my/account/security/passkeys/"), webauthn.list_webauthn, name="mfa_list_webauthn"),
    path(_("my/account/security/passkeys/add/"), webauthn.add_webauthn, name="mfa_add_webauthn"),
    path(_("my/account/security/passkeys/sign-in/"), webauthn.login_webauthn, name="mfa_login_webauthn"),
    path(
        _("my/account/security/passkeys/confirm/"),
        webauthn.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path(_("my/account/security/passkeys/<int:pk>/"), webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    path(_("my/account/security/passkeys/<int:pk>/remove/"), webauthn.remove_webauthn, name="mfa_remove_webauthn"),
]
