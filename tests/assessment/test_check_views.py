"""A whole self-check without a trace: pages in order, back and forward, two tabs, and every broken cookie."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import translation

from assessment import trace
from assessment.questionnaire import questionnaire
from assessment.safeguard import SCALES
from tests.assessment.walking import WELL, answer, asked_for, begin, give, visit_in

ASKED = questionnaire()


@pytest.fixture
def browser():
    """A visitor's browser; nothing may touch the database."""
    return Client()


def test_a_run_of_answers_leads_page_by_page_to_the_outcome(browser):
    visit = begin(browser)
    pages = [answer(browser, visit, number, 0) for number in range(1, 15)]
    expected = [reverse("assessment:question", args=[visit, number]) for number in range(2, 15)]
    assert pages == [*expected, reverse("assessment:check", args=[visit])]
    assert browser.post(pages[-1]).url == reverse("assessment:outcome", args=[visit])


def test_a_page_says_where_it_is_and_asks_one_thing(browser):
    visit = begin(browser)
    page = browser.get(reverse("assessment:question", args=[visit, 1])).content.decode()
    assert "<title>Vraag 1 van 14 – Regie</title>" in page
    assert re.findall(r"<h1>(.*?)</h1>", page) == [ASKED.questions[0].ask.nl]
    assert page.count('type="radio"') == 5
    assert page.index("Dat zeg ik liever niet") > page.index("Past niet bij mij")


def test_a_page_beyond_the_first_gap_leads_back_to_it(browser):
    visit = begin(browser)
    answer(browser, visit, 1, 0)
    further = [reverse(f"assessment:{name}", args=[visit]) for name in ("check", "outcome")]
    for page in (reverse("assessment:question", args=[visit, 9]), *further):
        assert browser.get(page).url == reverse("assessment:question", args=[visit, 2])
    assert browser.get(reverse("assessment:outcome", args=[visit])).url == reverse(
        "assessment:question", args=[visit, 2]
    )


def test_going_back_shows_the_answer_and_a_change_leads_on_to_the_gap(browser):
    visit = begin(browser)
    for number in (1, 2, 3):
        answer(browser, visit, number, 1)
    page = browser.get(reverse("assessment:question", args=[visit, 2])).content.decode()
    assert re.findall(r'value="(\w+)"[^>]*checked', page) == ["1"]
    assert answer(browser, visit, 2, 2) == reverse("assessment:question", args=[visit, 4])


def test_a_skip_is_an_answer_and_says_so(browser):
    visit = begin(browser)
    give(browser, visit, WELL | {"mood": None})
    page = browser.get(reverse("assessment:check", args=[visit])).content.decode()
    assert page.count("Dat zeg ik liever niet") == 1


def test_the_last_look_shows_every_answer_with_a_way_to_change_it(browser):
    visit = begin(browser)
    give(browser, visit, WELL | {"frequency": 2})
    page = browser.get(reverse("assessment:check", args=[visit])).content.decode()
    assert re.findall(r'aria-label="Wijzig: (.*?)"', page) == [question.short.nl for question in ASKED.questions]
    assert "Vaak" in page


@pytest.mark.parametrize("body", [{}, {"answer": ""}, {"answer": "9"}, {"answer": "x\0"}, {"answer[]": "1"}])
def test_no_answer_is_an_error_in_words_and_changes_nothing(browser, body):
    visit = begin(browser)
    response = browser.post(reverse("assessment:question", args=[visit, 1]), body)
    page = response.content.decode()
    assert "<title>Fout: Vraag 1 van 14 – Regie</title>" in page
    assert 'href="#id_answer_0"' in page
    assert visit_in(browser, visit).answers == {}


@pytest.mark.parametrize("number", [0, 15, 10**400])
def test_there_is_no_other_question(browser, number):
    visit = begin(browser)
    address = reverse("assessment:start") + f"{visit}/{number}/"
    assert browser.get(address).status_code == 404


def test_two_tabs_do_not_mix(browser):
    one, two = begin(browser), begin(browser)
    answer(browser, one, 1, 0)
    answer(browser, two, 1, 2)
    assert (visit_in(browser, one).answers, visit_in(browser, two).answers) == ({"intimate": 0}, {"intimate": 2})


