"""Plain words: short sentences, and no word of facts 8.3 about a person. Every public reading page is walked."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from tests.walks.reading import length, sentences_of

NAMES = [
    "home",
    "guide:index",
    "guide:intimate",
    "guide:friendship",
    "guide:community",
    "guide:circle",
    "guide:lasting",
    "guide:sources",
    "about",
    "privacy",
    "accessibility",
    "help:netherlands",
    "help:flanders",
    "help:english",
    "help:stored_flanders",
    "help:letter",
]
MEAN, LONGEST = 12, 25  # words in a sentence; citations are apart

FORBIDDEN = {
    "nl": (
        "eenzame, eenzaam persoon, slachtoffer, patiënt, cliënt, lijder, asociaal, sociaal onhandig, zielig, "
        "kluizenaar, zorgwekkend, risicogroep, gestoord, probleemgeval, chronisch eenzaam, score, diagnose, "
        "zelfmoord plegen"
    ),
    "en": (
        "the lonely, sufferer, victim, at-risk, commit suicide, score, diagnosis, socially awkward, "
        "patient, client, loner"
    ),
}
# Exact sentences and names in which such a word says something else than who a person is.
ALLOWED = [
    "geen diagnose",
    "no diagnosis",
    "‘eenzame brein’",
    "the ‘lonely brain’",
    "Slachtofferhulp",
    "Centrum Seksueel Geweld",
]
LANGUAGES = ["nl", "en"]
TEXT = {".py", ".html", ".toml", ".po", ".css", ".js", ".txt", ".svg", ".md"}


def page(name, language):
    with override(language):
        return Client().get(reverse(name)).content.decode()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short(name, language):
    sentences = sentences_of(page(name, language))
    lengths = [length(sentence) for sentence in sentences]

    assert [sentence for sentence in sentences if length(sentence) > LONGEST] == []
    assert sum(lengths) / len(lengths) <= MEAN


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_that_labels_a_person(name, language):
    text = page(name, language)
    for allowed in ALLOWED:
        text = text.replace(allowed, "")
    words = FORBIDDEN[language].split(", ")

    assert [word for word in words if re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)] == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_shouted(name, language):
    assert [sentence for sentence in sentences_of(page(name, language)) if "!" in sentence] == []


def test_the_reader_sees_what_it_should():
    html = (
        "<main><p>Een zin. En nog een <b>langere</b> zin!</p><li>Los</li><p>Wie<sup>[1]</sup>?</p></main><p>Niet.</p>"
    )

    assert sentences_of(html) == ["Een zin.", "En nog een langere zin!", "Wie?"]


def test_one_word_appears_nowhere_in_the_product():
    word = re.compile(r"\bcr" + r"m\b", re.IGNORECASE)
    folders = ("regie", "relations", "assessment", "templates", "static")
    files = [path for folder in folders for path in (settings.ROOT / folder).rglob("*") if path.suffix in TEXT]
    files += settings.ROOT.glob("*.md")

    assert len(files) > 200
    assert [path.name for path in files if word.search(path.read_text(encoding="utf-8"))] == []
