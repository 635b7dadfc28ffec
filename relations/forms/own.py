"""Forms of a person's own course: three lines, a wish, cards to hide, and the hard moment."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from regie.fields import LineField
from regie.widgets import Scale
from relations.dashboard.own import Card
from relations.kinds import Kind, Weekday, Weight
from relations.models import HardMoment, OwnRegie, Relation

CARDS = {
    Card.KRING: pgettext_lazy("card", "The circle"),
    Card.GOOD_MOMENTS: _("A good moment for…"),
    Card.PLANS: _("What you plan"),
    Card.BALANCE: _("How it is shared"),
    Card.YEAR: _("Twelve months"),
    Card.REGIE: pgettext_lazy("my own course", "My three lines"),
}


class RegieForm(forms.ModelForm):
    """The three lines of one's own regie."""

    where_open = LineField(label=_("Where do I dare to be open?"), required=False)
    what_kept_up = LineField(label=_("What do I keep up?"), required=False)
    how_time = LineField(label=_("How do I share my time?"), required=False)

    class Meta:
        model = OwnRegie
        fields = ("where_open", "what_kept_up", "how_time")

    def keep(self, owner) -> None:
        """Keep these three lines, and leave the rest of the person's own course alone."""
        OwnRegie.objects.update_or_create(owner=owner, defaults=self.cleaned_data)


class WishForm(forms.Form):
    """How contact should be shared: a weight for each kind, in words."""

    def __init__(self, *args, regie: OwnRegie, **kwargs):
        super().__init__(*args, **kwargs)
        for kind in Kind:
            self.fields[kind.value] = forms.TypedChoiceField(
                label=kind.label,
                choices=Weight.choices,
                coerce=int,
                empty_value=None,
                required=False,
                initial=getattr(regie, f"wish_{kind.value}"),
                widget=Scale,
            )

    def keep(self, owner) -> None:
        """Keep the wish; what was left open counts as none, and a wish of nothing at all is no wish."""
        weights = {f"wish_{kind.value}": self.cleaned_data[kind.value] or Weight.NONE for kind in Kind}
        if not any(weights.values()):
            weights = dict.fromkeys(weights)
        OwnRegie.objects.update_or_create(owner=owner, defaults=weights)


class CardsForm(forms.Form):
    """What to see on the page. The list of everyone always stays."""

    shown = forms.MultipleChoiceField(
        label=_("What do you want to see?"),
        choices=list(CARDS.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def keep(self, owner) -> None:
        """Hide every card that was not chosen."""
        hidden = [card.value for card in Card if card not in self.cleaned_data["shown"]]
        OwnRegie.objects.update_or_create(owner=owner, defaults={"hidden_cards": hidden})


class HardMomentForm(forms.ModelForm):
    """The hour, one small contact, and one thing away from a screen."""

    weekday = forms.TypedChoiceField(label=_("On which day?"), choices=Weekday.choices, coerce=int)
    hour = forms.TypedChoiceField(
        label=_("About what time?"), choices=[(hour, f"{hour}:00") for hour in range(24)], coerce=int
    )
    contact = LineField(
        label=_("One small contact"), help_text=_("For example: a message to someone. May stay empty."), required=False
    )
    relation = forms.ModelChoiceField(
        Relation.objects.none(),
        label=_("With whom? (may stay empty)"),
        required=False,
        empty_label=pgettext_lazy("with whom", "nobody in particular"),
    )
    away_from_screen = LineField(
        label=_("One thing away from a screen"),
        help_text=_("For example: a walk around the block, baking bread, a bath."),
        required=False,
    )

    class Meta:
        model = HardMoment
        fields = ("weekday", "hour", "contact", "relation", "away_from_screen")

    def __init__(self, *args, relations, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["relation"].queryset = relations

    def keep(self, owner) -> None:
        """Keep the plan; there is one, also when two forms were sent at once."""
        HardMoment.objects.update_or_create(owner=owner, defaults=self.cleaned_data)
