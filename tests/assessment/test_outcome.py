"""The outcome says what a person told, and nothing else; help follows level, flags and country, not the language."""

import re
from itertools import pairwise

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from assessment.questionnaire import questionnaire
from assessment.safeguard import SCALES, Level, assess
from assessment.telling import named
from tests.assessment.walking import AT_LEVEL, WELL, asked_for, outcome_page, shown_in
from tests.walks.reading import SENTENCE, blocks_of, sentences_of

HEADINGS = {
    0: "Deze tips passen bij je",
    1: "Tips, met een vangnet",
    2: "Eerst hulp, dan tips",
    3: "Praat vandaag met iemand",
    4: "Je hoeft nu niet alleen te zijn",
}


@pytest.fixture
def browser():
    return Client()


def phones(page):
    """What the page's own links dial, in order, without the footer."""
    return re.findall(r'href="tel:(\d+)"', page[: page.index("<footer")])


def text_of(page):
    """The words of main."""
    main = page[page.index("<main") : page.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


@pytest.mark.parametrize("level", range(5))
def test_each_level_has_its_own_page_and_cookie(browser, level):
    page = outcome_page(browser, AT_LEVEL[level])
    assert re.findall(r"<h1>(.*?)</h1>", page) == [HEADINGS[level]]
    assert shown_in(browser).level == level


@pytest.mark.parametrize("level", range(5))
def test_the_title_says_nothing_of_the_outcome(browser, level):
    assert "<title>Wat nu past – Regie</title>" in outcome_page(browser, AT_LEVEL[level])


@pytest.mark.parametrize("level", range(5))
@pytest.mark.parametrize("country", ["nl", "be", "en"])
def test_both_languages_give_the_same_level_flags_reasons_and_lines(browser, level, country):
    """The rule knows no language; so neither may what it leads to."""
    found = {}
    for language in ("nl", "en"):
        with translation.override(language):
            page = outcome_page(Client(), AT_LEVEL[level], country)
            asked_for(browser, AT_LEVEL[level], country)
        asked = questionnaire()
        clauses = [
            (question.name, answer.value)
            for question in asked.questions
            for answer in question.answers
            if answer.told and f"<li>{getattr(answer.told, language)}</li>" in page
        ]
        found[language] = (phones(page), clauses, shown_in(browser))
    assert found["nl"] == found["en"]


@pytest.mark.parametrize(
    "worse",
    [
        pytest.param({"frequency": 1}, id="net"),
        pytest.param({"frequency": 3}, id="always"),
        pytest.param({"frequency": 1, "screens": 2}, id="screen"),
        pytest.param({"reward": 2, "mood": 1}, id="no-reward"),
        pytest.param({"frequency": 2, "duration": 1, "mood": 1, "giving": 1}, id="several"),
        pytest.param({"suicidality": 1, "mood": 2}, id="passing-wish"),
        pytest.param({"safety": 1}, id="doubt"),
        pytest.param({"duration": None}, id="skipped"),
    ],
)
def test_the_reasons_are_exactly_those_of_the_rule(browser, worse):
    answers = WELL | worse
    page = outcome_page(browser, answers)
    asked = questionnaire()
    outcome = assess({name: answers[name] for name in SCALES})
    names = named(answers, outcome)
    told = {asked.named(name).answer(answers[name]).told.nl for name in names if answers[name] is not None}
    every = {answer.told.nl for name in SCALES for answer in asked.named(name).answers if answer.told}
    assert {clause for clause in every if f"<li>{clause}</li>" in page} == told
    left_open = [asked.named(name).short.nl for name in names if answers[name] is None]
    assert re.findall(r"<strong>([^<]*)\.</strong> Deze vraag liet je open", page) == left_open


@pytest.mark.parametrize(
    ("worse", "lead"),
    [
        ({"duration": 2}, "Je vertelde dat het al lang duurt. Dan zijn tips vaak te zwaar."),
        ({"frequency": 1, "childhood": 2}, "Je vertelde dat je als kind al vaak eenzaam was."),
        ({"reward": 2}, "Je vertelde dat contact je weinig oplevert."),
        ({"giving": 2}, "Je vertelde dat je je vaak ellendiger voelt na iets voor een ander."),
        ({"mood": 2}, "Je vertelde dat je bijna elke dag somber bent, of bijna niets meer kunt."),
        ({"frequency": 3}, "Je vertelde dat je je bijna altijd eenzaam voelt."),
        ({"frequency": 2, "screens": 1, "mood": 1}, "Je noemde een paar dingen die samen zwaar kunnen zijn."),
        ({"duration": None}, "Voor de zekerheid beginnen we bij hulp. Tips kunnen nu te zwaar zijn."),
    ],
)
def test_the_lead_follows_what_was_told(browser, worse, lead):
    assert lead in text_of(outcome_page(browser, WELL | worse))


@pytest.mark.parametrize(
    ("worse", "sentence"),
    [
        ({"duration": 2}, "Ik voel me al lang eenzaam. Alleen lukt het me niet. Wilt u met me meedenken?"),
        ({"mood": 2}, "Ik ben al weken somber. Wilt u met me meekijken?"),
    ],
)
def test_the_sentence_for_the_gp_follows_what_was_told(browser, worse, sentence):
    assert sentence in text_of(outcome_page(browser, WELL | worse))


@pytest.mark.parametrize(
    ("worse", "is_asked"), [({"duration": 2}, True), ({"mood": 2}, False), ({"duration": None}, False)]
)
def test_an_expert_is_asked_for_where_long_loneliness_was_told(browser, worse, is_asked):
    expert = "Kent u iemand die verstand heeft van langdurige eenzaamheid?"
    assert (expert in text_of(outcome_page(browser, WELL | worse))) is is_asked


@pytest.mark.parametrize(
    ("worse", "country", "dialled"),
    [
        pytest.param({"suicidality": 2}, "nl", ["113", "112", "1813"], id="suicide-nl"),
        pytest.param({"suicidality": 2}, "be", ["1813", "112", "101", "113"], id="suicide-be"),
        pytest.param({"safety": 3}, "nl", ["112", "08002000", "1712"], id="danger-nl"),
        pytest.param({"safety": 3}, "be", ["112", "101", "1712", "08002000"], id="danger-be"),
        pytest.param({"suicidality": 1, "safety": 3}, "nl", ["112", "08002000", "1712"], id="danger-stopped-it"),
    ],
)
def test_help_now_shows_the_lines_of_the_answer_that_stopped_it(browser, worse, country, dialled):
    assert phones(outcome_page(browser, WELL | worse, country)) == dialled


@pytest.mark.parametrize(
    ("worse", "country", "first"),
    [
        ({"suicidality": 1}, "nl", ["113", "112"]),
        ({"safety": 2}, "nl", ["08002000", "112"]),
        ({"suicidality": 1, "safety": 1}, "nl", ["113", "08002000", "112"]),
        ({"suicidality": 1}, "be", ["1813", "112", "101"]),
    ],
)
def test_talk_today_begins_with_the_line_that_fits_each_flag(browser, worse, country, first):
    assert phones(outcome_page(browser, WELL | worse, country))[: len(first)] == first


def test_low_mood_brings_the_line_for_thoughts_of_suicide_into_the_same_card(browser):
    assert "113" in phones(outcome_page(browser, WELL | {"mood": 2}))
    assert "113" not in phones(outcome_page(Client(), WELL | {"reward": 2}))


def test_more_never_takes_a_line_away(browser):
    """From the safety net up to talk today, each step keeps the lines that stood there."""
    steps = [{"frequency": 1}, {"frequency": 3}, {"frequency": 3, "mood": 2}, {"frequency": 3, "mood": 2, "safety": 1}]
    steps.append(steps[-1] | {"suicidality": 1})
    seen = [set(phones(outcome_page(Client(), WELL | worse))) for worse in steps]
    assert all(before <= after for before, after in pairwise(seen))


def test_help_now_begins_with_the_phone_after_skip_link_and_quick_exit(browser):
    page = outcome_page(browser, AT_LEVEL[4])
    first = re.findall(r'<a [^>]*href="([^"]*)"', page)[:4]
    assert first == ["#main", "/verder/", "tel:113", "tel:112"]
    assert "<nav" not in page
    assert page.index("tel:113") < page.index("<h1>")


@pytest.mark.parametrize("level", [2, 3])
def test_no_tip_and_no_figure_stands_on_a_page_that_puts_help_first(browser, level):
    page = outcome_page(browser, AT_LEVEL[level])
    assert "Dit ga ik doen" not in page
    assert 'class="door kind--' not in page


def test_the_letter_takes_over_what_was_told_but_not_about_safety(browser):
    page = outcome_page(browser, WELL | {"frequency": 2, "mood": 2, "safety": 2})
    (points,) = re.findall(r'<textarea name="notices" hidden>(.*?)</textarea>', page, re.DOTALL)
    assert points.split("\n")[:-1] == [
        "Ik voel me vaak eenzaam.",
        "Ik ben bijna elke dag somber, of ik kan bijna niets meer.",
        "Dit komt uit een zelfcheck. De vragen daarvan zijn niet onderzocht.",
    ]


def test_the_letter_is_shown_before_it_is_made(browser):
    page = outcome_page(browser, WELL | {"duration": 3})
    form = page[page.index(f'action="{reverse("help:letter")}"') :]
    told = dict(re.findall(r'<input type="hidden" name="(opening|requests)" value="([^"]*)"', form))
    (notices,) = re.findall(r'<textarea name="notices" hidden>(.*?)</textarea>', form, re.DOTALL)
    shown = browser.post(reverse("help:letter"), {**told, "notices": notices, "change": "1"}).content.decode()
    assert "Ik voel me al lang eenzaam." in shown
    assert "Het duurt langer dan 2 jaar, of zo lang ik me herinner." in shown
    assert "Kent u iemand die verstand heeft van langdurige eenzaamheid?" in shown
    assert "<textarea" in shown


def test_silence_about_suicide_or_safety_is_respected_in_words(browser):
    words = text_of(outcome_page(browser, WELL | {"safety": None}))
    assert "Je zei het liever niet. Dat mag." in words
    assert "Je vertelde" not in words


def test_doubt_about_safety_counts_and_printing_warns(browser):
    words = text_of(outcome_page(browser, WELL | {"safety": 1}))
    assert "Je vertelde dat je niet zeker weet of je veilig bent bij iemand. Twijfel telt ook." in words
    assert "Dan is afdrukken misschien niet veilig." in words
    assert "Bewaar in mijn account" not in words


def test_tips_names_no_reason_and_orders_the_kinds_by_wish(browser):
    page = outcome_page(browser, WELL | {"community": 2, "intimate": 1})
    assert re.findall(r'class="door kind--(\w+)"', page) == ["community", "intimate", "friendship"]
    assert "omdat je vertelde" not in page


def test_the_safety_net_has_one_door_three_lines_and_the_whole_condition(browser):
    page = outcome_page(browser, WELL | {"frequency": 1, "community": 2})
    assert re.findall(r'class="door kind--(\w+)"', page) == ["community"]
    assert page.count('<li class="line">') == 3
    assert "Dat is niemands schuld." in page
    assert "Je sloeg vragen over" not in page


def test_the_safety_net_says_so_where_questions_were_skipped(browser):
    assert "Je sloeg vragen over. Herken je de tekst hieronder?" in outcome_page(browser, WELL | {"childhood": None})


@pytest.mark.parametrize("level", range(4))
def test_every_outcome_says_what_it_is_and_how_long_it_lasts(browser, level):
    words = text_of(outcome_page(browser, AT_LEVEL[level]))
    assert "geen diagnose" in words
    assert "Deze browser onthoudt twee uur wat nu past. Kijkt er iemand mee? Wis alles nu." in words


ORDERS = re.compile(
    r"(Begin|Bel|Bekijk|Doe|Druk|Ga|Kies|Kijk|Lees|Maak|Neem|Praat|Probeer|Schrijf|Stop|Vraag|Wis|Zet|Zoek"
    r"|Ask|Begin|Bring|Call|Choose|Do|Erase|Find|Go|Keep|Look|Make|Print|Read|Start|Stop|Take|Talk|Try|Write)\b"
)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("country", ["nl", "be", "en"])
@pytest.mark.parametrize(
    "worse", [{"duration": 2, "mood": 2}, {"safety": 1}, {"suicidality": 1}, {"suicidality": 2}, {"safety": 3}]
)
def test_pages_that_put_help_first_read_like_a_friend_speaks(browser, worse, country, language):
    with translation.override(language):
        assert_calm(outcome_page(browser, WELL | worse, country))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("event", ["tip", "giving", "unsafe", "away"])
def test_the_pages_to_tell_something_do_so_too(browser, event, language):
    with translation.override(language):
        address = reverse("assessment:event", args=[event])
        assert_calm(browser.get(address).content.decode())
        assert_calm(browser.get(browser.post(address).url).content.decode())


def assert_calm(page):
    """On average under ten words a sentence, and no order right after an order."""
    sentences = sentences_of(page)
    assert sum(len(sentence.split()) for sentence in sentences) / len(sentences) < 10
    for block in blocks_of(page):
        orders = [bool(ORDERS.match(sentence)) for sentence in SENTENCE.split(block)]
        assert (True, True) not in pairwise(orders), block


def test_all_levels_are_walked():
    assert set(AT_LEVEL) == set(Level)


SUICIDE, DANGER, NEEDED = "Ik denk aan zelfdoding.", "Ik ben niet veilig. Ik heb hulp nodig.", "Ik heb nu hulp nodig."


def sentence_in(page):
    """The words to say at level 4."""
    return next(words for words in (SUICIDE, DANGER, NEEDED) if words in text_of(page))


@pytest.mark.parametrize(
    ("answers", "at_once", "later"),
    [
        pytest.param(WELL | {"suicidality": 2}, SUICIDE, NEEDED, id="thoughts"),
        pytest.param(WELL | {"suicidality": None, "safety": 3}, DANGER, NEEDED, id="danger-and-silence"),
        pytest.param(WELL | {"safety": 3}, DANGER, DANGER, id="danger"),
    ],
)
def test_the_words_to_say_are_those_that_were_told_or_say_nothing(browser, answers, at_once, later):
    """Later only level and flags are known, and a flag may stand for a question that was not answered."""
    assert sentence_in(outcome_page(browser, answers)) == at_once
    assert sentence_in(browser.get(reverse("assessment:now")).content.decode()) == later


def test_who_told_it_outside_a_check_finds_those_words(browser):
    browser.post(reverse("assessment:event", args=["away"]))
    assert sentence_in(browser.get(reverse("assessment:now")).content.decode()) == SUICIDE
