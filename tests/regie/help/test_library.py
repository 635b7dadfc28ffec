"""The help lines: the right number for each name, nothing that was not confirmed, and mistakes with file and line."""

import re
from datetime import date

import pytest
from django.utils.translation import override

from regie.content import ContentError
from regie.help.library import PATH, line, lines, lines_for, lines_of, read
from regie.help.records import Checked, Country, Slot

NUMBERS = {  # facts.md 5.1 to 5.4
    "nl-112": "112",
    "nl-113": "113",
    "nl-luisterlijn": "088 0767 000",
    "nl-mind": "0900 1450",
    "nl-kindertelefoon": "0800 0432",
    "nl-injebol": "0800 0450",
    "nl-veiligthuis": "0800 2000",
    "nl-csg": "0800 0188",
    "nl-slachtofferhulp": "0900 0101",
    "nl-politie": "0900 8844",
    "nl-depressielijn": "088 505 4334",
    "nl-mantelzorg": "030 760 60 55",
    "be-112": "112",
    "be-101": "101",
    "be-1733": "1733",
    "be-1813": "1813",
    "be-106": "106",
    "be-102": "102",
    "be-1712": "1712",
    "be-caw": "0800 13 500",
    "be-lumi": "0800 99 533",
    "en-eu": "112",
    "en-nl-113": "113",
    "en-nl-luister": "088 0767 000",
    "en-be-chs": "02 616 26 26",
}
WITHOUT_A_NUMBER = {
    *("nl-huisarts", "nl-creatiefleven", "nl-eenzaamheidinfo", "nl-wijkteam", "nl-humanitas", "nl-wor", "nl-ease"),
    *("nl-joinus", "nl-faktor5", "be-npoe", "be-jac", "be-huisarts", "be-elp", "en-gp", "en-nl-access", "en-world"),
}
WRONG = {
    "080032123": "Centre de Prévention du Suicide, in French",
    "107": "Télé-Accueil, in French",
    "103": "the French youth line",
    "09000767": "the old number of De Luisterlijn",
    "026484014": "the old number of Community Help Service",
    "0765646464": "not confirmed",
    "08001325": "not confirmed",
}


def test_every_line_has_the_number_that_belongs_to_its_name():
    assert {entry.id: entry.phone for entry in lines().values() if entry.phone} == NUMBERS


def test_no_line_is_there_that_the_table_does_not_know():
    assert set(lines()) == NUMBERS.keys() | WITHOUT_A_NUMBER


def test_every_number_dials_what_it_shows():
    for entry in lines().values():
        assert entry.tel == re.sub(r"\D", "", entry.phone)
        assert entry.also_tel == re.sub(r"\D", "", entry.also_phone)


def test_113_can_also_be_reached_by_its_long_number():
    assert (line("nl-113").also_phone, line("nl-113").also_tel) == ("0800 0113", "08000113")


def test_no_line_dials_a_wrong_or_obsolete_number():
    dialled = {number for entry in lines().values() for number in (entry.tel, entry.also_tel)}
    assert dialled & WRONG.keys() == set()


def test_no_text_names_a_wrong_or_obsolete_number():
    text = re.sub(r"(?<=\d)[ .-](?=\d)", "", PATH.read_text())
    assert [number for number in WRONG if re.search(rf"(?<!\d){number}(?!\d)", text)] == []


@pytest.mark.parametrize("country", Country)
@pytest.mark.parametrize("slot", Slot)
def test_every_country_has_a_line_for_every_slot(country, slot):
    assert lines_for(slot, country) != []


@pytest.mark.parametrize(
    ("slot", "country", "ids"),
    [
        ("emergency", "nl", ["nl-112"]),
        ("emergency", "be", ["be-112", "be-101"]),
        ("suicide", "nl", ["nl-113"]),
        ("suicide", "be", ["be-1813"]),
        ("suicide", "en", ["en-nl-113", "be-1813"]),
        ("violence", "nl", ["nl-veiligthuis"]),
        ("violence", "be", ["be-1712"]),
        ("listen", "nl", ["nl-luisterlijn"]),
        ("listen", "be", ["be-106"]),
        ("listen", "en", ["en-be-chs", "en-nl-luister"]),
        ("gp", "nl", ["nl-huisarts"]),
        ("gp", "be", ["be-huisarts", "be-caw", "be-elp"]),
        ("long_term", "nl", ["nl-creatiefleven", "nl-eenzaamheidinfo"]),
    ],
)
def test_a_slot_holds_these_lines_the_most_needed_first(slot, country, ids):
    assert [entry.id for entry in lines_for(slot, country)] == ids


def test_an_unknown_slot_or_country_is_an_error():
    with pytest.raises(ValueError, match="listening"):
        lines_for("listening", "nl")
    with pytest.raises(ValueError, match="fr"):
        lines_for("listen", "fr")
    with pytest.raises(KeyError):
        line("nl-114")


@pytest.mark.parametrize(
    "id", ["nl-112", "nl-113", "nl-luisterlijn", "nl-veiligthuis", "be-112", "be-101", "be-1813", "be-106", "en-be-chs"]
)
def test_lines_for_day_and_night_are_always_open(id):
    assert line(id).is_always


