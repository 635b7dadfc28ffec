"""Forms of what changes with a relation: a pause, a death."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from regie.fields import DayField
from relations.kinds import PauseReason


class PauseForm(forms.Form):
    """From when to when nothing is proposed."""

    starts_on = DayField(label=pgettext_lazy("pause", "From"))
    ends_on = DayField(
        label=pgettext_lazy("pause", "Up to and including"), help_text=_("May stay empty."), required=False
    )
    reason = forms.ChoiceField(
        label=pgettext_lazy("pause", "Because of"),
        choices=[("", "–"), *PauseReason.choices],
        help_text=_("May stay empty."),
        required=False,
    )

    def clean(self):
        """A pause ends on or after its start."""
        data = super().clean()
        start, end = data.get("starts_on"), data.get("ends_on")
        if start and end and end < start:
            self.add_error("ends_on", _("The last day comes before the first. Choose a later one."))
        return data


class DiedForm(forms.Form):
    """What one may want to keep about someone who died."""

    died_on = DayField(label=_("On which day?"), help_text=_("May stay empty."), required=False)
    wants_anniversaries = forms.BooleanField(label=_("Show me the birthday and this day each year"), required=False)
