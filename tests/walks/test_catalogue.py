"""Every visible string has its Dutch, and the compiled catalogue says the same as its source."""

from pathlib import Path

import polib
from django.conf import settings

FOLDER = Path(settings.LOCALE_PATHS[0]) / "nl" / "LC_MESSAGES"


def meanings(entries):
    """What a catalogue says: (context, English, plural) -> Dutch."""
    return {
        (entry.msgctxt, entry.msgid, entry.msgid_plural): entry.msgstr_plural or entry.msgstr
        for entry in entries
        if entry.msgid
    }


def test_nothing_is_missing_or_fuzzy():
    source = polib.pofile(FOLDER / "django.po")
    assert [entry.msgid for entry in source.untranslated_entries() + source.fuzzy_entries()] == []


def test_the_compiled_catalogue_is_its_source():
    assert meanings(polib.mofile(FOLDER / "django.mo")) == meanings(polib.pofile(FOLDER / "django.po"))
