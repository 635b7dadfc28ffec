"""Forms of two readings: what is written once, and what is asked a week later."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from regie.fields import KeyField, NoteField
from regie.widgets import RadioCards
from relations.kinds import Reading
from relations.models import TwoReadings
from relations.services import make_once

ROWS = {"rows": 2}


def box(label, **kwargs) -> NoteField:
    """One of the boxes: everything here may stay empty."""
    return NoteField(label=label, required=False, widget=forms.Textarea(attrs=ROWS), **kwargs)


class ReadingsForm(forms.ModelForm):
    """Five boxes, all of them optional."""

    key = KeyField()
    happened = box(_("What happened?"), help_text=_("Only what a camera would see."))
    first_reading = box(_("What did you think first?"))
    second_reading = box(_("What else may be true?"))
    third_reading = box(_("And one more possibility?"))
    to_a_friend = box(_("What would you say to a friend?"))

    class Meta:
        model = TwoReadings
        fields = ("happened", "first_reading", "second_reading", "third_reading", "to_a_friend")

    def keep(self, owner, today, *, moment=None, relation=None) -> TwoReadings:
        """Keep what was written; the same form twice is one set of readings."""
        readings = self.save(commit=False)
        readings.owner, readings.key, readings.written_on = owner, self.cleaned_data["key"], today
        readings.moment, readings.relation = moment, relation
        return make_once(readings)


class LookBackForm(forms.ModelForm):
    """A week later: which fits now? And the three questions, if the person wants."""

    fits_now = forms.ChoiceField(
        label=pgettext_lazy("about readings", "Which fits now?"),
        choices=Reading.choices,
        required=False,
        widget=RadioCards,
    )
    fits_words = box(_("In your own words, if you like"))
    hoped = box(_("What did I hope for?"))
    was_seen = box(_("What did the other see of me?"))
    next_time = box(_("What do I want to do differently next time?"))

    class Meta:
        model = TwoReadings
        fields = ("fits_now", "fits_words", "hoped", "was_seen", "next_time")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        own = {
            Reading.FIRST: self.instance.first_reading,
            Reading.SECOND: self.instance.second_reading,
            Reading.THIRD: self.instance.third_reading,
        }
        none = [(Reading.NONE, Reading.NONE.label)]
        self.fields["fits_now"].choices = [(value, text) for value, text in own.items() if text] + none

    def keep(self, today) -> TwoReadings:
        """Keep the answers beside the earlier text, which stays as it was."""
        self.instance.looked_back_on = today
        self.instance.save(update_fields=[*self.Meta.fields, "looked_back_on"])
        return self.instance
