"""Dots, drawn once: a circle of three hundred has only a few different shapes."""

from functools import cache

from django import template
from django.template.loader import render_to_string

from relations.kinds import Kind
from relations.pictures.kring import Dot, Member

register = template.Library()


@register.simple_tag
def dot_shape(dot, has_hit=False):
    """The shapes of ``dot`` around its own centre; with ``has_hit`` also the wider circle to touch."""
    member = dot.member
    return shape(member.party, member.light, member.is_resting, member.is_soon, dot.size, bool(has_hit))


@cache
def shape(party, light, is_resting, is_soon, size, has_hit) -> str:
    """What ``pictures/dot_shape.html`` draws: kept, since nothing of a person is in it."""
    dot = Dot(Member("", Kind.INTIMATE, party, light, is_resting, is_soon), 0, 0, size)
    return render_to_string("pictures/dot_shape.html", {"dot": dot, "has_hit": has_hit})
