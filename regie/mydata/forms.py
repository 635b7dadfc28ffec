"""Forms of my data: a file, choices for its cards, how the calendar shows, who to merge."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from regie.mydata.formats import detect
from regie.mydata.formats.card import MOST_BYTES, Refusal, Unreadable
from regie.mydata.models import CalendarFeed
from regie.mydata.previews import SKIP
from relations.kinds import Kind

REFUSALS = {
    Refusal.EMPTY: _("This file is empty. Choose a file with names."),
    Refusal.NOT_TEXT: _("This is no file with names. Regie reads files that end in .vcf, .csv or .json."),
    Refusal.NOT_CONTACTS: _(
        "We found no names in this file. Regie reads vCard (.vcf), a table with a column for the name (.csv), "
        "and files of Regie and Monica (.json)."
    ),
    Refusal.CUT_OFF: _("This file stops halfway. Save it once more and try again."),
    Refusal.TOO_LARGE: _("This file is larger than 10 MB. Split it, or leave the photos out."),
    Refusal.TOO_MANY: _("This file holds more than 10,000 people. Split it, and take the parts one by one."),
    Refusal.NEWER: _("This file comes from a newer Regie. It cannot be read here yet."),
    Refusal.BROKEN: _("This file is damaged. Save it once more and try again."),
}
KINDS = [*Kind.choices, (SKIP, pgettext_lazy("choice for a card", "Leave out"))]


class UploadForm(forms.Form):
    """One file. After ``is_valid`` the field holds what was read in it."""

    file = forms.FileField(
        label=_("File"),
        allow_empty_file=True,
        max_length=500,
        help_text=_("At most 10 MB and 10,000 people. Photos are not kept."),
        error_messages={"required": _("Choose a file first.")},
        widget=forms.FileInput(attrs={"accept": ".vcf,.csv,.json,.zip,.txt,text/vcard,text/csv,application/json"}),
    )

    def clean_file(self):
        """What the file holds, or one sentence that says why not."""
        file = self.cleaned_data["file"]
        try:
            if file.size > MOST_BYTES:
                raise Unreadable(Refusal.TOO_LARGE)
            return detect.read(file.read())
        except Unreadable as error:
            raise forms.ValidationError(REFUSALS[error.refusal], code=error.refusal.value) from error


class CardForm(forms.Form):
    """What becomes of one card."""

    kind = forms.ChoiceField(choices=KINDS)
    joins = forms.BooleanField(required=False)


class ForAllForm(forms.Form):
    """One choice for every card; empty is what Regie proposes for each."""

    kind = forms.ChoiceField(
        label=_("The same for everyone"),
        required=False,
        choices=[("", _("What Regie proposes")), *KINDS],
    )


class FeedForm(forms.ModelForm):
    """How much the calendar tells who looks at it."""

    class Meta:
        model = CalendarFeed
        fields = ("is_discreet", "has_birthdays")
        labels = {
            "is_discreet": _("Without names"),
            "has_birthdays": _("With birthdays"),
        }
        help_texts = {
            "is_discreet": _("Your calendar then says “Something planned”, and not with whom."),
        }
