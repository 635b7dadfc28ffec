"""The operator's site: accounts only, without sight of anything a person keeps. Off unless ADMIN_PATH is set."""

import logging

from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect

from regie.accounts.erasure import erase
from regie.accounts.models import User

log = logging.getLogger("regie.admin")

SECOND_FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


class OperatorSite(admin.AdminSite):
    """Django's admin behind our own sign-in, for who works here and uses a second factor."""

    site_header = site_title = "Regie"
    site_url = "/"

    def has_permission(self, request):
        """Staff, and an authenticator or a passkey in use: with one of these, signing in asked for it."""
        return super().has_permission(request) and has_second_factor(request.user)

    def login(self, request, extra_context=None):
        """Our own sign-in, and back here: in for who may, refused for who is signed in and may not."""
        if self.has_permission(request):
            return redirect("admin:index")
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        log.warning("admin refused, account %s", request.user.pk)
        raise PermissionDenied


def has_second_factor(user) -> bool:
    """Whether signing in asks this person for more than a password."""
    return Authenticator.objects.filter(user=user, type__in=SECOND_FACTORS).exists()


class AccountAdmin(admin.ModelAdmin):
    """Close, open or erase an account, and say who works here."""

    list_display = ("username", "is_active", "is_staff", "date_joined", "last_login")
    list_filter = ("is_active", "is_staff")
    search_fields = ("username",)
    ordering = ("-date_joined",)
    fields = ("username", "is_active", "is_staff", "is_superuser", "language", "country", "date_joined", "last_login")
    readonly_fields = ("username", "language", "country", "date_joined", "last_login")

    def has_add_permission(self, request):
        """People make their own account; the first operator comes from ``createsuperuser``."""
        return False

    def get_deleted_objects(self, objs, request):
        """Only the accounts themselves: what hangs on them is nobody's to read."""
        return [str(person) for person in objs], {"accounts": len(objs)}, set(), []

    def delete_model(self, request, obj):
        """Erase, as the person themselves would."""
        erase(obj)

    def delete_queryset(self, request, queryset):
        """Erase each of them."""
        for person in queryset:
            erase(person)

    def log_change(self, request, obj, message):
        """By numbers, in the log: the admin's own table would keep the name of an erased account."""
        log.info("account %s changed by account %s", obj.pk, request.user.pk)

    def log_deletions(self, request, queryset):
        """By numbers, as for changes."""
        for person in queryset:
            log.info("account %s erased by account %s", person.pk, request.user.pk)


site = OperatorSite(name="admin")
site.register(User, AccountAdmin)