def test_a_fifth_visit_ends_the_oldest_and_only_that(browser):
    visits = [begin(browser) for _ in range(5)]
    assert [visit_in(browser, visit) is None for visit in visits].count(True) == 1


def test_the_other_language_keeps_the_place_and_the_answers(browser):
    visit = begin(browser)
    answer(browser, visit, 1, 2)
    page = browser.get(reverse("assessment:question", args=[visit, 2])).content.decode()
    with translation.override("en"):
        there = reverse("assessment:question", args=[visit, 2])
    assert f'href="{there}"' in page
    assert browser.get(there).status_code == 200


@pytest.mark.parametrize("kind", ["tampered", "cut", "absent", "old-version", "another-shape"])
@pytest.mark.parametrize("page", ["question", "check", "outcome"])
def test_a_check_that_cannot_go_on_starts_again_calmly(browser, kind, page):
    visit = begin(browser)
    give(browser, visit, WELL)
    key = settings.CHECK_COOKIE_PREFIX + visit
    token = browser.cookies[key].value
    browser.cookies[key] = {
        "tampered": token[:30] + "AAAA" + token[34:],
        "cut": token[:50],
        "absent": "",
        "old-version": trace._seal("regie self-check", {"version": "2019-1", "country": "nl", "began_at": 1}),
        "another-shape": trace._seal("regie self-check", {"mood": 1}),
    }[kind]
    arguments = [visit, 3] if page == "question" else [visit]
    response = browser.get(reverse(f"assessment:{page}", args=arguments))
    assert "We beginnen opnieuw" in response.content.decode()
    assert browser.cookies[key].value == ""


def test_wiping_leaves_nothing_behind(browser):
    asked_for(browser, WELL)
    begin(browser)
    response = browser.post(reverse("assessment:wipe"))
    assert response.headers["Clear-Site-Data"] == '"cache"'
    assert [key for key, morsel in browser.cookies.items() if morsel.value and key != settings.CSRF_COOKIE_NAME] == []
    assert "Alles is gewist" in browser.get(response.url).content.decode()


@pytest.mark.parametrize("name", ["wipe"])
def test_wiping_only_by_post(browser, name):
    assert browser.get(reverse(f"assessment:{name}")).status_code == 405


@pytest.mark.parametrize(
    ("name", "value", "is_back_to"), [("suicidality", 2, 13), ("safety", 3, 14)], ids=["suicide", "danger"]
)
def test_two_answers_lead_to_help_at_once_with_a_way_back(browser, name, value, is_back_to):
    visit = begin(browser)
    for number, question in enumerate(ASKED.questions, 1):
        where = answer(browser, visit, number, value if question.name == name else 0)
        if question.name == name:
            break
    assert where == reverse("assessment:outcome", args=[visit])
    page = browser.get(where).content.decode()
    assert reverse("assessment:question", args=[visit, is_back_to]) in page


def test_every_page_is_for_this_browser_only(browser):
    visit = asked_for(browser, WELL)
    for name, arguments in (("start", []), ("question", [visit, 1]), ("check", [visit]), ("outcome", [visit])):
        response = browser.get(reverse(f"assessment:{name}", args=arguments))
        assert response.headers["Cache-Control"] == "private, no-store"


def test_the_country_travels_with_the_visit(browser):
    visit = begin(browser, country="be")
    assert visit_in(browser, visit).country == "be"
    give(browser, visit, WELL | {"frequency": 3})
    browser.post(reverse("assessment:check", args=[visit]))
    page = browser.get(reverse("assessment:outcome", args=[visit])).content.decode()
    assert "Tele-Onthaal" in page
    assert reverse("help:flanders") in page


def test_a_start_without_a_country_says_what_to_do(browser):
    page = browser.post(reverse("assessment:start"), {"country": "xx"}).content.decode()
    assert "Kies waar je woont." in page


def test_all_fourteen_names_are_in_the_walk():
    assert set(WELL) == {*SCALES, "intimate", "friendship", "community"}
