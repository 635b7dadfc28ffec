"""Components as tags: icons, the moving parts of the frame, and blocks that wrap markup.

Leaf components are includes in ``templates/components/``; each says on top what it takes. What wraps markup is a block
tag here, so that a misspelt argument is an error. Loaded everywhere: no ``{% load %}`` is needed.
"""

from functools import cache

from django import template
from django.conf import settings
from django.template.loader import get_template, render_to_string
from django.urls import reverse, translate_url
from django.utils.html import format_html
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy

from assessment.standing import known_country
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


@register.inclusion_tag("components/kind.html")
def kind(value):
    """Rings and word of a kind: ``{% kind relation.kind %}``."""
    return {"kind": Kind(value)}


@register.simple_tag
def help_line(id):
    """A help line of the library, which alone holds numbers: ``{% help_line "nl-113" as suicide %}``."""
    return library.line(id)


@register.simple_tag(takes_context=True)
def help_url(context):
    """The help page of the country that this page knows of, else of the Netherlands: ``{% help_url %}``."""
    request = getattr(context, "request", None)
    return reverse(Country(known_country(request) if request else Country.NL).help_page)


@register.inclusion_tag("components/nav.html", takes_context=True)
def nav(context):
    """The four links of the product; the one where we are is current."""
    request = context["request"]
    match = request.resolver_match
    here = (match.namespace.partition(":")[0] or (match.url_name or "").partition("_")[0]) if match else ""
    links = [(reverse(name), *rest) for name, *rest in NAV] + [(help_url(context), *HELP)]
    return {"links": [nav_link(*link, here=here, path=request.path) for link in links]}


def nav_link(url, text, icon_name, sections, *, here, path):
    """What nav.html needs of one link."""
    current = "page" if url == path else "true" if here in sections else ""
    return {"url": url, "text": text, "icon": icon_name, "current": current}


@register.simple_tag(takes_context=True)
def other_language(context):
    """This page in the other language, named in that language: ``{% other_language as other %}``."""
    code, name = next((code, name) for code, name in settings.LANGUAGES if code != get_language())
    here = context["request"].get_full_path()
    there = translate_url(here, code)
    if there == here:  # a page without a translation, such as an error page: begin at that language's home
        there = "/" if code == settings.LANGUAGE_CODE else f"/{code}/"
    return {"code": code, "name": name, "url": there}


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
