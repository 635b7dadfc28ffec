"""Sentences that more than one place of the accounts says."""

from django.utils.translation import gettext_lazy as _

NAME_TAKEN = _("This name is already in use. Choose another one.")
