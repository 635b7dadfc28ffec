"""What people type stays what they typed; what cannot be is said at the field."""

import uuid
from datetime import date

import pytest
from django import forms
from django.core.exceptions import ValidationError

from regie.fields import DayField, KeyField, LineField, NoteField


@pytest.mark.parametrize(
    "text",
    ["Zoë 👩‍👩‍👧", "سارة", "שרה", "日本", "<b>Ria</b>", "O'Brien", "=1+1", "Z̶a̶l̶g̶o̶"],
)
def test_text_of_any_script_stays_exactly(text):
    assert LineField().clean(text) == text


def test_outer_space_and_controls_go_and_accents_get_one_form():
    assert LineField().clean("  Zoe\u0308\x07\x1b  ") == "Zoë"
    assert LineField().clean("Ria\nvan\tboven") == "Ria van boven"
    assert NoteField().clean("eerst\r\ndan\x0b") == "eerst\ndan"


@pytest.mark.parametrize("text", ["", "   ", "\u200b\u200d", "\u202e", "\u00a0", "\n"])
def test_what_nobody_can_see_is_nothing(text):
    with pytest.raises(ValidationError):
        LineField().clean(text)
    assert NoteField(required=False).clean(text) == ""


def test_a_nul_is_refused_at_the_field():
    with pytest.raises(ValidationError):
        LineField().clean("Ri\0a")


def test_too_long_says_how_much_fits_and_nothing_is_cut_by_the_browser():
    field = LineField(max_length=200)
    assert field.clean("a" * 200) == "a" * 200
    with pytest.raises(ValidationError) as refused:
        field.clean("a" * 10_000)
    assert refused.value.messages == ["Hier passen 200 tekens. Dit zijn er 10000."]
    assert "maxlength" not in field.widget.attrs


def test_a_broken_surrogate_becomes_a_sign_that_can_be_kept():
    assert LineField().clean("Ri\ud800a") == "Ri\ufffda"


@pytest.mark.parametrize("text", ["2026-03-14", "14-3-2026", "14/03/2026", "14.3.2026"])
def test_a_day_is_read_as_people_write_it(text):
    assert DayField().clean(text) == date(2026, 3, 14)


@pytest.mark.parametrize("text", ["1849-12-31", "2101-01-01", "30-2-2026", "0000-00-00", "morgen", "9" * 400])
def test_a_day_that_cannot_be_is_refused(text):
    with pytest.raises(ValidationError):
        DayField().clean(text)


@pytest.mark.parametrize("day", [date(1850, 1, 1), date(2100, 12, 31)])
def test_the_first_and_the_last_year_are_fine(day):
    assert DayField().clean(day.isoformat()) == day


def test_a_form_gets_a_new_key_each_time_and_a_broken_one_is_none():
    class Form(forms.Form):
        key = KeyField()

    first, second = (Form()["key"].value() for _ in range(2))
    assert first != second
    key = uuid.uuid4()
    for sent, read in ((str(key), key), ("x", None), ("", None)):
        form = Form({"key": sent})
        assert form.is_valid()
        assert form.cleaned_data["key"] == read
