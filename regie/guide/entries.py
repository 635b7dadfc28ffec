"""What can be found in the guide and the help: nothing that this person's standing leaves out."""

from django.urls import reverse
from django.utils.translation import get_language, gettext

from assessment.openness import Openness, Standing
from regie.content import Words
from regie.guide import shown
from regie.guide.library import URL_NAMES, kinds, library, pages
from regie.guide.search import Entry, Group
from regie.help.library import lines_of
from regie.help.page import TITLES
from regie.help.records import Country, Line, Slot


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
        entries.append(Entry(Group.GUIDE, str(each.tip.title), _plain(*texts), url, _keywords(each.tip.id)))
    return entries


def _sections(standing: Standing) -> list[Entry]:
    """The reading pages, and each of their parts."""
    entries = []
    for page in pages.values():
        if page.id == "home":
            continue
        url = reverse(URL_NAMES[page.id])
        entries.append(Entry(Group.GUIDE, str(page.title), _plain(page.lead), url, _keywords(page.id)))
        for each in shown.sections_for(page.sections, standing):
            text = _plain(each.section.text, *_claims(each.section.claims, standing))
            entries.append(Entry(Group.GUIDE, str(each.section.title), text, f"{url}#{each.section.id}"))
    return entries


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
    """The help pages, the letter, and the lines of the country that is known, else of all; a number is found once."""
    letter = Entry(
        Group.HELP,
        gettext("A letter for your GP"),
        gettext("Fill it in and print it. Nothing of it is kept."),
        reverse("help:letter"),
        _keywords(Slot.GP),
    )
    pages = [
        Entry(
            Group.HELP,
            str(TITLES[country]),
            gettext("Who you can call or chat with now."),
            reverse(country.help_page),
        )
        for country in _countries(standing)
    ]
    pairs = [(country, line) for country in _countries(standing) for line in lines_of(country)]
    once = {line.tel or line.id: (country, line) for country, line in reversed(pairs)}
    return [*pages, letter, *(_line(*once[key], standing) for key in reversed(once))]


def _countries(standing: Standing) -> list[Country]:
    """Which help pages to look in, the nearest first."""
    if standing.country:
        return [Country(standing.country)]
    return [Country.NL, Country.BE] if get_language() == "nl" else [Country.EN, Country.NL, Country.BE]


def _line(country: Country, line: Line, standing: Standing) -> Entry:
    is_elsewhere = country == Country.BE and not standing.country
    title = gettext("%(line)s, in Flanders") % {"line": line.name} if is_elsewhere else str(line.name)
    url = f"{reverse(country.help_page)}#{line.id}"
    return Entry(Group.HELP, title, _plain(line.purpose, line.note), url, _keywords(line.slot))


def _keywords(of: str | None) -> str:
    return str(library.keywords.get(of, ""))
