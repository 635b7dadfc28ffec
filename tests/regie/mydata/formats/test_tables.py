"""Tables from Google, Outlook and anyone are read; ours run no formula in a spreadsheet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regie.mydata.formats import tables
from regie.mydata.formats.card import Card, Reason, Refusal, Unreadable
from tests.regie.mydata.formats import samples


def test_google_gives_people_labels_and_every_number():
    zoe, bakker = tables.read(samples.GOOGLE_CSV).cards
    assert zoe == Card(
        name="Zoë Müller",
        line=2,
        birthday="1980-05-03",
        phone="+31612345678",
        email="zoe@example.org",
        note="Van het koor,\nen van vroeger\n020 1234567",
        words=("myContacts", "Family"),
    )
    assert (bakker.name, bakker.is_organisation) == ("Bakker Bart", True)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(samples.OUTLOOK_CSV_NL, "Zoë van der Müller", id="dutch-semicolons-windows-1252"),
        pytest.param(samples.OUTLOOK_CSV_EN, "Zoë Müller", id="english-commas-utf-16"),
    ],
)
def test_outlook_is_read_in_dutch_and_english(data, name):
    (card,) = tables.read(data).cards
    assert (card.name, card.phone, card.birthday) == (name, "06 12345678", "1980-05-03")


def test_a_table_of_ones_own_needs_only_a_name():
    sanne, joris = tables.read(samples.SIMPLE_TAB).cards
    assert (sanne.name, sanne.words, sanne.phone) == ("Sanne", ("Vrienden",), "06 1")
    assert (joris.name, joris.line) == ("Joris", 4)


def test_a_line_that_names_the_separator_is_passed_over():
    (card,) = tables.read(b"sep=;\r\nNaam;Telefoon\r\nSanne;06 1\r\n").cards
    assert (card.name, card.phone) == ("Sanne", "06 1")


@pytest.mark.parametrize(
    ("written", "is_english", "birthday"),
    [
        pytest.param("1980-05-03", True, "1980-05-03", id="iso"),
        pytest.param("--05-03", False, "--05-03", id="without-a-year"),
        pytest.param("19800503", True, "1980-05-03", id="eight-figures"),
        pytest.param("3-5-1980", True, "1980-05-03", id="dashes-are-day-first"),
        pytest.param("5/3/1980", True, "1980-05-03", id="english-slashes-are-month-first"),
        pytest.param("3/5/1980", False, "1980-05-03", id="dutch-slashes-are-day-first"),
        pytest.param("5/23/1980", False, "1980-05-23", id="there-is-no-month-23"),
        pytest.param("0-0-00", False, "", id="outlook-for-none"),
        pytest.param("ergens in mei", False, "", id="words"),
    ],
)
def test_a_birthday_is_read_as_its_table_writes_it(written, is_english, birthday):
    assert tables.birthday_in(written, is_english) == birthday


@pytest.mark.parametrize(
    ("written", "note"),
    [
        pytest.param("3-5-1980", "Van het koor", id="read"),
        pytest.param("31-2-1980", "Van het koor\nVerjaardag: 31-2-1980", id="no-such-day"),
        pytest.param("3-5-80", "Van het koor\nVerjaardag: 3-5-80", id="which-century"),
        pytest.param("ergens in mei", "Van het koor\nVerjaardag: ergens in mei", id="words"),
        pytest.param("0-0-00", "Van het koor", id="outlook-for-none"),
        pytest.param("1-1-4501", "Van het koor", id="exchange-for-none"),
        pytest.param(" - ", "Van het koor", id="a-dash"),
    ],
)
def test_a_birthday_that_cannot_be_read_stands_under_the_note(written, note):
    (card,) = tables.read(f"Naam;Verjaardag;Notitie\nSanne;{written};Van het koor\n".encode()).cards
    assert card.note == note


def test_a_broken_row_is_named_and_the_rest_goes_on():
    reading = tables.read(b'Naam,Telefoon\nAnouk,06 1\n"Bas"x,06 2\n,06 3\nRia,06 4\n"Joris')
    assert [card.name for card in reading.cards] == ["Anouk", "Ria"]
    assert [(trouble.line, trouble.reason) for trouble in reading.troubles] == [
        (3, Reason.CUT_OFF),
        (4, Reason.NO_NAME),
        (6, Reason.CUT_OFF),
    ]


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        pytest.param(b"", Refusal.EMPTY, id="empty"),
        pytest.param(b"datum,bedrag\n1-1-2026,12\n", Refusal.NOT_CONTACTS, id="another-table"),
        pytest.param(b"Naam\n", Refusal.NOT_CONTACTS, id="nobody-in-it"),
        pytest.param(b"," * 100_000, Refusal.NOT_CONTACTS, id="nothing-but-separators"),
        pytest.param(b"Naam\n" + b"Bas\n" * 10_001, Refusal.TOO_MANY, id="more-than-ten-thousand"),
    ],
)
def test_a_table_that_gives_nobody_says_why(data, refusal):
    with pytest.raises(Unreadable) as caught:
        tables.read(data)
    assert caught.value.refusal == refusal


@pytest.mark.parametrize("cell", ["=1+1", "+31 6", "-2", "@x", "\tx", "\rx", "'=1"])
def test_a_cell_that_would_run_is_text_in_a_spreadsheet(cell):
    assert tables.guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["Zoë", "'s-Hertogenbosch", "1-2", ""])
def test_any_other_cell_stays_as_it_is(cell):
    assert tables.guarded(cell) == cell
    assert tables.unguarded(cell) == cell


@given(st.text(st.sampled_from("'=+-@\t\ra")))
def test_what_was_put_in_front_comes_off_again(cell):
    assert tables.unguarded(tables.guarded(cell)) == cell


@pytest.mark.parametrize("separator", tables.SEPARATORS)
def test_a_table_of_ours_is_read_back(separator):
    rows = [["name", "kind", "phone", "note"], ['Zoë; "de", Müller', "friendship", "+31 6", "een\ntwee"]]
    octets = b"".join(tables.write(rows, separator))
    (card,) = tables.read(octets).cards
    assert card == Card(name='Zoë; "de", Müller', line=2, phone="+31 6", note="een\ntwee", words=("friendship",))
