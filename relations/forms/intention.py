"""The form of an intention, and the small helpers that belong to a tip."""

from django import forms
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from regie.fields import DayField, KeyField, LineField, NoteField
from regie.widgets import Chips, RadioCards, Scale
from relations.kinds import FeelingAfter, IntentionState
from relations.models import Intention, OwnRegie, Relation
from relations.services import once

RUNGS = {
    "day": _("Something from my day: what I saw, made or ate."),
    "taste": _("Something I like, or do not like."),
    "plan": _("Something I hope for, or look forward to."),
    "doubt": _("Something I doubt or find difficult."),
    "feeling": _("How I really am at the moment."),
    "need": _("Something I would like from you."),
}
VALUES = {
    "honesty": pgettext_lazy("value", "honesty"),
    "humour": pgettext_lazy("value", "humour"),
    "nature": pgettext_lazy("value", "nature"),
    "learning": pgettext_lazy("value", "learning"),
    "making": pgettext_lazy("value", "making things"),
    "music": pgettext_lazy("value", "music"),
    "moving": pgettext_lazy("value", "moving and sport"),
    "faith": pgettext_lazy("value", "faith or reflection"),
    "justice": pgettext_lazy("value", "justice"),
    "family": pgettext_lazy("value", "family"),
    "rest": pgettext_lazy("value", "rest"),
    "adventure": pgettext_lazy("value", "adventure"),
}


class IntentionForm(forms.ModelForm):
    """A smallest step; who, when and an anchor may stay empty. ``relations`` are those that may be chosen."""

    key = KeyField()
    step = LineField(label=_("My smallest step"))
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
        try:
            with transaction.atomic():
                intention.save(force_insert=True)
        except IntegrityError:
            return once(Intention, owner, self.cleaned_data["key"])
        return intention


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
        choices=[("", "–"), *FeelingAfter.choices],
        required=False,
        widget=Scale(feelings=True),
    )


class Helper(forms.Form):
    """Something that helps with one tip; ``words`` is what it gives the intention."""

    title = ""
    can_build = False

    def begin(self, owner) -> None:
        """Fill in what is known."""

    def remember(self, owner) -> None:
        """Keep what a next time may use."""

    def words(self) -> str:
        raise NotImplementedError


class Ladder(Helper):
    """Small disclosures, from light to deep."""

    title = _("A ladder of small steps")
    rung = forms.ChoiceField(
        label=_("What do you want to show?"),
        help_text=_("The first is the lightest. Choose one that you do not dread."),
        choices=list(RUNGS.items()),
        required=False,
        widget=RadioCards,
    )

    def words(self):
        return str(RUNGS.get(self.cleaned_data["rung"], ""))


class Sentence(Helper):
    """Feeling, wish, who and when become one text to say. It is sent nowhere."""

    title = _("Make your sentence")
    can_build = True
    who = LineField(label=_("To whom?"), required=False)
    feeling = LineField(label=_("What do you feel?"), help_text=_("For example: a bit alone."), required=False)
    wish = LineField(
        label=_("What would you like?"),
        help_text=_("For example: to eat together."),
        required=False,
    )
    when = LineField(label=_("When?"), help_text=_("For example: on Friday."), required=False)

    def words(self):
        said = self.cleaned_data
        sentences = (
            (said["who"], _("%(who)s, may I say something?")),
            (said["feeling"], _("I feel %(feeling)s.")),
            (said["wish"], _("I would like %(wish)s.")),
            (said["when"], _("Does it suit you %(when)s?")),
        )
        return " ".join(sentence % said for part, sentence in sentences if part)


class Names(Helper):
    """Names to learn at a place."""

    title = _("Names to learn")
    names = NoteField(
        label=_("Whose name do you want to know, or remember?"),
        help_text=_("One on each line. “The man of the cheese” is fine too."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def words(self):
        return self.cleaned_data["names"]


class Values(Helper):
    """What matters to the person, to look for people who share it. Kept for a next time."""

    title = _("What matters to me")
    values = forms.MultipleChoiceField(
        label=_("Choose what fits you"), choices=list(VALUES.items()), required=False, widget=Chips
    )
    other = LineField(label=_("Something else?"), required=False)

    def begin(self, owner):
        """What was chosen before."""
        kept = OwnRegie.objects.filter(owner=owner).first()
        lines = kept.values.splitlines() if kept else []
        self.initial = {
            "values": [line for line in lines if line in VALUES],
            "other": next((line for line in lines if line not in VALUES), ""),
        }

    def remember(self, owner):
        """Keep what was chosen, a line each."""
        lines = [*self.cleaned_data["values"], self.cleaned_data["other"]]
        kept = "\n".join(line for line in lines if line)
        OwnRegie.objects.update_or_create(owner=owner, defaults={"values": kept})

    def words(self):
        chosen = [str(VALUES[value]) for value in self.cleaned_data["values"]]
        return ", ".join([*chosen, self.cleaned_data["other"]] if self.cleaned_data["other"] else chosen)


HELPER_OF = {
    "small-openings": Ladder,
    "say-what-you-need": Sentence,
    "small-social-skills": Names,
    "neighbourhood-routines": Names,
    "shared-values": Values,
}


def helper_for(tip: str, owner, data=None) -> Helper | None:
    """The helper of a tip for ``owner``, bound to ``data``; None for a tip that has none."""
    if tip not in HELPER_OF:
        return None
    helper = HELPER_OF[tip](data, prefix="helper")
    helper.begin(owner)
    return helper
