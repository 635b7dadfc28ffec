"""The pages of the guide: in both languages, without a query, and what each standing is shown."""

import re

import pytest
from django.conf import settings
from django.template import engines
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from assessment.safeguard import Flag, Level
from regie.guide.library import kinds, library, sources, steps, tips, tips_of
from tests.regie.guide.standings import browser

PATHS = {
    "home": ("/", "/en/"),
    "guide:index": ("/gids/", "/en/guide/"),
    "guide:intimate": ("/gids/naasten/", "/en/guide/close-ones/"),
    "guide:friendship": ("/gids/vrienden/", "/en/guide/friends/"),
    "guide:community": ("/gids/om-je-heen/", "/en/guide/people-around-you/"),
    "guide:circle": ("/gids/cirkel-doorbreken/", "/en/guide/breaking-the-circle/"),
    "guide:lasting": ("/gids/als-eenzaamheid-duurt/", "/en/guide/when-loneliness-lasts/"),
    "guide:sources": ("/gids/bronnen/", "/en/guide/sources/"),
    "guide:search": ("/gids/zoeken/", "/en/guide/search/"),
    "about": ("/over/", "/en/about/"),
    "privacy": ("/privacy/", "/en/privacy/"),
    "accessibility": ("/toegankelijkheid/", "/en/accessibility/"),
}
ALL_PATHS = [path for both in PATHS.values() for path in both]
GUIDE = [path for name, both in PATHS.items() if name.startswith("guide:") for path in both]
REST = [Level.HELP_FIRST, Level.TALK_TODAY, Level.HELP_NOW]
ACTIONS = ("Dit ga ik doen", "Dit lukt me niet", "Ik voel me er ellendiger door")


def text_of(path, client=None):
    return (client or Client()).get(path).content.decode()


@pytest.mark.parametrize("name", PATHS)
def test_each_page_keeps_its_path_in_both_languages(name):
    with override("nl"):
        dutch = reverse(name)
    with override("en"):
        english = reverse(name)

    assert (dutch, english) == PATHS[name]


@pytest.mark.parametrize("path", ALL_PATHS)
def test_a_visitor_gets_each_page_without_a_query(path):
    """Without the database fixture a query is an error."""
    response = Client().get(path)

    assert response.status_code == 200
    assert response.headers["Cache-Control"].startswith("public")


@pytest.mark.parametrize("path", ALL_PATHS)
@pytest.mark.parametrize("level", [*Level])
def test_who_has_an_outcome_gets_each_page_alone_and_without_a_query(path, level):
    response = browser(level, *Flag).get(path)

    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("kind", kinds)
def test_a_kind_page_holds_its_four_tips_each_with_its_caution(kind):
    text = text_of(PATHS[f"guide:{kind}"][0])

    for tip in tips_of(kind):
        box = box_of(text, tip.anchor)
        with override("nl"):
            assert str(tip.title) in box
            assert tip.caution.html in box


@pytest.mark.parametrize("kind", kinds)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_kind_page_is_read_in_under_four_minutes(kind, language):
    with override(language):
        assert kinds[kind].minutes <= 3


@pytest.mark.parametrize("client_level", [None, Level.TIPS, Level.TIPS_WITH_SAFETY_NET])
def test_below_level_2_each_tip_leads_to_its_intention(client_level):
    for kind in kinds:
        text = text_of(PATHS[f"guide:{kind}"][0], browser(client_level))
        leading = [tip.id for tip in tips_of(kind) if f'/{tip.id}/">Dit ga ik doen</a>' in text]
        assert leading == [tip.id for tip in tips_of(kind) if not tip.needs_friend]
    circle = text_of(PATHS["guide:circle"][0], browser(client_level))
    assert [step for step in steps if f'/{step}/">Dit ga ik doen</a>' in circle] == ["start-small"]


@pytest.mark.parametrize("path", GUIDE)
@pytest.mark.parametrize("level", REST)
def test_from_level_2_no_tip_is_an_action_and_each_says_help_first(path, level):
    text = text_of(path, browser(level))
    shown = text.count('class="card tip ')

    assert [action for action in ACTIONS if action in text] == []
    assert "tip--open" not in text
    assert text.count("tip--help_first") == shown
    says_so = text.count("Eerst hulp, dan deze tip.") + text.count("Help first, then this tip.")
    assert says_so == shown - text.count('id="tip-start-small"')


@pytest.mark.parametrize("level", REST)
def test_from_level_2_asking_for_help_stands_on_top(level):
    client = browser(level)
    boxes = re.findall(r'id="tip-([\w-]+)"', text_of(PATHS["guide:circle"][0], client))

    assert boxes == ["start-small", "it-is-biology", "attention-to-giving", "good-enough"]
    for kind in kinds:
        first, *rest = re.findall(r'id="tip-([\w-]+)"', text_of(PATHS[f"guide:{kind}"][0], client))
        assert (first, rest) == ("start-small", [tip.id for tip in tips_of(kind)])
    assert "Vraag hulp" in text_of(PATHS["guide:circle"][0], client)
    assert "Vraag hulp" not in text_of(PATHS["guide:circle"][0])


