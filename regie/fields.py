"""Form fields for what people type. Text stays as typed, but for outer white space and what cannot be seen."""

import unicodedata
from datetime import date
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from regie.widgets import Day

NAME, LINE, NOTE = 200, 500, 10_000  # characters
FIRST_YEAR, LAST_YEAR = 1850, 2100
MOST_DIGITS = 18  # of an id

EMPTY = _("Write something here.")
NO_ADDRESS = _("Write an address such as name@example.org.")
NO_SUCH_DAY = _("Write a day that exists, such as 14-3-2026.")
NO_SUCH_YEAR = _("Write a year from 1850 to 2100.")
TOO_LONG = _("At most %(limit_value)d characters fit here. These are %(show_value)d.")
UNSEEN = {"Cc", "Cf", "Zs", "Zl", "Zp", "Mn", "Me"}  # controls, format signs, spaces, marks
KEPT_CONTROLS = "\n\t\0"  # a NUL is refused at the field, not taken out in silence


def tidy(text: str) -> str:
    """``text`` in one form (NFC), without control characters; broken surrogates become the sign for unknown."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    seen = (sign for sign in text if sign in KEPT_CONTROLS or unicodedata.category(sign) != "Cc")
    return "".join("\ufffd" if unicodedata.category(sign) == "Cs" else sign for sign in seen)


def is_visible(text: str) -> bool:
    """Whether a person can see anything of ``text``."""
    return any(unicodedata.category(sign) not in UNSEEN for sign in text)


class TypedField(forms.CharField):
    """Text as typed. Nothing is cut in silence: the browser gets no ``maxlength``."""

    default_error_messages = {"max_length": TOO_LONG, "required": EMPTY}

    def to_python(self, value):
        """The tidy text; nothing where nothing can be seen, so that a required field asks for it."""
        text = super().to_python(tidy(value) if isinstance(value, str) else value)
        return text if is_visible(text) or "\0" in text else ""

    def widget_attrs(self, widget):
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs | {"autocomplete": "off"}


class LineField(TypedField):
    """One line: line breaks and tabs become spaces."""

    def __init__(self, *, max_length=LINE, **kwargs):
        super().__init__(max_length=max_length, **kwargs)

    def to_python(self, value):
        return " ".join(super().to_python(value).split())


class NoteField(TypedField):
    """A note of any number of lines."""

    def __init__(self, *, max_length=NOTE, widget=forms.Textarea, **kwargs):
        super().__init__(max_length=max_length, widget=widget, **kwargs)


class DayField(forms.DateField):
    """A day in a calendar that people use."""

    widget = Day
    default_error_messages = {"invalid": NO_SUCH_DAY, "required": _("Choose which day.")}

    def __init__(self, **kwargs):
        formats = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y"]
        super().__init__(input_formats=formats, **kwargs)

    def validate(self, value: date | None):
        super().validate(value)
        if value and not FIRST_YEAR <= value.year <= LAST_YEAR:
            raise ValidationError(NO_SUCH_YEAR, code="year")


class KeyField(forms.UUIDField):
    """The one-time key of a form, so that sending it twice is sending it once. A broken key is no key."""

    widget = forms.HiddenInput

    def __init__(self, **kwargs):
        super().__init__(required=False, initial=uuid4, **kwargs)

    def to_python(self, value):
        try:
            return super().to_python(value)
        except ValidationError:
            return None


class OwnedField(forms.ModelMultipleChoiceField):
    """Objects of one person to choose from. An id that no database can hold is refused as one that does not exist."""

    def clean(self, value):
        """The objects; an id beyond what a database holds is "not a valid choice", as one that does not exist."""
        for pk in value or ():
            if len(str(pk)) > MOST_DIGITS:
                raise ValidationError(
                    self.error_messages["invalid_choice"], code="invalid_choice", params={"value": pk}
                )
        return super().clean(value)
