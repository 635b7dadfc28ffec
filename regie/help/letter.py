"""A letter to the GP: five fields, a sheet to print, and nothing kept."""

from collections.abc import Mapping

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

LONGEST_LINE = 200
LONGEST_TEXT = 2000


class LetterForm(forms.Form):
    """What the letter says. Everything may stay empty but why one writes; what is empty is a line for a pen."""

    opening = forms.CharField(
        label=gettext_lazy("Why do you write?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST_TEXT,
        error_messages={"required": gettext_lazy("Write one sentence that the letter can begin with.")},
    )
    notices = forms.CharField(
        label=gettext_lazy("What do you notice?"),
        help_text=gettext_lazy("Each line becomes a point in the letter."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST_TEXT,
        required=False,
    )
    requests = forms.CharField(
        label=gettext_lazy("What do you ask?"),
        help_text=gettext_lazy("Each line becomes a point in the letter."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST_TEXT,
        required=False,
    )
    name = forms.CharField(
        label=gettext_lazy("Your name"),
        help_text=gettext_lazy("May stay empty. Then you write it on the paper."),
        max_length=LONGEST_LINE,
        required=False,
    )
    born = forms.CharField(
        label=pgettext_lazy("letter to the GP", "Date of birth"),
        help_text=gettext_lazy("For example 3 March 1980. May stay empty."),
        max_length=LONGEST_LINE,
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["autocomplete"] = "off"
        self.helper = FormHelper()
        self.helper.form_action = reverse_lazy("help:letter")
        self.helper.attrs = {"autocomplete": "off"}
        self.helper.add_input(Submit("make", _("Make the letter")))

    @property
    def notice_lines(self) -> list[str]:
        """The points of what one notices; call after ``is_valid``."""
        return points(self.cleaned_data["notices"])

    @property
    def request_lines(self) -> list[str]:
        """The points of what one asks; call after ``is_valid``."""
        return points(self.cleaned_data["requests"])


def letter_form(told: Mapping[str, str]) -> LetterForm:
    """The form to begin with. ``told`` holds what the person wrote or answered before, by the names of the fields.

    Points are lines of a text. Where nothing was told, the letter has words of its own that anyone may change.
    """
    first = {
        "opening": _("I feel lonely. I cannot do this alone. I would like to talk to you about it."),
        "requests": _("Will you think along with me about what fits?")
        + "\n"
        + _("Can the mental-health nurse of the practice help me?"),
    }
    return LetterForm(initial=first | {name: told[name] for name in LetterForm.base_fields if name in told})


def points(text: str) -> list[str]:
    """The lines of a text that hold something, without marks that people put before a point."""
    lines = (line.strip().lstrip("-*•").strip() for line in text.splitlines())
    return [line for line in lines if line]
