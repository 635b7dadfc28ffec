"""What goes out comes back the same: an export, taken over into an empty account, gives the same export."""

import json
import zipfile
from datetime import UTC, datetime
from io import BytesIO

import pytest
from django.apps import apps

from assessment.openness import Standing
from assessment.standing import kept_standing
from regie.mydata import exports, imports, previews
from regie.mydata.documents import NEVER
from regie.mydata.formats import detect
from regie.mydata.records import LEFT_OUT, TABLES
from relations.models import Relation
from tests.factories import TODAY, a_relation
from tests.regie.mydata.circle import a_full_circle, an_owner

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
TIMES = {"created_at"}  # when a row was written is not content
OF_THE_ACCOUNT = NEVER | {"account"}

pytestmark = pytest.mark.django_db


def archive_of(user, standing=None):
    """Each file of an export, by name."""
    octets = b"".join(exports.archive(user, standing or kept_standing(user), NOW))
    with zipfile.ZipFile(BytesIO(octets)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def document_of(user):
    return json.loads(archive_of(user)["regie.json"])


def content_of(user):
    """What was written down: the document without the account itself and without times."""
    document = document_of(user)
    return {
        name: [{key: value for key, value in row.items() if key not in TIMES} for row in rows]
        for name, rows in document.items()
        if isinstance(rows, list) and name not in OF_THE_ACCOUNT
    }


def take_over(user, data: bytes):
    """Import ``data`` as proposed."""
    row = previews.wait(user, detect.read(data), now=NOW)
    return imports.take(user, row.key, today=TODAY, now=NOW)


@pytest.fixture
def full():
    """Someone who keeps everything that can be kept."""
    user = an_owner()
    a_full_circle(user)
    return user


def test_an_export_into_an_empty_account_gives_the_same_export(full):
    other = an_owner("bas")
    take_over(other, archive_of(full)["regie.json"])
    assert content_of(other) == content_of(full)


def test_the_archive_itself_can_be_taken_over(full):
    other = an_owner("bas")
    take_over(other, b"".join(exports.archive(full, Standing(), NOW)))
    assert content_of(other)["relations"] == content_of(full)["relations"]


def test_taking_over_ones_own_export_makes_nothing_double(full):
    before = content_of(full)
    done = take_over(full, archive_of(full)["regie.json"])
    assert content_of(full) == before
    assert done.taken == 0


def test_everything_that_has_an_owner_is_exported_or_says_why_not():
    """A new model with an owner: add a Table for it to regie.mydata.records, or its reason to LEFT_OUT."""
    owned = {model._meta.label for model in apps.get_models() if any(f.name == "owner" for f in model._meta.fields)}
    assert owned == {table.model._meta.label for table in TABLES} | set(LEFT_OUT)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_full_circle_has_something_in_every_table(full, table):
    assert document_of(full)[table.name]


def test_consents_and_the_calendar_address_are_never_taken_over(full):
    other = an_owner("bas", outcomes=False)
    take_over(other, archive_of(full)["regie.json"])
    assert [one.scope for one in other.consents.all()] == ["notes"]
    assert not hasattr(other, "calendar_feed")


def test_who_was_left_out_brings_no_moments(full):
    other = an_owner("bas")
    row = previews.wait(other, detect.read(archive_of(full)["regie.json"]), now=NOW)
    previews.choose_for_all(other, row.key, previews.SKIP)
    imports.take(other, row.key, today=TODAY, now=NOW)
    assert (content_of(other)["relations"], content_of(other)["moments"]) == ([], [])


def test_another_persons_rows_stay_at_home(full):
    other = an_owner("bas")
    a_relation(other, "Alleen van Bas")
    assert "Alleen van Bas" not in str(archive_of(full))
    assert Relation.objects.of(other).count() == 1
