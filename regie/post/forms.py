"""Which messages, on which day, at what hour."""

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

HOURS = [(hour, f"{hour}:00") for hour in range(24)]


class MessagesForm(forms.Form):
    """Both kinds, each off unless ticked."""

    reminder = forms.BooleanField(required=False, label=_("A message on the day of a plan"))
    reminder_hour = forms.TypedChoiceField(label=_("At what time?"), choices=HOURS, coerce=int, initial=9)
    digest = forms.BooleanField(required=False, label=_("One message each week, if something waits for me"))
    digest_weekday = forms.TypedChoiceField(
        label=_("On which day?"), choices=list(WEEKDAYS.items()), coerce=int, initial=6
    )
    digest_hour = forms.TypedChoiceField(label=_("At what time on that day?"), choices=HOURS, coerce=int, initial=10)
