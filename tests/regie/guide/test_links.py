"""No dead ends: every link on a page of the guide leads to a page, and to a spot that is there."""

import re
from functools import cache

import pytest
from django.test import Client

from assessment.safeguard import Flag, Level
from tests.regie.guide.standings import browser
from tests.regie.guide.test_pages import ALL_PATHS

LINK = re.compile(r'<a [^>]*href="(/[^"]*)"')
SPOT = re.compile(r' id="([^"]+)"')


@cache
def answer_of(path):
    response = Client().get(path)
    return response.status_code, response.headers.get("Location", ""), set(SPOT.findall(response.content.decode()))


@pytest.mark.django_db
@pytest.mark.parametrize("path", ALL_PATHS)
@pytest.mark.parametrize("standing", [(), (Level.HELP_FIRST, Flag.NO_GIVING), (Level.TALK_TODAY, Flag.UNSAFE)])
def test_each_link_leads_somewhere(path, standing):
    links = {link.replace("&amp;", "&") for link in LINK.findall(browser(*standing).get(path).content.decode())}
    wrong = []
    for link in links - {"/verder/"}:
        target, _, spot = link.partition("#")
        status, location, spots = answer_of(target)
        leads = status == 200 and (not spot or spot in spots)
        signs_in = status == 302 and "next=" in location
        if not (leads or signs_in):
            wrong.append((link, status, location))

    assert links
    assert wrong == []


def test_a_spot_that_is_not_there_would_be_seen():
    assert "tip-nowhere" not in answer_of("/gids/naasten/")[2]
    assert "tip-small-openings" in answer_of("/gids/naasten/")[2]


@pytest.mark.parametrize(
    "query", ["ruzie", "geven", "Holt", "luisterlijn", "brief", "cookies", "jong", "zelfmoord", "noodgeval", "huisarts"]
)
def test_each_result_leads_to_a_spot_that_is_there(query):
    page = Client().get("/gids/zoeken/", {"q": query}).content.decode()
    results = re.findall(r'<h3><a href="([^"#]+)#?([^"]*)"', page)

    assert results
    assert [(path, spot) for path, spot in results if spot and spot not in answer_of(path)[2]] == []
