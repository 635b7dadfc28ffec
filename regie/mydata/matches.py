"""Who in a file is likely someone who is known already, and which kind fits a card. Pure."""

import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from regie.mydata.formats.card import Card
from regie.search import fold
from relations.kinds import Kind

NAMESPACE = uuid.UUID("5d2c1c0e-3a44-4f0c-9a53-5f6e0a1b7c11")  # makes a key out of an identifier that is none

# Words in a name, a label or a job that say which kind somebody is; the first kind that has one wins.
WORDS = {
    Kind.INTIMATE: "mam mama mamma ma moeder mum mom mother pap papa pappa pa vader dad father oma opa grandma grandpa "
    "oom tante nicht neef zus zusje broer broertje sister brother uncle aunt family familie gezin partner "
    "schat naasten intimate dochter zoon daughter son",
    Kind.COMMUNITY: "huisarts tandarts arts dokter kapper bakker slager apotheek school garage gemeente buurvrouw "
    "buurman buren buurt neighbour neighbor neighbours doctor dentist hairdresser bakery pharmacy gp "
    "fysiotherapeut fysio vereniging club koor choir community werk work collega colleague collegas "
    "colleagues kinderopvang sportschool gym",
    Kind.FRIENDSHIP: "vriend vriendin vrienden vriendinnen friend friends friendship",
}
KIND_OF = {word: kind for kind, words in WORDS.items() for word in words.split()}


@dataclass(frozen=True)
class Known:
    """Someone whom a card may be: in the circle already (``pk``), or earlier in the same file (``place``)."""

    name: str
    email: str = ""
    phone: str = ""
    key: uuid.UUID | None = None
    pk: int | None = None
    place: int | None = None
    kind: str = ""
    is_removed: bool = False


@dataclass(frozen=True)
class Match:
    """The known one, and whether it is certain (same identifier, or same address and name) or only likely."""

    known: Known
    is_certain: bool


def key_from(identifier: str) -> uuid.UUID | None:
    """The key of what a file calls ``identifier``: itself when it is a UUID, else one made of it; None for nothing."""
    if not identifier:
        return None
    try:
        return uuid.UUID(identifier)
    except ValueError:
        return uuid.uuid5(NAMESPACE, identifier)


def folded(text: str) -> str:
    """``text`` without marks, capitals and needless space."""
    return " ".join(fold(text).split())


def digits(phone: str) -> str:
    """The last nine digits of a number: the same with and without the country in front."""
    return re.sub(r"\D", "", phone)[-9:] if len(re.sub(r"\D", "", phone)) >= 9 else ""


class Circle:
    """All who are known, findable by what identifies them."""

    def __init__(self, known: Iterable[Known] = ()):
        self.by_key: dict[uuid.UUID, Known] = {}
        self.certain: dict[tuple[str, str], Known] = {}
        self.likely: dict[tuple[str, str], Known] = {}
        for one in known:
            self.add(one)

    def add(self, one: Known) -> None:
        """Make ``one`` findable. Who came first stays."""
        if one.key:
            self.by_key.setdefault(one.key, one)
        if one.is_removed:
            return  # found by its identifier only
        if one.email:
            self.certain.setdefault((folded(one.email), folded(one.name)), one)
        for mark in _marks(one.name, one.email, one.phone, is_in_file=one.place is not None):
            self.likely.setdefault(mark, one)

    def match(self, card: Card) -> Match | None:
        """The one that ``card`` is, or is likely to be."""
        key = key_from(card.uid)
        found = self.by_key.get(key) if key else None
        if found is None and card.email:
            found = self.certain.get((folded(card.email), folded(card.name)))
        if found:
            return Match(found, is_certain=True)
        marks = _marks(card.name, card.email, card.phone, is_in_file=False)
        likely = next((self.likely[mark] for mark in marks if mark in self.likely), None)
        return Match(likely, is_certain=False) if likely else None


def _marks(name: str, email: str, phone: str, *, is_in_file: bool) -> list[tuple[str, str]]:
    """By what one is likely to be recognised. Two of one name in one file may well be two people."""
    marks = [] if is_in_file else [("name", folded(name))]
    marks += [("email", folded(email))] if email else []
    return marks + ([("phone", digits(phone))] if digits(phone) else [])


def matches_of(cards: Iterable[Card], known: Iterable[Known]) -> list[Match | None]:
    """For each card who it is likely to be: in the circle, or else earlier in the file."""
    circle, found = Circle(known), []
    for place, card in enumerate(cards):
        match = circle.match(card)
        found.append(match)
        if match is None:
            circle.add(Known(card.name, card.email, card.phone, key_from(card.uid), place=place))
    return found


def proposed_kind(card: Card) -> Kind:
    """The kind that a card's labels, job or name speak of; else an organisation stands around, a person is a friend."""
    labels = [word for text in card.words for word in re.findall(r"\w+", folded(text))]
    first = re.findall(r"\w+", folded(card.name))[:1]  # further on it may be a surname: Anouk Bakker
    kinds = (KIND_OF[word] for word in [*labels, *first] if word in KIND_OF)
    return next(kinds, Kind.COMMUNITY if card.is_organisation else Kind.FRIENDSHIP)
