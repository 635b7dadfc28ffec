"""Forms of a contact moment: who and how; all the rest may come later, or never."""

from datetime import date, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from regie.fields import DayField, KeyField, NoteField, OwnedField
from regie.widgets import Scale
from relations.kinds import Exchange, FeelingAfter, FeelingBefore, Manner, Starter
from relations.models import ContactMoment, Relation

WHO_NEEDED = _("Choose with whom.")
HOW_NEEDED = _("Choose how you were in touch.")


class When(TextChoices):
    """The day, as one thinks of it."""

    TODAY = "today", pgettext_lazy("when", "Today")
    YESTERDAY = "yesterday", pgettext_lazy("when", "Yesterday")
    OTHER = "other", pgettext_lazy("when", "Other day")


class MomentAddForm(forms.Form):
    """With whom, when (today is assumed), and how: the button that saves."""

    key = KeyField()
    who = OwnedField(
        Relation.objects.none(),
        label=_("With whom?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": WHO_NEEDED},
    )
    when = forms.ChoiceField(label=_("When?"), choices=When.choices, initial=When.TODAY, widget=Scale, required=False)
    happened_on = DayField(
        label=_("Which day?"), help_text=_("A day in the past, or one that you plan."), required=False
    )
    manner = forms.ChoiceField(
        label=_("How?"), choices=Manner.choices, error_messages={"required": HOW_NEEDED, "invalid_choice": HOW_NEEDED}
    )

    def __init__(self, *args, relations, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["who"].queryset = relations
        self.today = today

    def clean(self):
        """The day that was meant."""
        data = super().clean()
        near = {When.TODAY: self.today, When.YESTERDAY: self.today - timedelta(days=1)}
        if data.get("when") in near:
            data["happened_on"] = near[data["when"]]
        elif not data.get("happened_on") and "happened_on" not in self.errors:
            if data.get("when") == When.OTHER:
                self.add_error("happened_on", ValidationError(_("Choose which day.")))
            data["happened_on"] = self.today
        return data


class MomentMoreForm(forms.ModelForm):
    """What one may add: nothing here is needed."""

    felt_before = forms.ChoiceField(
        label=_("How did you feel before?"),
        choices=FeelingBefore.choices,
        widget=Scale(feelings=True),
        required=False,
    )
    felt_after = forms.ChoiceField(
        label=_("And after?"), choices=FeelingAfter.choices, widget=Scale(feelings=True), required=False
    )
    started_by = forms.ChoiceField(label=_("Who began?"), choices=Starter.choices, widget=Scale, required=False)
    exchange = forms.ChoiceField(label=_("What was it mostly?"), choices=Exchange.choices, widget=Scale, required=False)
    note = NoteField(
        label=pgettext_lazy("of a moment", "Note"),
        help_text=_("Nobody reads along."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    class Meta:
        model = ContactMoment
        fields = ("felt_before", "felt_after", "started_by", "exchange", "note")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("felt_before", "felt_after", "started_by", "exchange"):
            if getattr(self.instance, name):  # chosen before: it may be taken away again
                self.fields[name].choices = [*self.fields[name].choices, ("", "–")]


class MomentForm(MomentMoreForm):
    """All of a moment, to change later."""

    who = OwnedField(
        Relation.objects.none(),
        label=_("With whom?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": WHO_NEEDED},
    )
    happened_on = DayField(label=_("Which day?"))
    manner = forms.ChoiceField(label=_("How?"), choices=Manner.choices)

    class Meta:
        model = ContactMoment
        fields = ("happened_on", "manner", *MomentMoreForm.Meta.fields)

    field_order = ("happened_on", "manner", "felt_before", "felt_after", "started_by", "exchange", "note", "who")

    def __init__(self, *args, relations, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["who"].queryset = relations
        self.fields["who"].initial = self.instance.relations.filter(removed_at__isnull=True)
