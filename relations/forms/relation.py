"""Forms of a relation: two fields to start with, the rest as one likes."""

import re
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from regie.fields import (
    FIRST_YEAR,
    LAST_YEAR,
    NAME,
    NO_ADDRESS,
    NO_SUCH_DAY,
    NO_SUCH_YEAR,
    KeyField,
    LineField,
    NoteField,
)
from regie.widgets import Chips, Scale
from relations.kinds import AppointmentWeek, Kind, Need, Party, Rhythm, Weekday
from relations.models import Relation

PHONE = re.compile(r"\+?[\d ()./-]+")
FEWEST_DIGITS, MOST_DIGITS = 3, 17

KIND_CAPTIONS = {
    Kind.INTIMATE: _("With them you can be yourself"),
    Kind.FRIENDSHIP: _("With them you share something"),
    Kind.COMMUNITY: _("They know your face. A place or a group too"),
}


def integers(choices, empty) -> list:
    """Choices of whole numbers, with an empty one first."""
    return [("", empty), *choices.choices]


class RelationForm(forms.ModelForm):
    """Name and kind; all the rest may stay empty."""

    key = KeyField()
    name = LineField(
        label=_("Name or nickname"),
        help_text=_("A first name is enough, or what you call them: the baker. Only you see this."),
        max_length=NAME,
        error_messages={"required": _("Write a name. A nickname is fine too.")},
    )
    kind = forms.ChoiceField(
        label=_("Where does this relationship belong?"),
        choices=Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the three.")},
    )
    party = forms.ChoiceField(
        label=pgettext_lazy("kind of party", "It is"), choices=Party.choices, widget=Scale, required=False
    )
    role = LineField(
        label=pgettext_lazy("role of a relation", "Role"),
        help_text=_("For example: my sister, a neighbour, colleague."),
        required=False,
    )
    shares = LineField(
        label=_("What you share"), help_text=_("For example: music, the market, laughing."), required=False
    )
    needs = forms.MultipleChoiceField(
        label=_("What is it good for?"), choices=Need.choices, widget=Chips, required=False
    )
    good_enough = forms.MultipleChoiceField(
        label=_("Where is it good enough?"),
        help_text=_("It need not be everything. Good enough is good enough, for people."),
        choices=Need.choices,
        widget=Chips,
        required=False,
    )
    rhythm_days = forms.TypedChoiceField(
        label=pgettext_lazy("rhythm of a relation", "Rhythm"),
        help_text=_("Regie proposes something only once you choose here. No study says which rhythm is right."),
        choices=integers(Rhythm, pgettext_lazy("rhythm", "no rhythm")),
        coerce=int,
        empty_value=None,
        required=False,
    )
    appointment_week = forms.TypedChoiceField(
        label=_("Or a fixed moment"),
        help_text=_("For example: every Monday, or every first Saturday of the month."),
        choices=integers(AppointmentWeek, pgettext_lazy("fixed appointment", "no fixed moment")),
        coerce=int,
        empty_value=None,
        required=False,
    )
    appointment_weekday = forms.TypedChoiceField(
        label=_("On which day?"),
        choices=integers(Weekday, pgettext_lazy("day of the week", "no day")),
        coerce=int,
        empty_value=None,
        required=False,
    )
    birthday_day = forms.IntegerField(
        label=_("Birthday: day"),
        min_value=1,
        max_value=31,
        required=False,
        widget=forms.TextInput,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), _("Write a day from 1 to 31.")),
    )
    birthday_month = forms.TypedChoiceField(
        label=_("Birthday: month"), choices=[("", "–"), *MONTHS.items()], coerce=int, empty_value=None, required=False
    )
    birthday_year = forms.IntegerField(
        label=_("Birthday: year (may stay empty)"),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        required=False,
        widget=forms.TextInput,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), NO_SUCH_YEAR),
    )
    phone = LineField(label=pgettext_lazy("of a relation", "Phone"), required=False)
    email = LineField(label=pgettext_lazy("of a relation", "Mail"), required=False)
    address = NoteField(
        label=pgettext_lazy("of a relation", "Address"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    familiar_names = NoteField(
        label=_("Names you know there"),
        help_text=_("For a place or a group. One on each line."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    note = NoteField(
        label=pgettext_lazy("of a relation", "Note"),
        help_text=_("Nobody reads along."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    class Meta:
        model = Relation
        fields = (
            "name",
            "kind",
            "party",
            "role",
            "rhythm_days",
            "appointment_week",
            "appointment_weekday",
            "shares",
            "needs",
            "good_enough",
            "birthday_day",
            "birthday_month",
            "birthday_year",
            "phone",
            "email",
            "address",
            "familiar_names",
            "note",
        )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("birthday_day", "birthday_year"):
            self.fields[name].widget.attrs["inputmode"] = "numeric"
        self.fields["phone"].widget.attrs["inputmode"] = "tel"
        self.fields["email"].widget.attrs["inputmode"] = "email"

    @property
    def kind_captions(self) -> list:
        """The three kinds, each with what marks it."""
        return list(KIND_CAPTIONS.items())

    @property
    def more(self) -> list:
        """What may be skipped."""
        return [self[name] for name in self._meta.fields if name not in ("name", "kind")]

    @property
    def has_more_errors(self) -> bool:
        """Whether something under "more" asks for attention."""
        return any(field.errors for field in self.more)

    def clean_party(self):
        """A person where nothing was chosen."""
        return self.cleaned_data["party"] or Party.PERSON

    def clean_phone(self):
        """A number that a telephone can call."""
        phone = self.cleaned_data["phone"]
        digits = sum(sign.isdigit() for sign in phone)
        if phone and not (PHONE.fullmatch(phone) and FEWEST_DIGITS <= digits <= MOST_DIGITS):
            raise ValidationError(_("Write a number with digits only, such as 06 1234 5678."))
        return phone

    def clean_email(self):
        """An address that can get mail."""
        email = self.cleaned_data["email"]
        if email:
            EmailValidator(NO_ADDRESS)(email)
        return email

    def clean(self):
        """Rhythm or appointment; an appointment whole; a birthday that exists."""
        data = super().clean()
        weeks, weekday = data.get("appointment_week"), data.get("appointment_weekday")
        if (weeks is None) != (weekday is None):
            self.add_error("appointment_weekday", _("Choose both how often and which day."))
        elif weeks is not None and data.get("rhythm_days"):
            self.add_error("appointment_weekday", _("Choose a rhythm or a fixed moment, not both."))
        self.clean_birthday(data)
        return data

    def clean_birthday(self, data):
        """Day and month belong together, and must exist: 29 February may."""
        day, month, year = (data.get(f"birthday_{part}") for part in ("day", "month", "year"))
        if {"birthday_day", "birthday_month", "birthday_year"} & set(self.errors):
            return
        if (day is None) != (month is None) or (year and not day):
            self.add_error("birthday_day", _("Write both the day and the month of the birthday."))
        elif day and not day_exists(year or 2000, month, day):
            self.add_error("birthday_day", NO_SUCH_DAY)


def day_exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
