"""Search that forgives accents and typing errors. Pure Python: the same on every database."""

import re
import unicodedata
from functools import lru_cache

ALIKE = 0.55  # the share of a word's trigrams from which it counts as found
SHORT = 2  # letters: words up to here are found only by how a word begins

WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """``text`` without accents, marks and capitals."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold()


def words_of(text: str) -> list[str]:
    """The folded words of ``text``."""
    return WORD.findall(fold(text))


@lru_cache(maxsize=50_000)
def trigrams(word: str) -> frozenset[str]:
    """Each run of three signs in ``word``, with room before it and after it."""
    padded = f"  {word} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))


def likeness(sought: str, word: str) -> float:
    """How much of ``sought`` is found in ``word``, 0 to 1; both folded. A beginning is found whole."""
    if word.startswith(sought):
        return 1.0
    if len(sought) <= SHORT:
        return 0.0
    wanted = trigrams(sought)
    return len(wanted & trigrams(word)) / len(wanted)


class Seeker:
    """One query against many texts; it remembers each word that it has met."""

    def __init__(self, query: str):
        self.sought = words_of(query)
        self.met: dict[str, frozenset[int]] = {}

    def __bool__(self) -> bool:
        return bool(self.sought)

    def found_by(self, word: str) -> frozenset[int]:
        """The places in the query of the words that ``word`` answers."""
        if word not in self.met:
            self.met[word] = frozenset(place for place, one in enumerate(self.sought) if likeness(one, word) >= ALIKE)
        return self.met[word]

    def finds(self, text: str) -> bool:
        """Whether ``text`` holds a word for each word of the query."""
        answered: set[int] = set()
        for word in words_of(text):
            answered |= self.found_by(word)
        return bool(self.sought) and len(answered) == len(self.sought)

    def parts(self, text: str) -> list[tuple[str, bool]]:
        """``text`` in pieces, each with whether it is what was found. Together they are ``text``."""
        parts, end = [], 0
        for match in WORD.finditer(text):
            if self.found_by(fold(match.group())):
                parts += [(text[end : match.start()], False), (match.group(), True)]
                end = match.end()
        return [part for part in [*parts, (text[end:], False)] if part[0]]
