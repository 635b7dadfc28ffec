"""A pattern is drawn once for each look, and holds nothing of anyone."""

import pytest
from django.utils import translation

from regie.pattern import _pattern, address, drawn, filled
from relations.kinds import Kind

BAR = "pictures/year_cell.html"


def test_what_is_put_in_is_escaped():
    assert '<td><span class="hidden">&lt;b&gt;&quot;</span>' in filled(
        BAR, "nl", {"kind": "intimate"}, number='<b>"', r=1
    )


@pytest.mark.parametrize("name", ["{r}", "{place.r}", "{", "%s", "{{ r }}"])
def test_a_name_that_looks_like_a_place_is_only_a_name(name):
    assert f">{name}</span>" in filled(BAR, "nl", {"kind": "intimate"}, number=name, r=1)


def test_one_look_is_kept_once_for_all_who_have_it():
    filled(BAR, "nl", {"kind": "friendship"}, number=1, r=1)
    kept = _pattern.cache_info().currsize
    for number in range(50):
        filled(BAR, "nl", {"kind": "friendship"}, number=number, r=number)
    assert _pattern.cache_info().currsize == kept


@pytest.mark.parametrize(("language", "word"), [("nl", "Vrienden<"), ("en", "Friends<")])
def test_what_is_drawn_is_of_the_language(language, word):
    with translation.override(language):
        for _ in range(2):
            assert word in drawn("components/kind.html", language, kind=Kind.FRIENDSHIP)


def test_each_look_is_drawn_for_itself():
    pages = [drawn("components/footer_links.html", "nl", is_signed_in=each) for each in (True, False, True)]
    assert ["/account/" in page for page in pages] == [True, False, True]


@pytest.mark.parametrize(("language", "path"), [("nl", "/mijn/relaties/12/"), ("en", "/en/my/relations/12/")])
def test_an_address_is_of_the_language(language, path):
    with translation.override(language):
        assert address("relations:detail", language, 12) == path
