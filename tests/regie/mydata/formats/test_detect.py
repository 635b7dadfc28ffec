"""A file tells by its content what it is, never by its name; hostile ones get one reason, soon."""

import json
import time
import zipfile
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regie.mydata.formats import detect, regie_json
from regie.mydata.formats.card import MOST_BYTES, Card, Contact, Reading, Refusal, Unreadable
from tests.regie.mydata.formats import samples


def zipped(name: str, content: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return file.getvalue()


OURS = b"".join(regie_json.write({"account": {"language": "nl"}}, [("relations", [{"name": "Zoë"}]), ("moments", [])]))


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(samples.GOOGLE, "Zoë van der Müller", id="vcard"),
        pytest.param(samples.GOOGLE_CSV, "Zoë Müller", id="csv"),
        pytest.param(json.dumps(samples.MONICA).encode(), "Zoë Müller", id="monica"),
    ],
)
def test_people_are_found_whatever_the_format(data, name):
    assert detect.read(data).cards[0].name == name


@pytest.mark.parametrize("data", [OURS, zipped("regie.json", OURS)], ids=["json", "archive"])
def test_a_document_of_regie_is_recognised(data):
    assert detect.read(data) == detect.Document(json.loads(OURS))


def test_monica_brings_moments_and_a_rhythm():
    (zoe,) = detect.read(json.dumps(samples.MONICA).encode()).cards
    assert zoe == Card(
        name="Zoë Müller",
        line=1,
        uid="c1",
        birthday="--05-03",
        phone="06 1",
        email="zoe@example.org",
        note="Van het koor\nHoudt van thee",
        words=("familie",),
        rhythm_days=14,
        contacts=(
            Contact(date(2024, 2, 1), "called", "Lang", "k1"),
            Contact(date(2024, 3, 1), "together", "Gewandeld\nDuin", "act1"),
        ),
    )


@pytest.mark.parametrize(
    ("birthdate", "birthday", "note"),
    [
        pytest.param({"date": "1980-05-03T00:00:00Z"}, "1980-05-03", "", id="a-day"),
        pytest.param({"date": "1480-05-03"}, "", "birthdate: 1480-05-03", id="far-away"),
        pytest.param({"date": "3 mei"}, "", "birthdate: 3 mei", id="in-words"),
        pytest.param({"date": "1980-01-01", "is_age_based": True}, "", "", id="guessed-from-an-age"),
        pytest.param({"date": None}, "", "", id="none"),
    ],
)
def test_a_birthday_of_monica_that_cannot_be_read_stands_under_the_note(birthdate, birthday, note):
    contact = {"properties": {"first_name": "Zoë", "birthdate": birthdate}}
    document = {"account": {"data": [{"type": "contact", "values": [contact]}]}}
    (zoe,) = detect.read(json.dumps(document).encode()).cards
    assert (zoe.birthday, zoe.note) == (birthday, note)


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        pytest.param(b"x" * (MOST_BYTES + 1), Refusal.TOO_LARGE, id="too-large"),
        pytest.param(OURS[:-20], Refusal.CUT_OFF, id="cut-off"),
        pytest.param(b'{"a" 1}', Refusal.BROKEN, id="broken"),
        pytest.param(b'{"a": 1}', Refusal.NOT_CONTACTS, id="someone-elses-json"),
        pytest.param(OURS.replace(b'"version": 1', b'"version": 2'), Refusal.NEWER, id="newer"),
        pytest.param(OURS.replace(b'"version": 1', b'"version": "1"'), Refusal.BROKEN, id="version-in-words"),
        pytest.param(OURS.replace(b'{"name"', b'7, {"name"'), Refusal.BROKEN, id="a-record-that-is-none"),
        pytest.param(b"[" * 200_000, Refusal.BROKEN, id="nested-without-end"),
        pytest.param(b'{"a": ' + b"9" * 5_000 + b"}", Refusal.BROKEN, id="a-number-without-end"),
        pytest.param(
            b'{"format":"regie","version":1,"x":[' + b"[]," * 300_000 + b"[]]}", Refusal.BROKEN, id="brackets"
        ),
        pytest.param(b'{"format": NaN}', Refusal.BROKEN, id="not-a-number"),
        pytest.param(zipped("regie.json", b"0" * (MOST_BYTES + 1)), Refusal.TOO_LARGE, id="bomb"),
        pytest.param(zipped("other.txt", b"hallo"), Refusal.NOT_CONTACTS, id="another-archive"),
        pytest.param(zipped("regie.json", OURS)[:100], Refusal.BROKEN, id="half-an-archive"),
    ],
)
def test_a_file_that_gives_nothing_says_why(data, refusal):
    with pytest.raises(Unreadable) as caught:
        detect.read(data)
    assert caught.value.refusal == refusal


