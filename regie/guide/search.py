"""Search in the guide and the help: which texts answer a query, the best first. Pure; forgives accents and typing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from regie.search import Seeker, likeness_in

NEAR_THE_BEST = 0.7  # of the best answer: what is less like the query than this is left out
MOST = 20  # results

SENTENCE = re.compile(r"(?<=[.?!])\s+|\n+")


class Group(StrEnum):
    """Where a result leads."""

    GUIDE = "guide"
    HELP = "help"


@dataclass(frozen=True)
class Entry:
    """Something that can be found: its title, its plain text, and where it stands."""

    group: Group
    title: str
    text: str
    url: str


@dataclass(frozen=True)
class Result:
    """An entry that answers, with the sentence that does so in pieces: each with whether it was sought."""

    entry: Entry
    excerpt: list[tuple[str, bool]]


def find(entries: Iterable[Entry], query: str) -> list[Result]:
    """The entries that answer ``query``, best first; what has it in its title goes before. Without a word, nothing."""
    scored = [(likeness_in(query, f"{entry.title} {entry.text}"), entry) for entry in entries]
    best = max((score for score, _ in scored), default=0.0)
    answers = [(score, entry) for score, entry in scored if score and score >= best * NEAR_THE_BEST]
    answers.sort(key=lambda answer: -answer[0] - likeness_in(query, answer[1].title))
    seeker = Seeker(query)
    return [Result(entry, seeker.parts(excerpt(entry.text, seeker))) for _, entry in answers[:MOST]]


def excerpt(text: str, seeker: Seeker) -> str:
    """The sentence with most of what is sought, the first of equals."""
    sentences = [sentence for sentence in SENTENCE.split(text) if sentence]
    return max(sentences, key=lambda sentence: sum(found for _, found in seeker.parts(sentence)), default="")
