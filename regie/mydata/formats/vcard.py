"""vCard in (2.1, 3.0, 4.0 as phones, Google, Apple, Outlook and Nextcloud write it) and out (4.0, RFC 6350)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from regie.mydata.formats.card import (
    Card,
    Pile,
    Reading,
    Reason,
    Refusal,
    Unreadable,
    birthday_of,
    clean,
    one_line,
    without_day,
)
from regie.mydata.formats.content_lines import content_line, escape, text_line
from regie.mydata.formats.decoding import as_octets
from regie.mydata.formats.vcard_lines import Property, properties

MOST_PROPERTIES = 1_000  # in one card
KEPT = frozenset(
    {"FN", "N", "NICKNAME", "ORG", "TITLE", "ROLE", "BDAY", "TEL", "EMAIL", "NOTE", "UID", "CATEGORIES", "KIND"}
)
ESCAPED = re.compile(r"\\(.)", re.DOTALL)
DAY = re.compile(r"(?:(\d{4})-?|--)(\d{2})-?(\d{2})(?!\d)")
NO_YEAR = 1604  # what Apple writes for a birthday without a year
ORGANISATIONS = frozenset({"org", "group", "location"})


def read(data: bytes) -> Reading:
    """The cards in ``data``, and those that cannot be read. Raises :class:`Unreadable` when it holds none."""
    pile = Pile()
    for found in open_cards(properties(as_octets(data))):
        reason = found.reason
        card = card_of(found)
        if reason:
            pile.refuse(found.line, reason, card.name)
        else:
            pile.add(card)
    if not pile.cards and {trouble.reason for trouble in pile.troubles} == {Reason.CUT_OFF}:
        raise Unreadable(Refusal.CUT_OFF)
    return pile.reading()


@dataclass
class OpenCard:
    """The properties between one BEGIN and its END."""

    line: int
    kept: dict[str, list[Property]] = field(default_factory=lambda: defaultdict(list))
    count: int = 0
    is_closed: bool = False
    is_long: bool = False

    def take(self, found: Property) -> None:
        """Keep what we use of a card; a photo and the like go by."""
        self.count += 1
        if found.name in KEPT and self.count <= MOST_PROPERTIES:
            self.is_long = self.is_long or found.is_long
            self.kept[found.name].append(found)

    @property
    def reason(self) -> Reason | None:
        if not self.is_closed:
            return Reason.CUT_OFF
        if self.count > MOST_PROPERTIES:
            return Reason.TOO_MUCH
        return Reason.TOO_LONG if self.is_long else None

    def texts(self, name: str) -> list[str]:
        """The values of ``name`` that are short enough to be read, escapes still in them."""
        return [found.text for found in self.kept[name] if not found.is_long]


def open_cards(found: Iterable[Property]) -> Iterator[OpenCard]:
    """Cards in their order. A card inside a card (AGENT) goes by; one that never ends is given as it is."""
    card, nested, before = None, 0, ""
    for one in found:
        marker = (one.name, one.octets.strip().upper()) if one.name in {"BEGIN", "END"} else None
        if marker == ("BEGIN", b"VCARD") and card and before == "AGENT":
            nested += 1
        elif marker == ("BEGIN", b"VCARD"):
            if card:
                yield card
            card, nested = OpenCard(one.line), 0
        elif marker == ("END", b"VCARD") and nested:
            nested -= 1
        elif marker == ("END", b"VCARD") and card:
            card.is_closed = True
            yield card
            card = None
        elif card and not nested:
            card.take(one)
        before = one.name
    if card:
        yield card


def card_of(found: OpenCard) -> Card:
    """One card as Regie sees it. More numbers and addresses than one go under the note, so that none is lost."""
    phones = _by_preference(found.kept["TEL"])
    emails = _by_preference(found.kept["EMAIL"])
    born = unescape(next(iter(found.texts("BDAY")), ""))
    birthday = _birthday(born)
    notes = [*(clean(unescape(text)) for text in found.texts("NOTE")), without_day("BDAY", born, birthday)]
    words = [*found.texts("CATEGORIES"), *found.texts("TITLE"), *found.texts("ROLE"), *found.texts("ORG")]
    personal = name_of(found)
    return Card(
        name=personal or organisation_of(found),
        line=found.line,
        uid=one_line(next(iter(found.texts("UID")), ""))[:500],
        birthday=birthday,
        phone=next(iter(phones), ""),
        email=next(iter(emails), ""),
        note="\n".join(text for text in [*notes, *phones[1:], *emails[1:]] if text),
        words=tuple(one_line(unescape(word)) for some in words for word in some.split(",") if word.strip()),
        is_organisation=not personal or bool({t.strip().casefold() for t in found.texts("KIND")} & ORGANISATIONS),
    )


def name_of(found: OpenCard) -> str:
    """The full name; else first, middle and last name put together; else the nickname."""
    full = one_line(unescape(next(iter(found.texts("FN")), "")))
    if full:
        return full
    parts = [*re.split(r"(?<!\\);", next(iter(found.texts("N")), "")), "", "", ""]
    together = one_line(unescape(" ".join([parts[1], parts[2], parts[0]])))
    return together or one_line(unescape(next(iter(found.texts("NICKNAME")), "")))


def organisation_of(found: OpenCard) -> str:
    return one_line(unescape(next(iter(found.texts("ORG")), "")).replace(";", " "))


def unescape(text: str) -> str:
    """A value as it was before it was written: ``\\n`` a line break, any other escaped sign itself."""
    return ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], text)


def _by_preference(found: list[Property]) -> list[str]:
    """Values, the preferred first, then mobile numbers; each once."""

    def order(one: Property) -> tuple[bool, bool]:
        is_preferred = "PREF" in one.types or any(parameter == "PREF=1" for parameter in one.parameters)
        return not is_preferred, "CELL" not in one.types

    values = (one_line(unescape(one.text)) for one in sorted(found, key=order) if not one.is_long)
    return list(dict.fromkeys(re.sub(r"^(tel|mailto):", "", value, flags=re.IGNORECASE) for value in values if value))


def _birthday(text: str) -> str:
    match = DAY.match(text.strip())
    if not match:
        return ""
    year = int(match[1]) if match[1] else None
    return birthday_of(None if year == NO_YEAR else year, int(match[2]), int(match[3]))


def write(card: Card) -> bytes:
    """``card`` as vCard 4.0."""
    lines = [
        content_line("BEGIN", "VCARD"),
        content_line("VERSION", "4.0"),
        text_line("UID", card.uid),
        content_line("KIND", "org" if card.is_organisation else "individual"),
        text_line("FN", card.name),
    ]
    if card.birthday:
        lines.append(content_line("BDAY", _basic(card.birthday)))
    texts = (("TEL", card.phone), ("EMAIL", card.email), ("NOTE", card.note))
    lines += [text_line(name, text) for name, text in texts if text]
    if card.words:
        lines.append(content_line("CATEGORIES", ",".join(escape(word) for word in card.words)))
    return b"".join([*lines, content_line("END", "VCARD")])


def _basic(birthday: str) -> str:
    """The same day without the dashes between its parts."""
    known = "--" if birthday.startswith("--") else ""
    return known + birthday.replace("-", "")
