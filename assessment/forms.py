"""Text from a page of the check into values of the rule."""

from django import forms
from django.utils.translation import gettext_lazy as _

from assessment.models import HelpStep
from assessment.questionnaire import Question, questionnaire
from regie.content import Words
from regie.fields import DayField, KeyField
from regie.help.records import Country
from regie.widgets import RadioCards

SKIP = "skip"


class CalmForm(forms.Form):
    """A form whose mistakes are told by us, in the page's own words and language, and not by the browser."""

    use_required_attribute = False


class StartForm(CalmForm):
    """Whose help lines to show; everything else is asked on the pages after this one."""

    country = forms.ChoiceField(
        label=_("Where do you live?"),
        help_text=_("Then we show the helplines that you can call from there."),
        choices=[
            (Country.NL.value, _("The Netherlands")),
            (Country.BE.value, _("Flanders or Brussels")),
            (Country.EN.value, _("I would rather speak English")),
        ],
        widget=RadioCards,
        error_messages={"required": _("Choose where you live."), "invalid_choice": _("Choose where you live.")},
    )


class QuestionForm(CalmForm):
    """One question: its plain answers, and one that says nothing."""

    def __init__(self, question: Question, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["answer"] = answer_field(question, question.ask)

    @property
    def value(self) -> int | None:
        """The answer as the rule takes it; None where the person would rather not say."""
        return value_of(self.cleaned_data["answer"])


class FirstQuestionsForm(CalmForm):
    """Some questions of the check on one page, by their names. They never go through the rule."""

    def __init__(self, names: list[str], *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.names = names
        for number, name in enumerate(names, 1):
            question = questionnaire().named(name)
            self.fields[f"answer{number}"] = answer_field(question, question.alone or question.ask)

    @property
    def values(self) -> dict[str, int | None]:
        """The answers by the names of their questions; call after ``is_valid``."""
        chosen = self.cleaned_data
        return {name: value_of(chosen[f"answer{number}"]) for number, name in enumerate(self.names, 1)}

    @property
    def is_passed(self) -> bool:
        """Nothing skipped, and no answer that asks for help first."""
        return all(value is not None and value <= PASSED_UP_TO[name] for name, value in self.values.items())

    @property
    def is_unsafe(self) -> bool:
        """A doubt, a yes or danger was answered; silence was not."""
        return (self.values.get("safety") or 0) > 0


# The worst answers with which actions open: up to nine months, a bit lonely as a child, varying reward; and safe.
PASSED_UP_TO = {"duration": 1, "childhood": 1, "reward": 1, "safety": 0}


class StepForm(CalmForm):
    """The day of a help step. The key makes sending twice once."""

    day = DayField(label=_("On which day?"), help_text=_("For example 3 March."))
    key = KeyField()


class StepAnswerForm(forms.Form):
    """What came of a help step."""

    answer = forms.ChoiceField(choices=HelpStep.Answer)


def answer_field(question: Question, ask: Words) -> forms.ChoiceField:
    """The plain answers of one question as cards, and one that says nothing."""
    choices = [(str(answer.value), answer.label) for answer in question.answers]
    choose = _("Choose the answer that fits best.")
    return forms.ChoiceField(
        label=ask,
        help_text=question.hint or "",
        choices=[*choices, (SKIP, _("I would rather not say"))],
        widget=RadioCards(skip=SKIP),
        error_messages={"required": choose, "invalid_choice": choose},
    )


def value_of(choice: str) -> int | None:
    """A choice as the rule takes it; None where the person would rather not say."""
    return None if choice == SKIP else int(choice)


def chosen(value: int | None) -> str:
    """What the form shows as chosen for an answer given before."""
    return SKIP if value is None else str(value)
