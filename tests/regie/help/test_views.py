"""The help pages as a person gets them: without script, without an account, in both languages.

No test here may use the database: a query on a help page would be an error.
"""

import re

import pytest
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.translation import override

from regie.help.library import lines_of
from regie.help.records import Country

PAGES = {
    ("/hulp/", "nl"): Country.NL,
    ("/hulp/vlaanderen/", "nl"): Country.BE,
    ("/hulp/engelstalig/", "nl"): Country.EN,
    ("/en/help/", "en"): Country.NL,
    ("/en/help/flanders/", "en"): Country.BE,
    ("/en/help/english-speakers/", "en"): Country.EN,
}
STORED = {
    (f"{path}{'bewaard' if language == 'nl' else 'stored'}/", language): c for (path, language), c in PAGES.items()
}
CALL = re.compile(r'<a[^>]*href="tel:(\d+)"[^>]*>(.*?)</a>', re.DOTALL)


def text_of(client, path):
    """A page's HTML."""
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def main_of(client, path):
    """What stands between header and footer."""
    return re.search(r"<main.*</main>", text_of(client, path), re.DOTALL)[0]


def calls(html):
    """Each number that can be tapped, with what the link shows."""
    return [(tel, re.sub(r"<[^>]*>", "", shown).strip()) for tel, shown in CALL.findall(html)]


def calls_of(client, path):
    """The numbers of a page's main part, without the word for calling."""
    return [tel for tel, _ in calls(main_of(client, path))]


@pytest.mark.parametrize(("page", "country"), {**PAGES, **STORED}.items())
def test_a_help_page_holds_every_line_of_its_country(client, page, country):
    path, language = page
    html = main_of(client, path)
    with override(language):
        missing = [entry.id for entry in lines_of(country) if escape(str(entry.name)) not in html]
    assert missing == []


@pytest.mark.parametrize(("path", "language"), {**PAGES, **STORED})
def test_every_number_that_can_be_tapped_dials_what_it_shows(client, path, language):
    found = calls(text_of(client, path))
    assert found != []
    assert [(tel, shown) for tel, shown in found if re.sub(r"\D", "", shown) != tel] == []


@pytest.mark.parametrize(
    ("path", "first"),
    [
        ("/hulp/", ["112", "113"]),
        ("/hulp/vlaanderen/", ["112", "101", "1813"]),
        ("/hulp/engelstalig/", ["112", "113"]),
        ("/en/help/", ["112", "113"]),
    ],
)
def test_the_first_numbers_are_those_for_danger_and_suicide(client, path, first):
    numbers = [tel for tel, _ in calls(main_of(client, path)) if tel != "08000113"]
    assert numbers[: len(first)] == first


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("/hulp/", "/en/help/"),
        ("/hulp/vlaanderen/", "/en/help/flanders/"),
        ("/hulp/engelstalig/", "/en/help/english-speakers/"),
    ],
)
def test_dutch_and_english_show_the_same_lines(client, dutch, english):
    assert calls_of(client, dutch) == calls_of(client, english)


@pytest.mark.parametrize("path", [path for path, _ in {**PAGES, **STORED}])
def test_no_link_to_another_site_tells_where_one_came_from(client, path):
    links = re.findall(r'<a [^>]*href="https?://[^>]*>', text_of(client, path))
    assert links != []
    assert [link for link in links if 'rel="noreferrer"' not in link] == []


@pytest.mark.parametrize("path", [path for path, _ in PAGES])
def test_the_way_out_is_the_first_link_after_the_skip_link(client, path):
    links = re.findall(r'<a [^>]*href="([^"]*)"', text_of(client, path))
    assert links[:2] == ["#main", "/verder/"]


@pytest.mark.parametrize(
    ("country", "path"), [("nl", "/hulp/"), ("be", "/hulp/vlaanderen/"), ("en", "/hulp/engelstalig/")]
)
def test_the_country_switch_leads_to_the_page_of_that_country(client, country, path):
    assert client.get("/hulp/", {"country": country}).headers["Location"] == path


def test_the_country_switch_keeps_the_language(client):
    assert client.get("/en/help/", {"country": "be"}).headers["Location"] == "/en/help/flanders/"


def test_an_unknown_country_shows_the_page_itself(client):
    assert client.get("/hulp/", {"country": "xx"}).status_code == 200


def test_a_help_page_may_be_kept_for_everyone_but_a_form_that_posts_is_not_on_it(client):
    response = client.get("/hulp/")
    assert response.headers["Cache-Control"] == "public, max-age=0, s-maxage=300"
    assert "csrf" not in response.content.decode()
    assert 'method="post"' not in response.content.decode()


@pytest.mark.parametrize(
    ("path", "language", "sentence"),
    [
        ("/hulp/", "nl", "Bronnen bekeken op {}. We hebben deze nummers niet zelf gebeld."),
        ("/en/help/", "en", "Sources of these numbers looked at on {}. We did not call the lines ourselves."),
    ],
)
def test_the_page_says_when_its_numbers_were_looked_at_and_that_nobody_called(client, path, language, sentence):
    oldest = min(entry.checked_on for entry in lines_of("nl"))
    with override(language):
        assert sentence.format(date_format(oldest, "j F Y")) in text_of(client, path)


def test_the_page_says_what_the_way_out_does_not_do(client):
    assert "Het wist je geschiedenis niet." in text_of(client, "/hulp/")


@pytest.mark.parametrize("path", [path for path, _ in STORED])
def test_a_stored_page_says_when_it_was_stored_and_nothing_about_now(client, path):
    html = main_of(client, path)
    assert "Nu open" not in html
    assert "Open now" not in html
    assert re.search(r"op \d+ \w+ 20\d\d op je toestel bewaard|stored on your device on \d+ \w+ 20\d\d", html)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_a_help_page_knows_no_other_verbs(client, method):
    assert getattr(client, method)("/hulp/").status_code == 405
