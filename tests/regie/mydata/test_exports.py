"""An export is whole, readable by others, safe in a spreadsheet, and quiet where a tip is off."""

import csv
from io import StringIO

import icalendar
import pytest

from assessment.openness import Openness, Standing, tip_openness
from assessment.safeguard import Flag, Level
from regie.guide.library import tips
from regie.mydata import archive, exports
from regie.mydata.formats import vcard
from regie.mydata.records import TABLES
from relations.forms.tip_helpers import RUNGS
from relations.models import Intention, Pause, TwoReadings
from tests.factories import TODAY
from tests.regie.mydata.circle import a_full_circle, an_owner
from tests.regie.mydata.test_round_trip import NOW, archive_of

pytestmark = pytest.mark.django_db
UNSAFE = Standing(level=Level.TALK_TODAY, flags=frozenset({Flag.UNSAFE}))


@pytest.fixture
def full():
    user = an_owner()
    a_full_circle(user)
    return user


def rows_of(octets: bytes, delimiter=";"):
    return list(csv.DictReader(StringIO(octets.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_the_archive_holds_what_each_reader_needs(full):
    names = list(archive_of(full))
    assert names[:7] == [
        "LEES MIJ.txt",
        "Regie om te lezen.html",
        "regie.css",
        "regie.json",
        "regie-json.md",
        "mensen.vcf",
        "agenda.ics",
    ]
    assert "csv/relations.csv" in names


def test_the_document_is_described_field_by_field(full):
    described = archive_of(full)["regie-json.md"].decode()
    for table in TABLES:
        (row,) = [line for line in described.splitlines() if line.startswith(f"| `{table.name}` |")]
        assert {field.name for field in table.fields} <= set(row.replace("`", " ").split()), table.name


def test_it_says_that_others_may_read_it(full):
    assert "Wie deze bestanden opent, kan het lezen." in archive_of(full)["LEES MIJ.txt"].decode()


def test_no_cell_of_a_table_is_a_formula(full):
    mam = rows_of(archive_of(full)["csv/relations.csv"])[0]
    assert (mam["note"], mam["phone"], mam["birthday"]) == ("'=1+1\nregel twee 🌷", "'+31 6 1", "'--02-29")


def test_a_table_of_moments_names_who_was_there(full):
    call, choir = rows_of(archive_of(full)["csv/moments.csv"])
    assert (call["who"], choir["who"]) == ("Sanne, Mam; \\ 'zegt', ja", "Koor")


def test_english_spreadsheets_get_commas(full):
    full.language = "en"
    assert rows_of(archive_of(full)["csv/pauses.csv"], ",")[0]["starts_on"] == "2026-07-01"


def test_everyone_is_a_card_that_reads_back(full):
    cards = vcard.read(archive_of(full)["mensen.vcf"]).cards
    assert [card.name for card in cards] == ["Mam; \\ 'zegt', ja", "Sanne", "Koor"]
    assert (cards[1].birthday, cards[1].email) == ("1980-05-03", "sanne@example.org")


def test_the_calendar_is_read_by_others(full):
    calendar = icalendar.Calendar.from_ical(archive_of(full)["agenda.ics"])
    titles = [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")]
    assert "Verjaardag: Sanne" in titles
    assert len(titles) == 3  # two moments and a birthday; who is marked unsafe has none


def test_the_readable_page_tells_everything_and_runs_nothing(full):
    page = archive_of(full)["Regie om te lezen.html"].decode()
    for text in ("Mam; \\ &#x27;zegt&#x27;, ja", "Lang gebeld", "Mijn zin", "Ze zweeg", "Bij Sanne", "regel twee 🌷"):
        assert text in page
    assert "<script" not in page


def test_a_wish_reads_in_the_words_in_which_it_was_made(full):
    page = archive_of(full)["Regie om te lezen.html"].decode()
    assert '<dt>Naasten</dt><dd dir="auto">veel</dd>' in page
    assert "%</dd>" not in page


def test_who_was_removed_is_named_nowhere_in_the_page_to_read(full):
    gone = full.relations.get(name="Weg")
    Intention.objects.create(owner=full, step="Bellen", relation=gone)
    TwoReadings.objects.create(owner=full, happened="Iets", relation=gone, written_on=TODAY)
    Pause.objects.create(owner=full, relation=gone, starts_on=TODAY)
    page = archive_of(full)["Regie om te lezen.html"].decode()
    assert "Iets" in page
    assert "Weg<" not in page


def intimate_tip():
    """A tip that is not rendered with UNSAFE."""
    return next(tip for tip in tips.values() if tip_openness(tip, UNSAFE) is Openness.OFF)


def test_with_unsafe_no_text_of_an_intimate_tip_is_exported(full):
    tip = intimate_tip()
    Intention.objects.create(owner=full, tip=tip.id, step=tip.step.nl, words="Dit zeg ik zelf", planned_on=TODAY)
    everything = str({name: octets.decode() for name, octets in archive_of(full, UNSAFE).items()})
    assert tip.id in everything
    assert "Dit zeg ik zelf" in everything
    assert tip.step.nl not in everything
    assert tip.title.nl not in everything


def test_with_unsafe_no_rung_of_the_ladder_is_exported(full):
    rung = str(next(iter(RUNGS.values())))
    Intention.objects.create(owner=full, tip=intimate_tip().id, step="Eigen stap", words=rung)
    assert rung in str({name: octets.decode() for name, octets in archive_of(full, Standing()).items()})
    unsafe = str({name: octets.decode() for name, octets in archive_of(full, UNSAFE).items()})
    assert rung not in unsafe
    assert "Eigen stap" in unsafe


def test_without_unsafe_the_tip_stands_with_the_intention(full):
    tip = intimate_tip()
    Intention.objects.create(owner=full, tip=tip.id, step=tip.step.nl)
    assert tip.title.nl in archive_of(full, Standing())["Regie om te lezen.html"].decode()


def test_an_archive_is_handed_on_piece_by_piece():
    taken = []

    def content():
        for number in range(2_000):
            taken.append(number)
            yield bytes(f"{number * 7919**3:064x}", "ascii")

    stream = archive.zipped([("a.txt", content())], NOW)
    while len(next(stream)) == 0:
        pass
    assert len(taken) < 2_000  # the first piece goes before the last one is made


def test_the_number_of_queries_does_not_grow_with_the_circle(full, django_assert_max_num_queries):
    with django_assert_max_num_queries(90):
        list(exports.archive(full, Standing(), NOW))
