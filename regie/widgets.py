"""The inputs that look different from Django's own. Plain radio buttons and checkboxes are cards already."""

from django import forms


class RadioCards(forms.RadioSelect):
    """Cards to choose one from.

    ``captions`` gives a value a second, soft line; the value ``skip`` stands apart, dashed: "I would rather not say".
    """

    def __init__(self, attrs=None, choices=(), *, captions=None, skip=None):
        super().__init__(attrs, choices)
        self.captions = captions or {}
        self.skip = skip

    def format_value(self, value):
        """No answer is not the empty answer: nothing is chosen before somebody chose it."""
        return [] if value is None else super().format_value(value)

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        option["caption"] = self.captions.get(value, "")
        option["is_skip"] = self.skip is not None and str(value) == str(self.skip)
        return option


class Scale(forms.RadioSelect):
    """At most five short answers in one frame, side by side; ``feelings`` shows the light of each."""

    template_name = "forms/widgets/scale.html"

    def __init__(self, attrs=None, choices=(), *, feelings=False):
        super().__init__(attrs, choices)
        self.feelings = feelings

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["feelings"] = self.feelings
        return context


class Chips(forms.CheckboxSelectMultiple):
    """Small answers that may hold together."""

    template_name = "forms/widgets/chips.html"


class Day(forms.DateInput):
    """The browser's own calendar; its value travels in the one form that browsers read."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")