@pytest.mark.parametrize(
    ("id", "hours"),
    [
        ("nl-mind", ("mon-fri 09:00-21:00",)),
        ("nl-kindertelefoon", ("mon-sun 11:00-21:00",)),
        ("nl-injebol", ("mon-sun 14:00-22:00",)),
        ("be-1712", ("mon-fri 09:00-18:00",)),
        ("be-102", ("mon,tue,thu,fri 16:00-22:00", "wed,sat 14:00-22:00")),
        ("be-caw", ("mon-fri 09:00-17:00",)),
    ],
)
def test_a_line_with_hours_has_the_confirmed_ones(id, hours):
    assert line(id).open == hours


def test_hours_that_sources_differ_on_say_so():
    assert {entry.id for entry in lines().values() if entry.hours_may_differ} == {"be-1712", "be-102", "be-caw"}


def test_where_the_chat_has_other_hours_the_hours_are_told_of_the_phone():
    ids = {"nl-luisterlijn", "nl-veiligthuis", "be-1813", "be-106", "be-102", "be-1712", "be-caw"}
    assert {entry.id for entry in lines().values() if entry.hours_are_by_phone} == ids
    assert line("nl-veiligthuis").hours_in_words == "Telefoon: dag en nacht open"
    with override("en"):
        assert line("be-caw").hours_in_words == "By phone: Monday to Friday from 9 am to 5 pm, not on public holidays"


def test_belgian_lines_keep_belgian_time():
    zones = {entry.time_zone for entry in lines_of("be") if entry.time_zone}
    assert zones == {"Europe/Brussels"}


def test_1712_tells_that_it_is_not_on_the_bill():
    assert line("be-1712").cost.nl == "Gratis. Staat niet op je rekening"


def test_every_line_tells_its_source_and_when_and_how_it_was_checked():
    for entry in lines().values():
        assert entry.source.startswith("https://")
        assert entry.checked_on >= date(2026, 11, 22)
        assert entry.checked_how in Checked


def test_words_follow_the_language():
    with override("nl"):
        assert (line("nl-kindertelefoon").hours_in_words, str(line("en-gp").name)) == (
            "Elke dag van 11 tot 21 uur",
            "Je huisarts",
        )
        assert line("nl-113").languages_in_words == "Nederlands, Engels"
    with override("en"):
        assert (line("nl-kindertelefoon").hours_in_words, str(line("en-gp").name)) == (
            "Every day from 11 am to 9 pm",
            "Your GP",
        )
        assert line("nl-113").languages_in_words == "Dutch, English"


GOOD = PATH.read_text()


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        pytest.param('tel = "113"', 'tel = "114"', "nl-113: tel does not dial what phone shows", id="wrong-number"),
        pytest.param('id = "nl-113"', 'id = "nl-112"', "nl-112: this id is there twice", id="twice"),
        pytest.param('slot = "suicide"', 'slot = "suicidal"', "slot has 'suicidal'", id="unknown-slot"),
        pytest.param(
            'chat = "https://www.113.nl"', 'chat = "113.nl"', "chat must begin with https://", id="no-address"
        ),
        pytest.param('open = ["mon-fri 09:00-21:00"]', 'open = ["9-21"]', "'9-21' is not like", id="unreadable-hours"),
        pytest.param('time_zone = "Europe/Brussels"', 'time_zone = "Brussel"', "Brussel", id="unknown-zone"),
        pytest.param('countries = ["nl"]', "countries = []", "belongs to at least one country", id="nowhere"),
        pytest.param("checked_on = 2026-11-22", 'checked_on = "gisteren"', "checked_on must be date", id="no-date"),
        pytest.param('en = "Free"', 'en = ""', "cost is missing in en", id="no-english"),
    ],
)
def test_a_mistake_names_the_file_and_its_line(tmp_path, before, after, message):
    path = tmp_path / "lines.toml"
    path.write_text(GOOD.replace(before, after, 1))
    with pytest.raises(ContentError) as raised:
        read(path)
    assert message in str(raised.value)
    number = int(re.match(r"lines\.toml:(\d+): ", str(raised.value))[1])
    place = GOOD[: GOOD.index(before)].count("\n") + 1
    assert 0 <= place - number <= 2  # the line of the key, or of the table it is missing from


def test_a_country_without_a_slot_is_a_mistake(tmp_path):
    path = tmp_path / "lines.toml"
    path.write_text(GOOD.replace('slot = "violence"', 'slot = "listen"'))
    with pytest.raises(ContentError, match="no line of slot violence for country nl"):
        read(path)


@pytest.mark.parametrize(
    ("id", "name"),
    [("be-1712", "geweld en misbruik"), ("be-1813", "Zelfmoordlijn 1813"), ("nl-veiligthuis", "Veilig Thuis")],
)
def test_a_name_beside_its_number_does_not_repeat_it(id, name):
    with override("nl"):
        assert line(id).name_beside_number == name
