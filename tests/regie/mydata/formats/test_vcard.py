"""Cards from anywhere are read; what is broken is named and the rest goes on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regie.mydata.formats import vcard
from regie.mydata.formats.card import Card, Reason, Refusal, Trouble, Unreadable
from tests.regie.mydata.formats import samples


def card_in(data: bytes) -> Card:
    """The one card in ``data``."""
    (card,) = vcard.read(data).cards
    return card


def with_lines(*lines: str) -> bytes:
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""]).encode()


def test_google_gives_people_and_organisations():
    zoe, bakker = vcard.read(samples.GOOGLE).cards
    assert zoe == Card(
        name="Zoë van der Müller",
        line=1,
        birthday="1980-05-03",
        phone="+31 6 12345678",
        email="zoe@example.org",
        note="Kent Mam van het koor, en van\nvroeger\n020 1234567",
        words=("myContacts", "Family"),
    )
    assert (bakker.name, bakker.is_organisation, bakker.line) == ("Bakker Bart", True, 14)


def test_apple_leaves_the_year_out_and_the_photo_goes_by():
    card = card_in(samples.APPLE)
    assert (card.name, card.birthday, card.phone) == ("Anouk Bakker", "--02-29", "06-11223344")
    assert card.uid == "7A1B2C3D-0000-4000-8000-000000000001:ABPerson"


def test_outlook_names_its_encoding_and_writes_quoted_printable():
    card = card_in(samples.OUTLOOK_21)
    assert (card.name, card.note) == ("Björn Jørgensen", "Café op zaterdag\nom tien uur")
    assert card.email == "bjorn@example.org"


def test_android_breaks_a_line_inside_a_name():
    assert card_in(samples.ANDROID).name == "Zoë Müller"


def test_nextcloud_writes_four_point_nought():
    card = card_in(samples.NEXTCLOUD)
    assert (card.uid, card.birthday, card.phone) == ("3b241101-e2bb-4255-8caf-4136c566a962", "--05-03", "+31611112222")
    assert (card.note, card.words) == ("Zingt alt; houdt van thee", ("Koor", "Vrienden"))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"]
)
def test_any_usual_encoding_keeps_the_accents(encoding):
    assert card_in(with_lines("FN:Zoë Müller").decode().encode(encoding)).name == "Zoë Müller"


@pytest.mark.parametrize("ending", ["\r\n", "\n", "\r"])
def test_any_line_ending_will_do(ending):
    assert card_in(with_lines("FN:Zoë", "TEL:06").replace(b"\r\n", ending.encode())).phone == "06"


def test_a_line_folded_inside_a_character_is_whole_again():
    octets = with_lines("FN:Zoë Müller")
    cut = octets.index("ü".encode()) + 1
    assert card_in(octets[:cut] + b"\r\n " + octets[cut:]).name == "Zoë Müller"


def test_without_a_full_name_the_parts_make_one():
    assert card_in(with_lines("N:van der Müller;Zoë;Maria;;")).name == "Zoë Maria van der Müller"


def test_the_preferred_number_comes_first_and_none_is_lost():
    card = card_in(with_lines("FN:Zoë", "TEL:1", "TEL;TYPE=CELL:2", "TEL;TYPE=WORK,PREF:3"))
    assert (card.phone, card.note) == ("3", "2\n1")


def test_a_card_inside_a_card_goes_by():
    octets = with_lines("FN:Zoë", "AGENT:", "BEGIN:VCARD", "FN:Secretaris", "TEL:9", "END:VCARD", "TEL:1")
    card = card_in(octets)
    assert (card.name, card.phone) == ("Zoë", "1")


def test_a_broken_card_is_named_and_the_rest_goes_on():
    reading = vcard.read(
        with_lines("FN:Anouk")
        + with_lines("TEL:06 1")
        + b"BEGIN:VCARD\r\nFN:Bas\r\n"
        + with_lines("FN:" + "x" * 201)
        + with_lines("FN:Ria")
    )
    assert [card.name for card in reading.cards] == ["Anouk", "Ria"]
    assert reading.troubles == (
        Trouble(5, Reason.NO_NAME),
        Trouble(9, Reason.CUT_OFF, "Bas"),
        Trouble(11, Reason.TOO_LONG, "x" * 200),
    )


def test_a_card_with_a_thousand_and_more_lines_is_too_much():
    reading = vcard.read(with_lines("FN:Zoë", *["TEL:1"] * 1_001) + with_lines("FN:Ria"))
    assert (reading.troubles[0].reason, len(reading.cards)) == (Reason.TOO_MUCH, 1)


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        pytest.param(b"", Refusal.EMPTY, id="empty"),
        pytest.param(b" \r\n\t ", Refusal.EMPTY, id="white-space"),
        pytest.param(bytes(range(256)) * 10, Refusal.NOT_TEXT, id="not-text"),
        pytest.param(b"hallo daar", Refusal.NOT_CONTACTS, id="no-card"),
        pytest.param(b"BEGIN:VCARD\r\nFN:Bas\r\nTEL:0", Refusal.CUT_OFF, id="cut-off"),
        pytest.param(with_lines("FN:Bas") * 10_001, Refusal.TOO_MANY, id="more-than-ten-thousand"),
    ],
)
def test_a_file_that_gives_nobody_says_why(data, refusal):
    with pytest.raises(Unreadable) as caught:
        vcard.read(data)
    assert caught.value.refusal == refusal


@pytest.mark.parametrize(
    ("written", "birthday"),
    [
        pytest.param("19800503", "1980-05-03", id="basic"),
        pytest.param("1980-05-03T00:00:00Z", "1980-05-03", id="with-a-time"),
        pytest.param("--0229", "--02-29", id="leap-day-without-a-year"),
        pytest.param("1979-02-29", "", id="a-day-that-was-not"),
        pytest.param("1980-13-01", "", id="thirteenth-month"),
        pytest.param("0001-01-01", "", id="far-away"),
        pytest.param("vroeger", "", id="words"),
    ],
)
def test_a_birthday_is_a_day_that_exists_or_text_under_the_note(written, birthday):
    card = card_in(with_lines("FN:Zoë", f"BDAY:{written}", "NOTE:Van het koor"))
    assert (card.birthday, card.note) == (birthday, "Van het koor" if birthday else f"Van het koor\nBDAY: {written}")


def test_control_characters_go_and_signs_of_all_scripts_stay():
    card = card_in(with_lines("FN:Z\x00oë\x07 🌷 \u202eليلى"))
    assert card.name == "Zoë 🌷 \u202eليلى"


def test_a_name_of_invisible_signs_is_no_name():
    reading = vcard.read(with_lines("FN:\u200b\u200b"))
    assert reading.troubles == (Trouble(1, Reason.NO_NAME, "\u200b\u200b"),)


@given(
    st.builds(
        Card,
        name=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=50)
        .map(str.strip)
        .filter(str.isalnum),
        line=st.just(1),
        uid=st.uuids().map(str),
        birthday=st.sampled_from(["", "1980-05-03", "--02-29"]),
        phone=st.sampled_from(["", "+31 6 1"]),
        email=st.sampled_from(["", "a,b@example.org"]),
        note=st.text(st.sampled_from('ab;,\\\nnN:"é🌷'), max_size=300).map(str.strip),
        words=st.sampled_from([(), ("a b", "c")]),
        is_organisation=st.booleans(),
    )
)
def test_what_is_written_is_read_back(card):
    normal = Card(**{**card.__dict__, "name": vcard.one_line(card.name)})
    assert card_in(vcard.write(normal)) == normal


def test_a_written_card_keeps_the_rules_of_lines():
    octets = vcard.write(Card(name="Zoë", uid="1", note="ü" * 300))
    assert octets.endswith(b"END:VCARD\r\n")
    assert max(len(line) for line in octets.split(b"\r\n")) <= 75