def test_asking_for_help_leads_to_the_help_of_the_country_that_is_known():
    box = box_of(text_of(PATHS["guide:circle"][0], browser(Level.HELP_FIRST, country="be")), "tip-start-small")

    assert 'href="/hulp/vlaanderen/"' in box


@pytest.mark.parametrize("path", ALL_PATHS)
@pytest.mark.parametrize("level", REST)
def test_from_level_2_nothing_about_death_or_thinking_is_told(path, level):
    text = text_of(path, browser(level))

    frightening = ["leven gemiddeld langer", "live longer", "denktestjes", "thinking tests", "mortality", "cognitive"]
    assert [words for words in frightening if words in text] == []


def test_what_is_left_out_from_level_2_says_so():
    left_out = "Dit onderdeel laten we nu weg. Het helpt je nu niet."

    counts = {
        name: (
            text_of(PATHS[name][0], browser(Level.HELP_FIRST)).count(left_out),
            text_of(PATHS[name][0]).count(left_out),
        )
        for name in ("guide:friendship", "guide:circle", "guide:sources", "guide:intimate")
    }
    assert counts == {
        "guide:friendship": (1, 0),
        "guide:circle": (1, 0),
        "guide:sources": (2, 0),
        "guide:intimate": (0, 0),
    }


@pytest.mark.parametrize("path", GUIDE)
@pytest.mark.parametrize("level", [Level.TIPS, Level.HELP_FIRST, Level.TALK_TODAY])
def test_who_is_unsafe_sees_no_tip_about_those_closest(path, level):
    text = text_of(path, browser(level, Flag.UNSAFE))

    assert [tip.id for tip in tips_of("intimate") if f'id="tip-{tip.id}"' in text] == []
    assert [tip.id for tip in tips_of("intimate") if str(tip.title.nl) in text or str(tip.title.en) in text] == []


def test_who_is_harmed_by_giving_sees_the_caution_alone():
    client = browser(Level.HELP_FIRST, Flag.NO_GIVING)
    circle, community = text_of(PATHS["guide:circle"][0], client), text_of(PATHS["guide:community"][0], client)
    giving = box_of(circle, "tip-attention-to-giving")

    assert "tip-offer-help" not in community
    assert steps["attention-to-giving"].caution.nl in giving
    assert steps["attention-to-giving"].text.nl not in giving
    assert steps["attention-to-giving"].step.nl not in giving


@pytest.mark.parametrize("path", PATHS["guide:intimate"])
def test_the_page_of_those_closest_begins_with_the_way_out_and_its_help_lines(path):
    text = text_of(path)
    main = text.split("<main")[1]

    assert text.index('class="quick-exit"') < text.index("<main")
    assert main.index('href="tel:08002000"') < main.index('href="tel:1712"') < main.index('id="tips"')


@pytest.mark.parametrize(("country", "numbers"), [("nl", ["08002000"]), ("be", ["1712"])])
def test_who_told_a_country_gets_its_line(country, numbers):
    main = (
        text_of(PATHS["guide:intimate"][0], browser(Level.TIPS, country=country)).split("<main")[1].split("<footer")[0]
    )

    assert re.findall(r'href="tel:(\d+)"', main) == numbers


@pytest.mark.parametrize("path", PATHS["guide:lasting"])
@pytest.mark.parametrize("level", [None, *Level])
def test_when_loneliness_lasts_never_holds_kang(path, level):
    text = text_of(path, browser(level))

    assert "kang" not in text.lower()
    assert "denktestjes" not in text
    assert "thinking tests" not in text


def test_when_loneliness_lasts_has_the_disclaimer_the_lonely_brain_and_the_lines_for_the_young():
    text = text_of(PATHS["guide:lasting"][0])

    assert "Zoek dan hulp, het liefst vandaag nog." in text
    assert 'href="https://eenzaamheid.info/eenzaam-brein"' in text
    assert {"08000432", "08000450", "102", "0880767000", "106"} <= set(re.findall(r'href="tel:(\d+)"', text))


def test_each_page_with_tips_leads_to_when_loneliness_lasts():
    for name in ("guide:intimate", "guide:friendship", "guide:community", "guide:circle"):
        assert f'href="{PATHS["guide:lasting"][0]}"' in text_of(PATHS[name][0])


def box_of(text, anchor):
    """What stands at ``anchor``, up to the next tip, claim or record."""
    return re.split(r' id="(?:tip|claim|source)-|</main>', text.split(f'id="{anchor}"')[1])[0]


def anchors_of(text):
    return set(re.findall(r'id="([\w-]+)"', text))


def test_a_title_that_asks_gets_no_full_stop():
    text = text_of(PATHS["guide:sources"][0])
    assert "Does rejection hurt?</cite> Science" in text
    assert "The marriage clinic</cite>. W. W. Norton" in text


