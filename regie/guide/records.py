"""What the guide is made of, as its content files hold it. ``library`` reads and joins them."""

from dataclasses import dataclass, replace
from datetime import date
from math import ceil

from django.utils.translation import pgettext_lazy

from assessment.safeguard import Flag, Level
from regie.content import Words
from relations.kinds import Kind

WORDS_A_MINUTE = 180  # calm reading
CERTAINTY = {
    1: pgettext_lazy("certainty of a claim", "Uncertain"),
    2: pgettext_lazy("certainty of a claim", "Fairly sure"),
    3: pgettext_lazy("certainty of a claim", "Quite sure"),
}


@dataclass(frozen=True)
class Source:
    """One study or text: what was found, what we say, what later work says, and what the article makes of it."""

    id: str
    published: str
    checked_on: date
    name: Words
    found: Words
    we_say: Words
    title: str = ""
    language: str = "en"
    doi: str = ""
    url: str = ""
    later: Words | None = None
    in_article: Words | None = None
    is_worded_differently: bool = False
    closed_from: Level | None = None
    closed_with: frozenset[Flag] = frozenset()
    number: int = 0

    @property
    def anchor(self) -> str:
        return f"source-{self.id}"

    @property
    def title_end(self) -> str:
        """The full stop behind the title; none where it ends by itself."""
        return "" if self.title.endswith(("?", "!")) else "."

    @property
    def address(self) -> str:
        """Where to read it, or nothing."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url


@dataclass(frozen=True)
class Claim:
    """A fact with its source and how sure it is: 1 to 3, or 0 where it is no claim of ours."""

    source: str
    text: Words | None = None
    certainty: int = 0
    reason: Words | None = None
    record: Source | None = None

    @property
    def certainty_words(self) -> str:
        """How sure, and why: "Fairly sure: a small study"."""
        return f"{CERTAINTY[self.certainty]}: {self.reason}"

    @property
    def words(self) -> Words:
        """Its own text, else what its record says."""
        return self.text or self.record.we_say

    @property
    def anchor(self) -> str:
        return f"claim-{self.source}"


@dataclass(frozen=True)
class Reading:
    """How a tip reads where help comes first."""

    title: Words
    text: Words
    step: Words
    caution: Words


@dataclass(frozen=True)
class Tip:
    """A tip of one of the kinds, or (without a kind) one of the four steps out of the circle."""

    id: str
    title: Words
    text: Words
    step: Words
    caution: Words
    kind: Kind | None = None
    sources: tuple[str, ...] = ()
    is_advice: bool = False
    is_giving: bool = False
    needs_friend: bool = False
    becomes_intention: bool = True
    closed_with: frozenset[Flag] = frozenset()
    caution_only_with: frozenset[Flag] = frozenset()
    help_first: Reading | None = None
    records: tuple[Source, ...] = ()

    @property
    def anchor(self) -> str:
        return f"tip-{self.id}"

    def where_help_comes_first(self) -> "Tip":
        """The same tip in the words for someone at level 2 or higher."""
        return replace(self, **vars(self.help_first)) if self.help_first else self


@dataclass(frozen=True)
class KindPage:
    """The page of one kind of relationship."""

    id: str
    kind: Kind
    tips: tuple[str, ...]
    title: Words
    lead: Words
    card: Words
    mark: Words
    tips_intro: Words
    claims: tuple[Claim, ...]
    tips_in_order: tuple[Tip, ...] = ()

    @property
    def url_name(self) -> str:
        return f"guide:{self.kind.value}"

    @property
    def minutes(self) -> int:
        """How long it takes to read in the active language, in whole minutes, rounded up."""
        texts = [self.lead, self.mark, self.tips_intro, *(claim.words for claim in self.claims)]
        texts += [text for tip in self.tips_in_order for text in (tip.title, tip.text, tip.step, tip.caution)]
        return ceil(sum(len(text.plain.split()) for text in texts) / WORDS_A_MINUTE)


@dataclass(frozen=True)
class Section:
    """A part of a reading page under its own heading."""

    id: str
    title: Words
    text: Words | None = None
    claims: tuple[Claim, ...] = ()
    closed_with: frozenset[Flag] = frozenset()


@dataclass(frozen=True)
class Page:
    """A reading page."""

    id: str
    title: Words
    description: Words
    lead: Words
    sections: tuple[Section, ...]
    steps: tuple[str, ...] = ()

    @property
    def by_id(self) -> dict[str, Section]:
        return {section.id: section for section in self.sections}


@dataclass(frozen=True)
class SourceList:
    """The file of all sources."""

    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Place:
    """Where a source is used: the page and the spot on it."""

    title: Words
    url_name: str
    anchor: str
    tip: Tip | None = None


@dataclass(frozen=True)
class Keywords:
    """What people type for a thing that does not say it in those words."""

    of: str
    words: Words


@dataclass(frozen=True)
class KeywordList:
    """The file of all keywords."""

    keywords: tuple[Keywords, ...]
