"""The safeguard on every page: at each level and flag, in both languages, each address of the product is opened.

The properties are those of safeguard 2.6: from "help first" on no tip is an action, a suggestion or a reminder; with
UNSAFE no tip about those closest stands anywhere; with NO_GIVING no tip about giving is an action; help is one tap away
on every page; no word of facts 8.3 is said about a person; and since what is kept tells no answer, none is told back.
What leaves otherwise: ``test_safeguard_outside``.
"""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from assessment.safeguard import Flag, Level
from relations.kinds import Exchange, FeelingAfter, Kind, Status
from tests.factories import a_moment
from tests.walks.addresses import ADDRESSES
from tests.walks.giveaways import INTIMATE, OFFER_HELP, TOLD, found, labels_in
from tests.walks.standings import OPEN, Kept, at_main_standings
from tests.walks.test_access import signed_in
from tests.walks.world import arguments_of

pytestmark = pytest.mark.django_db

# Answers for machines, a file, and the way out at once (which signs this browser out).
NO_PAGE = {"healthz", "readyz", "quick_exit", "offline_worker"}
TIPS = ["small-openings", "shared-values", "offer-help"]  # one that UNSAFE closes, one that nothing does, one of giving
OPEN_PAGES = {name: it for name, it in ADDRESSES.items() if it.is_open and not it.takes and name not in NO_PAGE}
UNREADABLE = Kept(Level.HELP_FIRST)  # what a visit's outcome counts as that nobody can read (safeguard 2.7)
# Where the person came to tell just that, and level 4 where only that can have been told. Help is the same for all.
ASKED_FOR = {"relations:unsafe", "assessment:now"}
in_both_languages = pytest.mark.parametrize("language", ["nl", "en"])


def searches(language):
    """(name, address) of searches for what may not be found at some standing."""
    for words in ("ruzie", "hulp aanbieden", "quarrel", "offer help"):
        yield "guide:search", f"{ADDRESSES['guide:search'].url(language)}?q={words}"


def urls_of(owner, language):
    """(name, address) of every page, and of those that show more when asked."""
    for name, address in ADDRESSES.items():
        if name not in NO_PAGE:
            yield name, address.url(language, **arguments_of(name, owner))
    for tip in TIPS:
        yield "relations:intention_add", ADDRESSES["relations:intention_add"].url(language, tip=tip)
        kept = owner.intentions.get(tip=tip)
        yield "relations:intention", ADDRESSES["relations:intention"].url(language, pk=kept.pk)
    for kind in Kind:
        someone = owner.relations.filter(kind=kind, status=Status.ACTIVE, removed_at=None).earliest("pk")
        for name in ("relations:detail", "relations:intention_for"):
            yield name, ADDRESSES[name].url(language, pk=someone.pk)
    yield from searches(language)
    for query in ("show=1", "days=28"):
        yield "relations:dashboard", f"{ADDRESSES['relations:dashboard'].url(language)}?{query}"


def pages(owner, language):
    """(name, text) of every page that shows itself to ``owner``."""
    client = signed_in(owner)
    for name, url in urls_of(owner, language):
        answer = client.get(url, follow=False)
        assert answer.status_code < 500, f"{name}: {answer.status_code}"
        if answer.status_code == 200 and "html" in answer["Content-Type"]:
            yield name, answer.content.decode()


def links_to_do(page, language):
    """What on a page lets a person do a tip or take up a suggestion."""
    with override(language):
        plan = reverse("relations:intention_add", kwargs={"tip": "x"}).removesuffix("x/")
    return re.findall(rf'href="{plan}[^"]*"|class="[^"]*\btip--open\b|class="[^"]*\bmoment__act\b', page)


@in_both_languages
@at_main_standings
def test_every_page_at_each_level_and_flag(world, kept, language):
    kept.keep(world)
    seen = set()
    for name, page in pages(world, language):
        seen.add(name)
        check(name, page, kept, language)
    assert {"home", "guide:intimate", "help:netherlands", "relations:dashboard", "relations:timeline"} <= seen


def check(name, page, kept, language):
    """Hold the properties against one page."""
    if not kept.may_suggest:
        is_known = kept.level is not None
        assert links_to_do(page, language) == [] or (name.startswith("guide:") and not is_known), name
    if kept.is_unsafe:
        assert found(INTIMATE, page) == [], name
    if kept.may_not_give:
        assert found(OFFER_HELP, page) == [], name
    if name not in ASKED_FOR and not name.startswith("help:"):
        assert found(TOLD, page) == [], name
    if kept.is_broken:
        assert "Je vertelde" not in page, name
        assert "You told" not in page, name
    assert 'href="tel:' in page, f"{name} shows no help"
    assert labels_in(page, language) == [], name


@in_both_languages
@at_main_standings
def test_every_open_page_for_a_visitor_with_an_outcome(kept, language):
    browser, seen = Client(), set()
    urls = [(name, address.url(language)) for name, address in OPEN_PAGES.items()]
    for name, url in [*urls, *searches(language)]:
        browser.cookies.clear()
        browser.get(url)  # from here on the page is kept for who has no outcome
        kept.show(browser)
        answer = browser.get(url)
        if answer.status_code == 200 and "html" in answer["Content-Type"]:
            seen.add(name)
            check(name, answer.content.decode(), kept if not kept.is_broken else UNREADABLE, language)
    assert {"home", "guide:intimate", "guide:search", "guide:sources", "help:netherlands"} <= seen


def unfolded(page):
    """What stands in main without opening anything."""
    main = page[page.index("<main") : page.index("</main>")]
    return re.sub(r"<details.*?</details>", "", main, flags=re.DOTALL)


@pytest.mark.parametrize("level", [Level.TALK_TODAY, Level.HELP_NOW])
def test_who_is_unsafe_sees_no_name_before_asking(world, level):
    Kept(level, frozenset({Flag.UNSAFE})).keep(world)
    names = {f">{name}<" for name in world.relations.values_list("name", flat=True)}
    client = signed_in(world)
    for name, address in ADDRESSES.items():
        if not address.takes and name not in NO_PAGE | {"home"}:  # home shows the circle of nobody
            answer = client.get(address.url())
            if answer.status_code == 200 and "html" in answer["Content-Type"]:
                assert [each for each in names if each in unfolded(answer.content.decode())] == [], name


@in_both_languages
def test_while_giving_costs_no_page_offers_help_to_others(world, language):
    OPEN.keep(world)
    giving = {"exchange": Exchange.GAVE, "felt_after": FeelingAfter.HEAVIER}
    for _ in range(2):
        a_moment(world.relations.earliest("pk"), on=world.intentions.latest("pk").planned_on, **giving)
    for name, page in pages(world, language):
        assert found(OFFER_HELP, page) == [], name


def test_the_walk_sees_what_it_looks_for(world):
    OPEN.keep(world)
    everything = dict(pages(world, "nl"))
    assert links_to_do(everything["guide:friendship"], "nl")
    assert found(INTIMATE, everything["guide:intimate"])
    assert found(OFFER_HELP, everything["guide:community"])
    assert labels_in("een zielig verhaal", "nl") == ["zielig"]
