"""Components as tags: icons, the moving parts of the frame, and blocks that wrap markup.

Leaf components are includes in ``templates/components/``; each says on top what it takes. What wraps markup is a block
tag here, so that a misspelt argument is an error. Loaded everywhere: no ``{% load %}`` is needed.
"""

from functools import cache
from typing import NamedTuple

from django import template
from django.conf import settings
from django.template.loader import get_template, render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils.encoding import escape_uri_path, iri_to_uri
from django.utils.html import format_html
from django.utils.translation import get_language, gettext_lazy, override, pgettext_lazy

from assessment.standing import known_country
from regie import pattern
from regie.guide.library import pages
from regie.help import library
from regie.help.records import Country
from relations.kinds import Kind

register = template.Library()

# The parts that are one's own. django-allauth's pages have no namespace and go by the first word of their names.
PERSONAL = {"relations", "mydata", "accounts", "account", "mfa", "post"}
# Address, name, icon, and the parts of the product that the link stands for.
NAV = (
    ("guide:index", gettext_lazy("Guide"), "guide", {"guide"}),
    ("assessment:start", gettext_lazy("Self-check"), "check", {"assessment"}),
    ("relations:dashboard", gettext_lazy("My circle"), "kring", PERSONAL),
)
HELP = (pgettext_lazy("navigation", "Help now"), "phone", {"help"})
NOTE_ICONS = {"": "info", "caution": "caution", "done": "done"}


@cache
def drawing(name):
    """The lines of ``templates/icons/<name>.svg`` on a grid of 24."""
    return get_template(f"icons/{name}.svg").render()


@register.simple_tag
def icon(name):
    """An icon beside text that says the same: ``{% icon "phone" %}``."""
    return format_html('<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">{}</svg>', drawing(name))


@register.simple_tag
def rings(kind):
    """The three rings of a kind, its own ring thick: ``{% rings "friendship" %}``. The word stands beside it."""
    return format_html('<svg viewBox="0 0 24 24" aria-hidden="true">{}</svg>', drawing(Kind(kind).value))


@register.simple_tag
def drawn(template, **look):
    """An include that is the same for everyone, with what it takes: ``{% drawn "components/brand.html" %}``."""
    return pattern.drawn(template, get_language(), **look)


@register.simple_tag
def kind(value):
    """Rings and word of a kind: ``{% kind relation.kind %}``."""
    return pattern.drawn("components/kind.html", get_language(), kind=Kind(value))


@register.simple_tag
def help_line(id):
    """A help line of the library, which alone holds numbers: ``{% help_line "nl-113" as suicide %}``."""
    return library.line(id)


@register.simple_tag(takes_context=True)
def help_url(context):
    """The help page of the country that this page knows of, else of the Netherlands: ``{% help_url %}``."""
    request = getattr(context, "request", None)
    return reverse(Country(known_country(request) if request else Country.NL).help_page)


@register.simple_tag(takes_context=True)
def nav(context):
    """The four links of the product; the one where we are is current."""
    request, language = context["request"], get_language()
    match = request.resolver_match
    here = (match.namespace.partition(":")[0] or (match.url_name or "").partition("_")[0]) if match else ""
    links = tuple(
        NavLink(url, text, icon_name, "page" if url == request.path else "true" if here in sections else "")
        for url, text, icon_name, sections in nav_links(language, known_country(request))
    )
    return pattern.drawn("components/nav.html", language, links=links)


class NavLink(NamedTuple):
    """What nav.html needs of one link."""

    url: str
    text: str
    icon: str
    current: str


@cache
def nav_links(language, country):
    """Address, name, icon and parts of each link, in the active language."""
    links = [*NAV, (Country(country).help_page, *HELP)]
    return [(reverse(name), str(text), icon_name, sections) for name, text, icon_name, sections in links]


@register.simple_tag(takes_context=True)
def other_language(context):
    """This page in the other language, named in that language: ``{% other_language as other %}``."""
    code, name = next((code, name) for code, name in settings.LANGUAGES if code != get_language())
    return {"code": code, "name": name, "url": in_language(context["request"], code)}


def in_language(request, code):
    """The address of this page in the language ``code``; its home where there is none, as of an error page."""
    here, match = escape_uri_path(request.path), request.resolver_match
    with override(code):
        try:
            there = reverse(match.view_name, args=match.args, kwargs=match.kwargs) if match else here
        except NoReverseMatch:
            there = here
    if there == here:
        return "/" if code == settings.LANGUAGE_CODE else f"/{code}/"
    query = iri_to_uri(request.META.get("QUERY_STRING", ""))
    return f"{there}?{query}" if query else there


@register.simple_block_tag
def note(content, title="", kind="", icon=""):
    """A quiet note; kind is "", "caution" or "done" (something was done, with a way to undo it inside).

    ``icon`` names another icon than the one of its kind.
    """
    icon_name = icon or NOTE_ICONS[kind]
    return render_to_string(
        "components/note.html", {"content": content, "title": title, "kind": kind, "icon_name": icon_name}
    )


@register.simple_block_tag
def details(content, summary, is_open=False):
    """What may be missed: a native disclosure, closed unless ``is_open``."""
    return render_to_string("components/details.html", {"content": content, "summary": summary, "is_open": is_open})


@register.simple_block_tag
def aside(content, title):
    """A lamp line beside a title, two sentences and a link."""
    return render_to_string("components/aside.html", {"content": content, "title": title})


@register.simple_block_tag
def help_card(content, title, is_soft=False):
    """Calm, dark blue help under a title; ``is_soft`` makes it light where it must not be the first thing seen."""
    return render_to_string("components/help_card.html", {"content": content, "title": title, "is_soft": is_soft})


@register.simple_tag
def disclaimer():
    """The condition of use in full, as the guide has it: the same words wherever it stands."""
    return pages["lasting"].by_id["disclaimer"].text.html
