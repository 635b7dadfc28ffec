"""The letter to the GP: five fields, a sheet, and nothing kept."""

import re

import pytest
from django.test import Client

from regie.help.letter import letter_form, points

FILLED = {
    "opening": "Ik voel me al een jaar eenzaam.",
    "notices": "Contact geeft me weinig.\n- Ik slaap slecht.\n\n",
    "requests": "Wilt u met me meedenken?",
    "name": "Noor <b>",
    "born": "3 maart 1980",
}


def sheet_of(client, **changes):
    """The letter as it would be printed."""
    html = client.post("/hulp/brief/", FILLED | changes).content.decode()
    return re.search(r"<article class=\"letter.*?</article>", html, re.DOTALL)[0]


@pytest.mark.parametrize("path", ["/hulp/brief/", "/en/help/letter/"])
def test_the_form_has_five_fields_and_keeps_nothing(client, path):
    response = client.get(path)
    assert re.findall(r'<(?:textarea|input)[^>]* name="(\w+)"', response.content.decode())[1:6] == list(FILLED)
    assert response.headers["Cache-Control"] == "private, no-store"


def test_the_sheet_holds_what_was_written_point_by_point(client):
    sheet = sheet_of(client)
    assert "Ik voel me al een jaar eenzaam." in sheet
    assert re.findall(r"<li[^>]*>(.*?)</li>", sheet) == [
        "Contact geeft me weinig.",
        "Ik slaap slecht.",
        "Wilt u met me meedenken?",
    ]
    assert "Noor &lt;b&gt;" in sheet


def test_what_was_left_empty_is_a_line_for_a_pen_and_no_heading(client):
    sheet = sheet_of(client, notices=" ", name="", born="")
    assert "Wat ik merk" not in sheet
    assert sheet.count("&nbsp;") == 3


def test_the_sheet_says_that_the_questions_were_not_tested_and_names_no_level(client):
    sheet = sheet_of(client)
    assert "De vragen van de zelfcheck zijn niet wetenschappelijk getest." in sheet
    assert "Eerst hulp" not in sheet


def test_the_sheet_carries_what_was_typed_for_the_way_back(client):
    html = client.post("/hulp/brief/", FILLED).content.decode()
    carried = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', html))
    carried.pop("csrfmiddlewaretoken")
    assert carried == FILLED | {"name": "Noor &lt;b&gt;"}


def test_changing_the_letter_brings_back_what_was_typed(client):
    html = client.post("/hulp/brief/", FILLED | {"change": "1"}).content.decode()
    assert "letter__blank" not in html
    assert "Ik voel me al een jaar eenzaam." in html
    assert 'value="3 maart 1980"' in html


def test_a_letter_without_a_beginning_is_asked_for_one_and_keeps_the_rest(client):
    html = client.post("/hulp/brief/", FILLED | {"opening": ""}).content.decode()
    assert "Schrijf één zin waarmee de brief kan beginnen." in html
    assert 'value="3 maart 1980"' in html


def test_too_much_text_is_told_and_kept(client):
    html = client.post("/hulp/brief/", FILLED | {"notices": "a" * 2001}).content.decode()
    assert "a" * 2001 in html
    assert "letter__blank" not in html


def test_a_letter_leaves_no_trace(client, caplog):
    """No database here: a query would be an error."""
    with caplog.at_level("DEBUG"):
        response = client.post("/hulp/brief/", FILLED)
    assert response.cookies.keys() <= {"csrf"}
    assert [
        record for record in caplog.records if "brief" in record.getMessage() or "jaar" in record.getMessage()
    ] == []


def test_a_letter_from_another_site_is_refused():
    assert Client(enforce_csrf_checks=True).post("/hulp/brief/", FILLED).status_code == 403


def test_the_form_begins_with_what_the_person_told_elsewhere(client):
    told = {"opening": "Ik ben al weken somber.", "notices": "Het duurt een jaar.", "change": "1"}
    html = client.post("/hulp/brief/", told).content.decode()
    assert "Ik ben al weken somber." in html
    assert "Het duurt een jaar." in html
    assert "Wilt u met me meedenken over wat past?" in html
    assert "error" not in html


def test_the_form_begins_with_words_of_its_own_where_nothing_was_told():
    form = letter_form({})
    assert form["opening"].value() == "Ik voel me eenzaam. Alleen lukt het me niet. Ik wil er graag met u over praten."
    assert form["notices"].value() is None


def test_what_was_left_empty_stays_empty_on_the_way_back():
    assert letter_form({"requests": ""})["requests"].value() == ""


def test_what_is_no_field_of_the_letter_is_left_alone():
    assert "csrfmiddlewaretoken" not in letter_form({"csrfmiddlewaretoken": "x"}).initial


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", []), (" \n ", []), ("een\ntwee", ["een", "twee"]), ("- een\r\n* twee\n• drie", ["een", "twee", "drie"])],
)
def test_each_line_is_a_point(text, lines):
    assert points(text) == lines
