"""The pages of the guide, and those about Regie itself: the same for everyone whose outcome is unknown."""

from django.shortcuts import render
from django.utils import timezone

from regie.guide import shown
from regie.guide.entries import entries_for
from regie.guide.example import example_kring
from regie.guide.library import kinds, library, pages
from regie.guide.person import has_friend, lines_on_top, lines_to_call, reader_of
from regie.guide.search import Group, find
from regie.help.page import Shown
from regie.help.records import Slot
from regie.public import public
from relations.kinds import Kind

LONGEST_QUERY = 200  # characters; what is longer is no question that a page answers


@public
def home(request):
    """What Regie is in ten seconds, and its three doors."""
    page, standing = pages["home"], reader_of(request)
    claims = {section.id: shown.claims_for(section.claims, standing) for section in page.sections}
    return render(request, "home.html", {"page": page, "claims": claims, "kinds": kinds, "kring": example_kring()})


@public
def index(request):
    """The way to every page of the guide."""
    return render(request, "guide/index.html", {"kinds": kinds.values(), "pages": pages})


@public
def kind(request, kind):
    """One kind of relationship: what is known, and four tips with their cautions."""
    page = kinds[Kind(kind)]
    standing = reader_of(request)
    violence_lines = lines_to_call(Slot.VIOLENCE, standing) if page.kind == Kind.INTIMATE else []
    context = {
        "page": page,
        "standing": standing,
        "claims": shown.claims_for(page.claims, standing),
        "first_step": shown.first_step_for(standing),
        "tips": shown.tips_for(library.tips_of(kind), standing, has_friend=has_friend(request)),
        "top_lines": [line for line in lines_on_top(standing, timezone.now()) if line not in violence_lines],
        "violence_lines": violence_lines,
    }
    return render(request, "guide/intimate.html" if page.kind == Kind.INTIMATE else "guide/kind.html", context)


@public
def circle(request):
    """Breaking the circle: why, three questions for oneself, and four steps."""
    standing = reader_of(request)
    sections = shown.sections_for(pages["circle"].sections, standing)
    context = {
        "page": pages["circle"],
        "standing": standing,
        "sections": sections,
        "steps": shown.steps_for(standing),
        "top_lines": lines_on_top(standing, timezone.now()),
    }
    return render(request, "guide/circle.html", context)


@public
def lasting(request):
    """When loneliness lasts: the disclaimer in full, with lines to call."""
    standing = reader_of(request)
    sections = shown.sections_for(pages["lasting"].sections, standing)
    context = {
        "page": pages["lasting"],
        "standing": standing,
        "sections": sections,
        "listen_lines": [Shown(line, at=None) for line in lines_to_call(Slot.LISTEN, standing)],
        "youth_lines": [Shown(line, at=None) for line in lines_to_call(Slot.YOUTH, standing)],
    }
    return render(request, "guide/lasting.html", context)


@public
def sources(request):
    """Every source as a record, with the places that rest on it."""
    return render(request, "guide/sources.html", {"records": shown.records_for(reader_of(request))})


@public
def search(request):
    """Results for the query ``q``; without one, the field and the three doors. Nothing of a query is kept."""
    query = request.GET.get("q", "")[:LONGEST_QUERY].replace("\0", "").strip()
    results = find(entries_for(reader_of(request)), query) if query else []
    groups = [(group, [result for result in results if result.entry.group == group]) for group in Group]
    return render(request, "guide/search.html", {"query": query, "count": len(results), "groups": groups})


@public
def reading_page(request, id):
    """A page about Regie: ``about``, ``privacy`` or ``accessibility``."""
    sections = shown.sections_for(pages[id].sections, reader_of(request))
    return render(request, "guide/reading_page.html", {"page": pages[id], "sections": sections})
