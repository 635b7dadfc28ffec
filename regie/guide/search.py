"""Search in the guide and the help: which texts answer a query, the best first. Pure; forgives accents and typing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from operator import mul

from regie.search import ALIKE, Seeker, likeness, words_of

LOOSELY_ALIKE = 0.4  # tried when nothing is found: two letters swapped in a short word
SMALL = 3  # letters: words up to here say little, and are left out beside longer ones
NEAR_THE_BEST = 0.7  # of the best answer: what answers less is left out
MOST = 20  # results

SENTENCE = re.compile(r"(?<=[.?!])\s+|\n+")


class Group(StrEnum):
    """Where a result leads."""

    GUIDE = "guide"
    HELP = "help"


@dataclass(frozen=True)
class Entry:
    """Something that can be found: its title, its plain text, and where it stands.

    ``keywords`` are what people type for it and what it does not say itself.
    """

    group: Group
    title: str
    text: str
    url: str
    keywords: str = ""


@dataclass(frozen=True)
class Result:
    """An entry that answers, with the sentence that does so in pieces: each with whether it was sought."""

    entry: Entry
    excerpt: list[tuple[str, bool]]


def find(entries: Iterable[Entry], query: str) -> list[Result]:
    """The entries that answer ``query``, best first; what has it in its title goes before. Without a word, nothing."""
    entries, sought = list(entries), sought_in(query)
    found = best_of(entries, sought, ALIKE) or best_of(entries, sought, LOOSELY_ALIKE)
    seeker = Seeker(" ".join(sought))
    return [Result(entry, seeker.parts(excerpt(entry.text, seeker))) for entry in found]


def sought_in(query: str) -> list[str]:
    """The folded words that say what is sought: all of them only where all are small."""
    words = words_of(query)
    return [word for word in words if len(word) > SMALL] or words


def best_of(entries: list[Entry], sought: list[str], alike: float) -> list[Entry]:
    """The entries that answer best, best first. A word that few entries have weighs more than one that many have."""
    rows = [answers(sought, f"{entry.title} {entry.text} {entry.keywords}", alike) for entry in entries]
    weights = [1 / (sum(map(bool, column)) or 1) for column in zip(*rows, strict=True)]
    scores = [sum(map(mul, row, weights)) for row in rows]
    best = max(scores, default=0.0)
    found = [(score, entry) for score, entry in zip(scores, entries, strict=True) if score > 0]
    found = [(score, entry) for score, entry in found if score >= best * NEAR_THE_BEST]
    found.sort(key=lambda pair: -pair[0] - best * in_title(sought, pair[1].title, alike))
    return [entry for _, entry in found[:MOST]]


def in_title(sought: list[str], title: str, alike: float) -> float:
    """How well a title answers; a title that is nothing else goes before one that says more."""
    return sum(answers(sought, title, alike)) * (1 + 1 / len(words_of(title)))


def answers(sought: list[str], text: str, alike: float) -> list[float]:
    """For each word that is sought, how well ``text`` holds it: from ``alike`` to 1, or 0."""
    words = set(words_of(text))
    best = [max((likeness(one, word) for word in words), default=0.0) for one in sought]
    return [one if one >= alike else 0.0 for one in best]


def excerpt(text: str, seeker: Seeker) -> str:
    """The sentence with most of what is sought, the first of equals."""
    sentences = [sentence for sentence in SENTENCE.split(text) if sentence]
    return max(sentences, key=lambda sentence: sum(found for _, found in seeker.parts(sentence)), default="")
