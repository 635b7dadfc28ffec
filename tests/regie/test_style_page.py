"""The living style page shows what the stylesheet has."""

import pytest
from django.test import RequestFactory
from django.urls import NoReverseMatch, reverse

from regie.style_page import colours, icons, style_page


def shown(path="/style/"):
    return style_page(RequestFactory().get(path)).content.decode()


def test_it_shows_every_colour_and_every_icon():
    html = shown()
    assert {"paper", "lamp", "community-tint"} <= set(colours())
    assert {"phone", "seed", "intimate"} <= set(icons())
    for name in colours():
        assert f'style__swatch--{name}"' in html
    for name in icons():
        assert f'<span class="meta">{name}</span>' in html


def test_it_shows_a_form_in_error():
    html = shown()
    assert 'class="note error-summary"' in html
    assert html.count("field--error") == 10


def test_it_can_stand_on_dark_ground():
    assert 'class="style style--dark"' in shown("/style/?dark")


def test_it_has_no_address_outside_development():
    with pytest.raises(NoReverseMatch):
        reverse("style")
