"""What can be found in the guide and the help: nothing that this person's standing leaves out."""

from django.urls import reverse
from django.utils.translation import gettext

from assessment.openness import Openness, Standing
from regie.content import Words
from regie.guide import shown
from regie.guide.library import URL_NAMES, kinds, library, pages
from regie.guide.search import Entry, Group
from regie.help.library import Country, lines_of

HELP_PAGES = {Country.NL: "help:netherlands", Country.BE: "help:flanders", Country.EN: "help:english"}


def entries_for(standing: Standing) -> list[Entry]:
    """Everything that may be found, in the active language and in the order of the guide."""
    return [*_kinds(standing), *_tips(standing), *_sections(standing), *_records(standing), *_help(standing)]


def _plain(*texts: Words | None) -> str:
    return "\n".join(text.plain for text in texts if text)


def _claims(claims, standing: Standing) -> list[Words]:
    return [each.claim.words for each in shown.claims_for(claims, standing) if not each.is_withheld]


def _kinds(standing: Standing) -> list[Entry]:
    return [
        Entry(
            Group.GUIDE,
            str(page.title),
            _plain(page.lead, page.mark, *_claims(page.claims, standing)),
            reverse(page.url_name),
        )
        for page in kinds.values()
    ]


def _tips(standing: Standing) -> list[Entry]:
    all_shown = [each for kind in kinds for each in shown.tips_for(library.tips_of(kind), standing)]
    entries = []
    for each in [*all_shown, *shown.steps_for(standing)]:
        is_whole = each.openness is not Openness.CAUTION_ONLY
        texts = (each.tip.text, each.tip.step, each.tip.caution) if is_whole else (each.tip.caution,)
        url = f"{reverse(library.url_name_of(each.tip))}#{each.tip.anchor}"
        entries.append(Entry(Group.GUIDE, str(each.tip.title), _plain(*texts), url))
    return entries


def _sections(standing: Standing) -> list[Entry]:
    return [
        Entry(
            Group.GUIDE,
            str(each.section.title),
            _plain(each.section.text, *_claims(each.section.claims, standing)),
            f"{reverse(URL_NAMES[page.id])}#{each.section.id}",
        )
        for page in pages.values()
        if page.id != "home"
        for each in shown.sections_for(page.sections, standing)
    ]


def _records(standing: Standing) -> list[Entry]:
    return [
        Entry(
            Group.GUIDE,
            gettext("Source: %(name)s") % {"name": record.source.name},
            _plain(record.source.found, record.source.we_say, record.source.later),
            f"{reverse('guide:sources')}#{record.source.anchor}",
        )
        for record in shown.records_for(standing)
        if not record.is_withheld
    ]


def _help(standing: Standing) -> list[Entry]:
    """The lines of the country that is known, else of all: a line that two pages share is found once."""
    countries = [standing.country] if standing.country else list(Country)
    lines = {line.id: (line, country) for country in reversed(countries) for line in lines_of(country)}
    letter = Entry(
        Group.HELP,
        gettext("A letter for your GP"),
        gettext("Fill it in and print it. Nothing of it is kept."),
        reverse("help:letter"),
    )
    return [letter] + [
        Entry(Group.HELP, str(line.name), _plain(line.purpose, line.note), f"{reverse(HELP_PAGES[country])}#{line.id}")
        for line, country in lines.values()
    ]
