"""The frame of every page."""

import re

import pytest
from django.template import engines
from django.utils.translation import override

PAGE = '{% extends "base.html" %}{% block title %}Sources{% endblock %}{% block main %}<p>Hello</p>{% endblock %}'


@pytest.fixture
def page(rf):
    """The frame around a small page at ``path``."""

    def render(path="/healthz", language="nl", source=PAGE):
        with override(language):
            return engines["django"].from_string(source).render({}, rf.get(path))

    return render


def test_the_title_ends_in_the_name(page):
    assert "<title>Sources – Regie</title>" in page()


def test_the_first_link_skips_to_the_content(page):
    html = page()
    assert '<a class="skip hidden" href="#main">' in html
    assert '<main id="main">' in html


@pytest.mark.parametrize(
    ("language", "other", "name", "home"), [("nl", "en", "English", "/en/"), ("en", "nl", "Nederlands", "/")]
)
def test_a_page_without_translation_leads_to_the_other_home(page, language, other, name, home):
    link = f'<a class="header__language" href="{home}" lang="{other}" hreflang="{other}">{name}</a>'
    assert link in page(language=language)


def test_nothing_on_the_frame_is_inline_or_from_elsewhere(page):
    html = page()
    assert " style=" not in html
    assert "<style" not in html
    assert html.count("<script") == html.count('<script src="/static/') == 1
    assert "http" not in html


def test_the_quick_exit_is_the_first_link_after_the_skip_link(page):
    html = page(
        source='{% extends "base.html" %}{% block quick_exit %}{% include "components/quick_exit.html" %}{% endblock %}'
    )
    links = html.split("<a ")[1:3]
    assert links[0].startswith('class="skip hidden"')
    assert links[1].startswith('class="quick-exit" href="/verder/" rel="noreferrer"')


@pytest.mark.parametrize(
    ("path", "current"),
    [
        pytest.param("/gids/", "page", id="the-page-itself"),
        pytest.param("/gids/vrienden/", "true", id="a-page-below-it"),
    ],
)
@pytest.mark.django_db
def test_the_nav_says_where_we_are(client, path, current):
    html = client.get(path).content.decode()
    assert f'<a class="nav__link" href="/gids/" aria-current="{current}">' in html
    assert html.count("aria-current") == 1


@pytest.mark.parametrize(
    ("question", "kept"), [("q=buren", "q=buren"), ("q=caf%C3%A9&x=%22%3Cb%3E", "q=caf%C3%A9&amp;x=%22%3Cb%3E")]
)
@pytest.mark.django_db
def test_the_language_link_keeps_the_page_and_its_question(client, question, kept):
    html = client.get(f"/gids/zoeken/?{question}").content.decode()
    assert f'href="/en/guide/search/?{kept}" lang="en" hreflang="en">English</a>' in html


@pytest.mark.django_db
def test_a_page_that_is_not_there_leads_to_the_other_home(client):
    assert 'href="/en/" lang="en"' in client.get("/agenda/café.ics").content.decode()


@pytest.mark.parametrize("path", ["/over/", "/gids/vrienden/", "/hulp/vlaanderen/"])
@pytest.mark.django_db
def test_the_language_link_of_a_page_leads_back_to_it(client, path):
    there = re.search(r'href="([^"]+)" lang="en"', client.get(path).content.decode())[1]
    back = re.search(r'href="([^"]+)" lang="nl"', client.get(there).content.decode())[1]
    assert (there.startswith("/en/"), back) == (True, path)


@pytest.mark.parametrize(
    ("country", "help_page"),
    [
        pytest.param("be", "/hulp/vlaanderen/", id="flanders"),
        pytest.param("en", "/hulp/engelstalig/", id="english-speakers"),
        pytest.param("", "/hulp/", id="unknown"),
    ],
)
def test_help_leads_to_the_country_of_the_account_where_a_page_knows_it(client, user, country, help_page):
    user.country = country
    user.save()
    client.force_login(user)
    assert f'<a class="nav__link nav__link--help" href="{help_page}"' in client.get("/gids/vrienden/").content.decode()


def test_the_frame_asks_for_no_standing_of_its_own(page):
    """No database here: the page of an error must not look anyone up."""
    assert 'href="/hulp/"' in page()
