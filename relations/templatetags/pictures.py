"""People as dots and as rows: each look is drawn once, however many people have it."""

from functools import cache

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from regie.pattern import address, filled
from relations.dashboard.people import GoodMoment
from relations.pictures.balance import Bar
from relations.pictures.dots import Dot, Shape
from relations.pictures.kring import Kring
from relations.pictures.year import Row as YearRow
from relations.pictures.year import Year
from relations.rows import Row

register = template.Library()


@register.simple_tag
@cache
def dot_shape(shape: Shape) -> str:
    """A dot around its own centre: ``{% dot_shape row.shape %}``."""
    return render_to_string("pictures/dot_shape.html", {"shape": shape})


@register.simple_tag
def kring_dots(kring: Kring) -> str:
    """Everyone in the kring; up to forty of them as links."""
    language = get_language()
    return joined(kring_dot(dot, language, is_link=bool(dot.member.url) and kring.has_links) for dot in kring.dots)


def kring_dot(dot: Dot, language: str, *, is_link: bool) -> str:
    member = dot.member
    look = {"kind": str(member.kind), "shape": dot.shape, "is_link": is_link}
    own = {"url": member.url, "name": member.name} if is_link else {}
    return filled("pictures/kring_dot.html", language, look, x=dot.x, y=dot.y, **own)


@register.simple_tag
def balance_bars(bars: list[Bar]) -> str:
    """The bars of the three kinds, each with its words."""
    language = get_language()
    return joined(balance_bar(bar, language) for bar in bars)


def balance_bar(bar: Bar, language: str) -> str:
    look = {
        "kind": bar.kind,
        "part": bar.part,
        "variety": bar.variety,
        "has_share": bool(bar.length),
        "has_wish": bar.wish_at is not None,
    }
    return filled("pictures/balance_bar.html", language, look, length=bar.length, wish_at=bar.wish_at)


@register.simple_tag
def year_months(year: Year) -> str:
    """The head of the table of a year."""
    return filled("pictures/year_months.html", get_language(), {"months": tuple(year.months)})


@register.simple_tag
def year_cells(row: YearRow) -> str:
    """The twelve months of a kind."""
    language, look = get_language(), {"kind": row.kind.value}
    return joined(filled("pictures/year_cell.html", language, look, number=cell.number, r=cell.r) for cell in row.cells)


@register.simple_tag
def people(rows: list[Row], can_log: bool = True) -> str:
    """The rows of a list of people; with ``can_log`` each has a button to log contact."""
    language, log_url = get_language(), reverse("relations:moment_add") if can_log else ""
    return joined(person(row, language, log_url) for row in rows)


def person(row: Row, language: str, log_url: str) -> str:
    relation = row.relation
    look = {
        "kind": relation.kind,
        "shape": row.shape,
        "is_resting": row.is_resting,
        "is_unsafe": relation.is_unsafe,
        "is_still": row.is_still,
        "has_day": bool(row.when),
        "can_log": bool(log_url),
    }
    own = {"url": row.url, "name": relation.name, "day": row.when, "log_url": f"{log_url}?who={relation.pk}"}
    return filled("relations/person.html", language, look, **own)


@register.simple_tag(takes_context=True)
def good_moments(context, moments: list[GoodMoment]) -> str:
    """At most three good moments, each with a form for "not now"."""
    language, log_url, csrf_token = get_language(), reverse("relations:moment_add"), context["csrf_token"]
    return joined(good_moment(moment, language, log_url, csrf_token) for moment in moments)


def good_moment(moment: GoodMoment, language: str, log_url: str, csrf_token: str) -> str:
    row, proposal = moment.row, moment.proposal
    own = {
        "id": row.id,
        "name": row.relation.name,
        "url": row.url,
        "reason": proposal.reason,
        "idea": proposal.idea,
        "log_url": f"{log_url}?who={row.id}",
        "not_now_url": address("relations:not_now", language, row.relation.pk),
        "csrf_token": csrf_token,
    }
    look = {"kind": row.relation.kind, "shape": row.shape}
    return filled("relations/dashboard/good_moment.html", language, look, **own)


def joined(parts) -> str:
    return mark_safe("\n".join(parts))  # noqa: S308, made by regie.pattern
