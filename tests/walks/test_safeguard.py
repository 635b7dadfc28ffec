"""The safeguard on every page: at each level and flag, in both languages, each address of the product is opened.

The properties are those of safeguard 2.6: from "help first" on no tip is an action, a suggestion or a reminder; with
UNSAFE no tip about those closest stands anywhere; with NO_GIVING no tip about giving is an action; help is one tap away
on every page; no word of facts 8.3 is said about a person.
"""

import re

import pytest
from django.urls import reverse
from django.utils.translation import override

from assessment.models import SafeguardState
from assessment.safeguard import Flag, Level
from regie.guide.library import library
from relations.kinds import Kind
from tests.walks.addresses import ADDRESSES
from tests.walks.test_access import signed_in
from tests.walks.test_readability import ALLOWED, FORBIDDEN
from tests.walks.world import arguments_of, make_world, set_standing

pytestmark = pytest.mark.django_db

BOTH = {Flag.SUICIDALITY, Flag.UNSAFE}
STANDINGS = [
    pytest.param(None, set(), id="nothing-known"),
    pytest.param(Level.TIPS, set(), id="tips"),
    pytest.param(Level.TIPS_WITH_SAFETY_NET, {Flag.NO_GIVING}, id="net-without-giving"),
    pytest.param(Level.HELP_FIRST, set(), id="help-first"),
    pytest.param(Level.HELP_FIRST, {Flag.NO_GIVING}, id="help-first-without-giving"),
    pytest.param(Level.TALK_TODAY, {Flag.SUICIDALITY}, id="talk-today"),
    pytest.param(Level.TALK_TODAY, {Flag.UNSAFE}, id="talk-today-unsafe"),
    pytest.param(Level.HELP_NOW, {Flag.SUICIDALITY}, id="help-now"),
    pytest.param(Level.HELP_NOW, BOTH | {Flag.NO_GIVING}, id="help-now-all"),
]
# Answers for machines, a file, and the way out at once (which signs this browser out).
NO_PAGE = {"healthz", "readyz", "quick_exit", "offline_worker"}
LANGUAGES = ["nl", "en"]


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """One owner for all tests of this module; made once, since two years of a life take a while."""
    with django_db_blocker.unblock():
        owner = make_world()
        yield owner
        owner.delete()


def pages(owner, language):
    """(name, text) of every page that shows itself to ``owner``."""
    client = signed_in(owner)
    for name, address in ADDRESSES.items():
        if name in NO_PAGE:
            continue
        answer = client.get(address.url(language, **arguments_of(name, owner)), follow=False)
        assert answer.status_code < 500, f"{name}: {answer.status_code}"
        if answer.status_code == 200 and "html" in answer["Content-Type"]:
            yield name, answer.content.decode()


def links_to_do(page, language):
    """What on a page lets a person do a tip or take up a suggestion."""
    with override(language):
        plan = reverse("relations:intention_add", kwargs={"tip": "x"}).removesuffix("x/")
    return re.findall(rf'href="{plan}[^"]*"|class="[^"]*\btip--open\b|class="[^"]*\bmoment__act\b', page)


def texts_of(tips):
    """What would give a tip away: its title and its smallest step, in both languages."""
    return [str(text) for tip in tips for words in (tip.title, tip.step) for text in (words.nl, words.en)]


INTIMATE = texts_of(library.tips_of(Kind.INTIMATE))
OFFER_HELP = texts_of([library.tips["offer-help"]])


def found(texts, page):
    """Those of ``texts`` that stand on a page."""
    return [text for text in texts if text in page]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("level", "flags"), STANDINGS)
def test_every_page_at_every_level(world, level, flags, language):
    set_standing(world, level, flags)
    check_pages(world, level, flags, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_protects_when_the_standing_cannot_be_found(world, language):
    set_standing(world, Level.TIPS, set())
    SafeguardState.objects.filter(owner=world).update(content="no state")
    check_pages(world, Level.HELP_FIRST, {Flag.UNSAFE, Flag.NO_GIVING}, language, is_failure=True)


def check_pages(owner, level, flags, language, is_failure=False):
    """Open every page and hold the properties against it."""
    seen = set()
    for name, page in pages(owner, language):
        seen.add(name)
        if level is None or level >= Level.HELP_FIRST:
            assert links_to_do(page, language) == [] or (level is None and name.startswith("guide:")), name
        if Flag.UNSAFE in flags:
            assert found(INTIMATE, page) == [], name
        if Flag.NO_GIVING in flags:
            assert found(OFFER_HELP, page) == [], name
        assert 'href="tel:' in page, f"{name} shows no help"
        if is_failure:
            assert "Je vertelde" not in page, name
            assert "You told" not in page, name
        assert labels_in(page, language) == [], name
    assert {"home", "guide:intimate", "help:netherlands", "relations:dashboard", "relations:timeline"} <= seen


def labels_in(page, language):
    """The words of facts 8.3 that a page uses."""
    for allowed in ALLOWED:
        page = page.replace(allowed, "")
    return [
        word for word in FORBIDDEN[language].split(", ") if re.search(rf"\b{re.escape(word)}\b", page, re.IGNORECASE)
    ]


def test_the_walk_sees_what_it_looks_for(world):
    set_standing(world, Level.TIPS, set())
    everything = dict(pages(world, "nl"))
    assert links_to_do(everything["guide:friendship"], "nl")
    assert found(INTIMATE, everything["guide:intimate"])
    assert found(OFFER_HELP, everything["guide:community"])
    assert labels_in("een zielig verhaal", "nl") == ["zielig"]
