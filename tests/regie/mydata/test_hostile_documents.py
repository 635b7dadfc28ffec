"""No document of Regie, whatever stands in it, breaks an import or the pages after it."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from regie.mydata import imports, previews
from regie.mydata.documents import TAKEN
from regie.mydata.formats import detect
from relations.models import Relation
from tests.factories import TODAY
from tests.regie.mydata.circle import NOW, an_owner

KEYS = st.sampled_from(["a", "b", "c", "00000000-0000-0000-0000-000000000001"])
WORDS = [
    "intimate", "friendship", "person", "active", "called", "open", "done", "2026-01-01", "2026-02-30", "first", "1",
    "", "nl", "notes", "heavier", "x" * 300, "Zoë", "\x00", "2026-01-01T10:00:00Z", "2026-1",
]  # fmt: skip
PLAIN = st.none() | st.booleans() | st.integers(-5, 400) | st.just(10**30) | st.sampled_from(WORDS) | KEYS
VALUES = PLAIN | st.lists(PLAIN, max_size=3) | st.dictionaries(st.sampled_from(["level", "flags", "mood"]), PLAIN)


def records_of(table):
    """Records that look like those of ``table``: sound often enough to be taken."""
    sound = {"name": st.just("Ria"), "kind": st.just("friendship"), "added_on": st.just("2026-01-01"),
             "happened_on": st.just("2026-01-01"), "manner": st.just("called"), "step": st.just("Bellen"),
             "written_on": st.just("2026-01-01"), "starts_on": st.just("2026-01-01"), "way": st.just(1),
             "planned_on": st.just("2026-01-01"), "relations": st.lists(KEYS, max_size=3), "id": KEYS}  # fmt: skip
    names = [one.name for one in table.fields]
    needed = {name: strategy | VALUES for name, strategy in sound.items() if name in (*names, "id", "relations")}
    others = {name: VALUES for name in names if name not in needed}
    return st.lists(st.fixed_dictionaries(needed, optional=others), max_size=4)


DOCUMENTS = st.fixed_dictionaries({table.name: records_of(table) for table in TAKEN})


@pytest.mark.django_db
class TestHostileDocuments(TestCase):
    """One import for each document, each in an account of its own."""

    @settings(max_examples=60)
    @given(DOCUMENTS)
    def test_what_is_sound_is_taken_and_the_rest_is_named(self, lists):
        owner = an_owner()
        data = json.dumps({"format": "regie", "version": 1, **lists}).encode()
        row = previews.wait(owner, detect.read(data), now=NOW)
        preview = previews.opened(row)
        imports.take(owner, row.key, today=TODAY, now=NOW)
        assert len(preview.cards) + len(preview.troubles) >= len(lists["relations"])
        assert Relation.objects.of(owner).count() <= len(preview.cards)
