"""What to see in the timeline. It comes from an address: what is not understood is left out."""

from datetime import date, timedelta

from django import forms
from django.db.models import QuerySet, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from regie.fields import LineField
from relations.kinds import FeelingAfter, Kind, Manner
from relations.models import Relation


class Period(TextChoices):
    """How far back to look."""

    MONTH = "month", pgettext_lazy("period", "Last 30 days")
    YEAR = "year", pgettext_lazy("period", "This year")
    BEFORE = "before", pgettext_lazy("period", "Before this year")


def any_of(choices, empty) -> list:
    """Choices with an empty one first."""
    return [("", empty), *choices.choices]


class TimelineForm(forms.Form):
    """Words to seek, and filters by kind, person, way, feeling and period."""

    q = LineField(label=_("Search in names and notes"), required=False)
    kind = forms.ChoiceField(
        label=pgettext_lazy("filter", "Kind"), choices=any_of(Kind, pgettext_lazy("kinds", "all kinds")), required=False
    )
    who = forms.ModelChoiceField(
        Relation.objects.none(),
        label=pgettext_lazy("filter", "With"),
        empty_label=pgettext_lazy("with whom", "everyone"),
        required=False,
    )
    manner = forms.ChoiceField(
        label=pgettext_lazy("filter", "How"), choices=any_of(Manner, pgettext_lazy("ways", "all ways")), required=False
    )
    felt = forms.ChoiceField(
        label=pgettext_lazy("filter", "It felt"),
        choices=any_of(FeelingAfter, pgettext_lazy("feelings", "all feelings")),
        required=False,
    )
    period = forms.ChoiceField(
        label=pgettext_lazy("filter", "When"),
        choices=any_of(Period, pgettext_lazy("periods", "always")),
        required=False,
    )

    def __init__(self, *args, relations, today: date, **kwargs):
        super().__init__(*args, auto_id="filter_%s", **kwargs)
        self.fields["who"].queryset = relations
        self.today = today
        self.full_clean()

    @property
    def chosen(self) -> dict:
        """The filters in use, as they stand in an address."""
        values = {name: value for name, value in self.cleaned_data.items() if value}
        return {name: value.pk if name == "who" else value for name, value in values.items()}

    def narrow(self, moments: QuerySet) -> QuerySet:
        """``moments`` by all filters but the words."""
        data = self.cleaned_data
        if data.get("who"):
            moments = moments.filter(relations=data["who"])
        if data.get("kind"):
            moments = moments.with_kind(data["kind"])
        if data.get("manner"):
            moments = moments.filter(manner=data["manner"])
        if data.get("felt"):
            moments = moments.filter(felt_after=data["felt"])
        return self.within_period(moments)

    def within_period(self, moments: QuerySet) -> QuerySet:
        """``moments`` in the chosen period."""
        new_year = self.today.replace(month=1, day=1)
        match self.cleaned_data.get("period"):
            case Period.MONTH:
                return moments.filter(happened_on__gte=self.today - timedelta(days=30))
            case Period.YEAR:
                return moments.filter(happened_on__gte=new_year)
            case Period.BEFORE:
                return moments.filter(happened_on__lt=new_year)
        return moments
