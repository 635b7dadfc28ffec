"""What a file of contacts holds, whatever its form: the people in it, and what could not be read."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MOST_BYTES = 10 * 1024 * 1024
MOST_CARDS = 10_000
NAME_LENGTH = 200
LINE_LENGTH = 500
NOTE_LENGTH = 10_000

INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")  # tab and line feed stay


class Reason(StrEnum):
    """Why one card cannot be taken, while the rest of the file can."""

    NO_NAME = "no_name"
    CUT_OFF = "cut_off"
    TOO_LONG = "too_long"
    TOO_MUCH = "too_much"
    WRONG = "wrong"


class Refusal(StrEnum):
    """Why a whole file cannot be taken."""

    EMPTY = "empty"
    NOT_TEXT = "not_text"
    NOT_CONTACTS = "not_contacts"
    CUT_OFF = "cut_off"
    TOO_LARGE = "too_large"
    TOO_MANY = "too_many"
    NEWER = "newer"
    BROKEN = "broken"


class Unreadable(Exception):
    """A file that gives no people at all. ``refusal`` says why."""

    def __init__(self, refusal: Refusal):
        super().__init__(refusal.value)
        self.refusal = refusal


@dataclass(frozen=True)
class Contact:
    """One contact moment that came with a card. ``manner`` is a value of ``relations.kinds.Manner``."""

    happened_on: date
    manner: str
    note: str = ""
    uid: str = ""


@dataclass(frozen=True)
class Card:
    """One person, place or group as a file tells it. ``birthday`` is ``1980-05-03``, ``--05-03`` or empty."""

    name: str
    line: int = 0
    uid: str = ""
    birthday: str = ""
    phone: str = ""
    email: str = ""
    note: str = ""
    words: tuple[str, ...] = ()  # categories, labels and jobs, for the proposal of a kind
    is_organisation: bool = False
    rhythm_days: int = 0
    contacts: tuple[Contact, ...] = ()


@dataclass(frozen=True)
class Trouble:
    """One card that cannot be read: where it begins, the name if there is one, and why."""

    line: int
    reason: Reason
    name: str = ""


@dataclass(frozen=True)
class Reading:
    """All that a file gives."""

    cards: tuple[Card, ...] = ()
    troubles: tuple[Trouble, ...] = ()


def clean(text: str) -> str:
    """``text`` in one form (NFC), with neither control characters nor outer white space. Lines stay lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", INVISIBLE.sub("", lines)).strip()


def one_line(text: str) -> str:
    """``text`` as one line: each run of white space is one space."""
    return " ".join(clean(text).split())


def birthday_of(year: int | None, month: int, day: int) -> str:
    """A birthday as Regie writes it; nothing when that day does not exist or is far away."""
    try:
        date(year or 2000, month, day)  # 2000 was a leap year: 29 February may stand without a year
    except (ValueError, OverflowError):
        return ""
    if year is not None and not 1850 <= year <= 2100:
        return ""
    return f"{year:04}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}"


def without_day(label: str, text: str, birthday: str) -> str:
    """What a file gives as birthday where no day could be read in it, to stand under the note: nothing gets lost.

    A day of zeros or in the year 4501 is how Outlook writes that there is none.
    """
    is_empty = not re.search(r"[^\W0]", text) or "4501" in text
    return "" if birthday or is_empty else f"{label}: {one_line(text)}"


def trouble_in(card: Card) -> Reason | None:
    """What keeps ``card`` from being taken: no name to see, or a text over the limits of Regie."""
    if not any(character.isprintable() and not character.isspace() for character in card.name):
        return Reason.NO_NAME
    contacts_fit = all(len(contact.note) <= NOTE_LENGTH for contact in card.contacts)
    lines_fit = all(len(line) <= LINE_LENGTH for line in (card.phone, card.email))
    fits = len(card.name) <= NAME_LENGTH and len(card.note) <= NOTE_LENGTH and lines_fit and contacts_fit
    return None if fits else Reason.TOO_LONG


class Pile:
    """Gathers cards and troubles while a file is read, and holds the number of people."""

    def __init__(self):
        self.cards: list[Card] = []
        self.troubles: list[Trouble] = []

    def add(self, card: Card) -> None:
        """Take ``card``, or the reason why not."""
        reason = trouble_in(card)
        if reason:
            return self.refuse(card.line, reason, card.name)
        self.cards.append(card)
        return self._hold_number()

    def refuse(self, line: int, reason: Reason, name: str = "") -> None:
        """Keep what is wrong with the card at ``line``."""
        self.troubles.append(Trouble(line, reason, name[:NAME_LENGTH]))
        self._hold_number()

    def _hold_number(self) -> None:
        if len(self.cards) + len(self.troubles) > MOST_CARDS:
            raise Unreadable(Refusal.TOO_MANY)

    def reading(self) -> Reading:
        """What was gathered; a pile with nothing in it is no file of contacts."""
        if not self.cards and not self.troubles:
            raise Unreadable(Refusal.NOT_CONTACTS)
        return Reading(tuple(self.cards), tuple(self.troubles))