@pytest.mark.parametrize("source", sources.values(), ids=lambda source: source.id)
def test_each_place_that_cites_a_source_and_its_record_lead_to_each_other(source):
    record = box_of(text_of(PATHS["guide:sources"][0]), source.anchor)
    for place in library.uses(source):
        page = text_of(PATHS[place.url_name][0])
        assert f'href="{PATHS[place.url_name][0]}#{place.anchor}"' in record
        assert place.anchor in anchors_of(page)
        assert f'href="/gids/bronnen/#{source.anchor}"' in box_of(page, place.anchor)


def test_the_six_records_that_differ_from_the_article_say_so_openly():
    text = text_of(PATHS["guide:sources"][0])

    assert text.count("Anders gezegd") == 6

    for source in sources.values():
        box = box_of(text, source.anchor)
        assert ("Anders gezegd" in box) == source.is_worded_differently
        assert source.we_say.nl in box
        assert not source.doi or f'href="https://doi.org/{source.doi}"' in box


def test_a_tip_of_the_author_says_so():
    text = text_of(PATHS["guide:friendship"][0])

    assert text.count("Advies van de schrijver") == sum(tip.is_advice for tip in tips_of("friendship")) == 4


def test_an_outcome_that_cannot_be_read_counts_as_help_first():
    client = browser(Level.TIPS)
    client.cookies[settings.OUTCOME_COOKIE_NAME] = "garbled"

    assert "tip--open" not in text_of(PATHS["guide:friendship"][0], client)


def test_search_finds_groups_and_says_when_there_is_nothing():
    found, nothing = text_of("/gids/zoeken/?q=ruzie"), text_of("/gids/zoeken/?q=xylofoon")

    assert "Maak <mark>ruzie</mark>" in found or "Maak ruzie zonder schade" in found
    assert "In de gids" in found
    assert "Niets gevonden met ‘xylofoon’." in nothing
    assert 'class="doors doors--three"' in nothing


def test_who_searches_can_leave_at_once():
    text = text_of("/gids/zoeken/?q=mijn+man+slaat+me")

    assert text.index('class="quick-exit"') < text.index("<main")
    assert "<title>Zoeken – Regie</title>" in text
    assert "Veilig Thuis</a>" in text


def test_what_was_sought_does_nothing_on_the_page():
    text = text_of("/gids/zoeken/?q=%3Cscript%3Ealert(1)%3C/script%3E")

    assert "<script>alert" not in text
    assert "&lt;script&gt;" in text


def test_who_is_unsafe_finds_no_tip_about_those_closest_by_searching():
    assert "Maak ruzie zonder schade" in text_of("/gids/zoeken/?q=ruzie")
    assert "Maak ruzie zonder schade" not in text_of("/gids/zoeken/?q=ruzie", browser(Level.TALK_TODAY, Flag.UNSAFE))


@pytest.mark.parametrize(
    "path", ["/gids/bronnen/", "/gids/zoeken/?q=ruzie", "/gids/zoeken/?q=gottman", "/en/guide/sources/"]
)
def test_who_is_unsafe_reads_no_study_of_quarrels(path):
    assert "Gottman" in text_of(path)
    assert "Gottman" not in text_of(path, browser(Level.TALK_TODAY, Flag.UNSAFE))


def test_there_are_tips_and_steps_for_all_of_this():
    assert len(tips) + len(steps) == 16


@pytest.mark.parametrize(
    ("level", "flags", "numbers"),
    [
        pytest.param(None, [], [], id="unknown"),
        pytest.param(Level.TIPS_WITH_SAFETY_NET, [], [], id="level-1"),
        pytest.param(Level.HELP_FIRST, [], [], id="level-2"),
        pytest.param(Level.TALK_TODAY, [Flag.SUICIDALITY], ["113", "112"], id="level-3"),
        pytest.param(Level.HELP_NOW, [Flag.UNSAFE], ["112", "08002000"], id="level-4"),
    ],
)
def test_from_level_3_the_lines_that_fit_stand_above_the_page(level, flags, numbers):
    main = text_of(PATHS["guide:friendship"][0], browser(level, *flags)).split("<main")[1].split('id="known"')[0]

    assert re.findall(r'href="tel:(\d+)"', main) == numbers


def test_the_disclaimer_has_the_same_words_wherever_it_stands():
    elsewhere = engines["django"].from_string("{% include 'assessment/disclaimer.html' only %}").render()

    assert "<p>Herken je dit? Zoek dan hulp, het liefst vandaag nog." in elsewhere
    assert elsewhere.split("prose")[1].split("</div>")[0] in text_of(PATHS["guide:lasting"][0])


def test_a_line_stands_once_above_the_page_of_those_closest():
    client = browser(Level.TALK_TODAY, Flag.UNSAFE, country="nl")
    main = text_of(PATHS["guide:intimate"][0], client).split("<main")[1].split('id="known"')[0]

    assert re.findall(r'href="tel:(\d+)"', main) == ["08002000", "112"]
