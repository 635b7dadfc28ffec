"""What a password may not be, each said in one sentence of ours."""

from django.contrib.auth import password_validation as django
from django.utils.translation import gettext as _


class NotLikeYou(django.UserAttributeSimilarityValidator):
    """Not the user name or the address."""

    DEFAULT_USER_ATTRIBUTES = ("username", "email")

    def __init__(self):
        super().__init__(user_attributes=self.DEFAULT_USER_ATTRIBUTES)

    def get_error_message(self):
        return _("This password looks too much like your name or address. Choose another one.")


class LongEnough(django.MinimumLengthValidator):
    """At least eight characters."""

    def get_error_message(self):
        return _("This password is too short. Choose at least %(length)s characters.") % {"length": self.min_length}


class NotCommon(django.CommonPasswordValidator):
    """None of the twenty thousand that everyone tries first."""

    def get_error_message(self):
        return _("Many people use this password, so it is easy to guess. Choose another one.")
