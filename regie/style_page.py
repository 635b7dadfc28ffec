"""The living style page: every component in every state, for who develops. Its address exists with DEBUG only."""

import re

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from assessment.openness import Openness
from regie.guide.example import example_kring
from regie.guide.library import library
from regie.help.page import HelpPage
from regie.help.records import Country
from regie.widgets import Chips, Day, RadioCards, Scale
from relations.kinds import FeelingAfter, Kind, Need, Rhythm
from relations.pictures import balance, year
from relations.pictures.balance import Contact

COLOUR = re.compile(r"^    --([\w-]+): (?:light-dark|oklch)\(", re.MULTILINE)


class SampleForm(forms.Form):
    """One field of each look. The words are examples for developers and not translated."""

    name = forms.CharField(label="Naam", help_text="Een voornaam of bijnaam is genoeg.")
    kind = forms.ChoiceField(
        label="Waar hoort deze relatie bij?",
        choices=[*Kind.choices, ("", "Dat zeg ik liever niet")],
        widget=RadioCards(captions={"intimate": "Bij hen kun je jezelf zijn"}, skip=""),
    )
    felt = forms.ChoiceField(label="Hoe voelde je je erna?", choices=FeelingAfter, widget=Scale(feelings=True))
    needs = forms.MultipleChoiceField(label="Waar is het goed voor?", choices=Need, widget=Chips)
    who = forms.MultipleChoiceField(
        label="Met wie?", choices=[("1", "Sanne"), ("2", "Het koor")], widget=forms.CheckboxSelectMultiple
    )
    day = forms.DateField(label="Dag", widget=Day, help_text="Bijvoorbeeld 3 maart.")
    rhythm = forms.ChoiceField(label="Ritme", choices=Rhythm)
    note = forms.CharField(label="Notitie", widget=forms.Textarea, help_text="Niemand leest mee.")
    agrees = forms.BooleanField(label="Bewaar mijn notities")
    file = forms.FileField(label="Bestand")


CONTACTS = {Kind.INTIMATE: Contact(6, 3), Kind.FRIENDSHIP: Contact(3, 1)}
WISHES = {Kind.INTIMATE: 1, Kind.FRIENDSHIP: 2, Kind.COMMUNITY: 1}


def colours() -> list[str]:
    """The names of the colours in site.css, in its order."""
    return COLOUR.findall((settings.ROOT / "static" / "site.css").read_text())


def icons() -> list[str]:
    """The names of all icons."""
    return sorted(path.stem for path in (settings.ROOT / "templates" / "icons").glob("*.svg"))


@login_not_required
@require_safe
def style_page(request):
    """All of it, in light and dark as the system says, or with ``?dark`` on dark ground."""
    today = timezone.localdate()
    context = {
        "colours": colours(),
        "icons": icons(),
        "kinds": list(Kind),
        "feelings": list(FeelingAfter),
        "fresh": SampleForm(initial={"name": "Sanne", "kind": "friendship", "felt": "lighter", "needs": ["fun"]}),
        "tip": library.tips_of(Kind.COMMUNITY)[0],
        "tips": list(zip(library.tips_of(Kind.FRIENDSHIP), Openness, strict=True)),
        "claims": library.kinds[Kind.FRIENDSHIP].claims,
        "source": library.sources["hall-2019"],
        "faulty": SampleForm({"name": ""}, auto_id="faulty_%s"),
        "help_page": HelpPage(Country.NL, timezone.now()),
        "kring": example_kring(),
        "bars": balance.draw(CONTACTS, WISHES),
        "year": year.draw({(month, Kind.FRIENDSHIP): month.month for month in year.months_until(today)}, today),
        "is_dark": "dark" in request.GET,
    }
    return render(request, "style/page.html", context)