SMALL = 1_000_000


def outcome_of(data: bytes) -> Reading | detect.Document | Refusal:
    """What a file gives, or why it gives nothing: anything else is a crash."""
    try:
        return detect.read(data)
    except Unreadable as error:
        return error.refusal


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"BEGIN:VCARD\n" * (SMALL // 12), id="beginnings"),
        pytest.param(b"BEGIN:VCARD\nFN:a\n" + b"\n " * (SMALL // 2), id="folds"),
        pytest.param(b"BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:" + b"=\n" * (SMALL // 2), id="soft-breaks"),
        pytest.param(b"BEGIN:VCARD\nFN" + b';"' * (SMALL // 2) + b":x\nEND:VCARD\n", id="quotes"),
        pytest.param(b"BEGIN:VCARD\nFN" + b";a" * (SMALL // 2) + b":x\nEND:VCARD\n", id="parameters"),
        pytest.param(b"BEGIN:VCARD\nN:" + b"\\;" * 90_000 + b"\nEND:VCARD\n", id="escapes"),
        pytest.param(b"BEGIN:VCARD\nCATEGORIES:" + b"," * 190_000 + b"\nEND:VCARD\n", id="commas"),
        pytest.param(b"BEGIN:VCARD\n" + b"TEL:1\n" * (SMALL // 6), id="numbers"),
        pytest.param(b'Naam\n"' + b'""' * (SMALL // 2), id="csv-quotes"),
        pytest.param(b"Naam," * (SMALL // 5), id="csv-columns"),
        pytest.param(b'{"account": {"data": [' + b"[]," * (SMALL // 3) + b"[]]}}", id="monica-of-nothing"),
    ],
)
def test_a_hostile_file_ends_soon_and_without_a_crash(data):
    began = time.process_time()
    assert isinstance(outcome_of(data), Reading | Refusal)
    assert time.process_time() - began < 5


@given(st.binary(max_size=600))
def test_no_bytes_make_it_crash(data):
    for start in (b"", b"BEGIN:VCARD\n", b"Naam,Telefoon\n", b"{", b"PK\x03\x04"):
        assert isinstance(outcome_of(start + data), Reading | detect.Document | Refusal)


@given(
    st.lists(
        st.sampled_from(
            [
                "BEGIN:VCARD",
                "END:VCARD",
                "FN:Zoë",
                "N:;;;",
                "TEL;PREF=1:=",
                "AGENT:",
                "NOTE;QUOTED-PRINTABLE:=",
                " ",
                "=4",
                "BDAY:--0230",
                ";:",
                '"',
                "PHOTO;BASE64:",
                "NOTE;BASE64:é=",
                "UID:\\",
                "\x00",
                "CATEGORIES:,,",
                "ORG:;",
            ]
        )
    )
)
def test_no_order_of_lines_makes_it_crash(lines):
    outcome = outcome_of("\n".join(["BEGIN:VCARD", *lines]).encode())
    assert isinstance(outcome, Refusal) or all(card.name for card in outcome.cards)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["data", "type", "values", "properties", "uuid", "first_name", "birthdate", "date"]), inner
        )
    ),
    max_leaves=30,
)


@given(json_values, json_values)
def test_no_document_makes_it_crash(data, instance):
    document = {"account": {"data": [{"type": "contact", "values": data}, data], "instance": instance}}
    assert isinstance(outcome_of(json.dumps(document).encode()), Reading | Refusal)
