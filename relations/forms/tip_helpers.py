"""The small helpers of a tip: a ladder, a sentence, names, values. What they give goes with the intention."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from regie.fields import LineField, NoteField
from regie.widgets import Chips, RadioCards
from relations.models import OwnRegie

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


def part(**words) -> LineField:
    """A piece of a sentence: a telephone does not begin it with a capital."""
    return LineField(required=False, widget=forms.TextInput(attrs={"autocapitalize": "none"}), **words)


class Sentence(Helper):
    """Feeling, wish, who and when become one text to say. It is sent nowhere."""

    title = _("Make your sentence")
    can_build = True
    who = LineField(label=_("To whom?"), required=False)
    feeling = part(label=_("What do you feel?"), help_text=_("For example: a bit alone."))
    wish = part(label=_("What would you like?"), help_text=_("For example: to eat together."))
    when = part(label=_("When?"), help_text=_("For example: on Friday."))

    def words(self):
        said = {name: typed.rstrip(" .?!") for name, typed in self.cleaned_data.items()}
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
        help_text=_("One on each line. “The man from the cheese stall” is fine too."),
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
