"""Forms of an intention: made, answered, felt."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from regie.fields import DayField, KeyField, LineField
from regie.widgets import Scale
from relations.kinds import FeelingAfter, IntentionState
from relations.models import Intention, Relation
from relations.services import make_once


class IntentionForm(forms.ModelForm):
    """A smallest step; who, when and an anchor may stay empty. ``relations`` are those that may be chosen."""

    key = KeyField()
    step = LineField(label=_("My smallest step"), widget=forms.Textarea(attrs={"rows": 2}))
    relation = forms.ModelChoiceField(
        Relation.objects.none(),
        label=_("With whom? (may stay empty)"),
        required=False,
        empty_label=pgettext_lazy("with whom", "nobody in particular"),
    )
    planned_on = DayField(label=_("On which day?"), required=False)
    anchor = LineField(
        label=_("What do you tie it to?"),
        help_text=_("Something you do anyway, such as coffee on Sunday."),
        required=False,
    )

    class Meta:
        model = Intention
        fields = ("step", "relation", "planned_on", "anchor")

    def __init__(self, *args, relations, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["relation"].queryset = relations

    def keep(self, owner, *, tip: str, words: str, follows: Intention | None) -> Intention:
        """Keep a new intention; the same form twice is one intention."""
        intention = self.save(commit=False)
        intention.owner, intention.key = owner, self.cleaned_data["key"]
        intention.tip, intention.words, intention.follows = tip, words, follows
        return make_once(intention)


class KeyForm(forms.Form):
    """The one-time key of a form."""

    key = KeyField()


class AnswerForm(forms.Form):
    """Done, not yet, let go; what did not happen yet may get another day."""

    answer = forms.ChoiceField(choices=IntentionState.choices)
    planned_on = DayField(label=_("Another day? (may stay empty)"), required=False)


class FeltForm(forms.Form):
    """How it felt, if the person wants to say."""

    felt_after = forms.ChoiceField(
        label=_("How did you feel afterwards?"),
        choices=FeelingAfter.choices,
        required=False,
        widget=Scale(feelings=True),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.initial.get("felt_after"):  # chosen before: it may be taken away again
            self.fields["felt_after"].choices = [*FeelingAfter.choices, ("", "–")]
