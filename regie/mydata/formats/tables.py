"""CSV in (Google, Outlook, or any table with a header, Dutch or English) and out (safe in a spreadsheet)."""

import csv
import re
from collections.abc import Iterable, Iterator
from io import StringIO

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
from regie.mydata.formats.columns import COLUMNS, DUTCH, NAMES, folded, purpose_of
from regie.mydata.formats.decoding import as_octets, text_of

SEPARATORS = (",", ";", "\t")
MOST_COLUMNS = 500
BYTE_ORDER_MARK = "\ufeff".encode()  # by which a spreadsheet knows UTF-8

# A spreadsheet takes these for the beginning of a formula; behind ' they are text. More ' in front are the text's own.
GUARDED = re.compile(r"'*[=+\-@\t\r]")
UNGUARDED = re.compile(r"'+[=+\-@\t\r]")


def read(data: bytes) -> Reading:
    """The people in a table, and the rows that cannot be read. Raises :class:`Unreadable` when it is no such table."""
    text = text_of(as_octets(data))
    separator = separator_of(text)
    rows = _rows(text, separator)
    header = _header(rows)
    purposes = {index: purpose_of(cell) for index, cell in enumerate(header)}
    if not set(NAMES) & set(purposes.values()):
        raise Unreadable(Refusal.NOT_CONTACTS)
    is_english = not any(folded(cell).startswith(DUTCH) for cell in header)
    pile = Pile()
    for line, row in rows:
        if row is None:
            pile.refuse(line, Reason.CUT_OFF)
        elif any(cell.strip() for cell in row):
            pile.add(card_of(row, line, purposes, is_english))
    return pile.reading()


def _header(rows: Iterator[tuple[int, list[str] | None]]) -> list[str]:
    """The first row with something in it, past a line by which a spreadsheet names the separator."""
    for _line, row in rows:
        if row is None or len(row) > MOST_COLUMNS:
            break
        if "".join(row).strip() and not row[0].startswith("sep="):
            return row
    return []


def separator_of(text: str) -> str:
    """The commonest of comma, semicolon and tab in the header (the first line with something in it)."""
    header = next((line for line in StringIO(text) if line.strip() and not line.startswith("sep=")), "")
    return max(SEPARATORS, key=header.count)


def _rows(text: str, separator: str) -> Iterator[tuple[int, list[str] | None]]:
    """Rows with the line they begin on; None for one that is broken, after which reading goes on."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            yield line, next(reader)
        except csv.Error:
            yield line, None
        except StopIteration:
            return


def card_of(row: list[str], line: int, purposes: dict[int, str], is_english: bool) -> Card:
    """One row as Regie sees it. More numbers and addresses than one go under the note, so that none is lost."""
    found: dict[str, list[str]] = {purpose: [] for purpose in COLUMNS}
    for index, cell in enumerate(row):
        purpose = purposes.get(index)
        if purpose and cell.strip():
            found[purpose] += (
                [unguarded(part) for part in cell.split(" ::: ")] if purpose != "note" else [unguarded(cell)]
            )
    phones, emails = ([one_line(value) for value in dict.fromkeys(found[name])] for name in ("phone", "email"))
    personal, born = person_name(found), " ".join(found["birthday"][:1])
    birthday = birthday_in(born, is_english)
    unread = without_day("Birthday" if is_english else "Verjaardag", born, birthday)
    notes = [*found["note"], unread, *phones[1:], *emails[1:]]
    return Card(
        name=personal or one_line(" ".join(found["organisation"][:1])),
        line=line,
        uid=one_line(" ".join(found["uid"][:1])),
        birthday=birthday,
        phone=next(iter(phones), ""),
        email=next(iter(emails), ""),
        note="\n".join(clean(text) for text in notes if clean(text)),
        words=tuple(one_line(word).lstrip("* ") for word in found["words"]),
        is_organisation=not personal,
    )


def person_name(found: dict[str, list[str]]) -> str:
    """First, middle and last name; else the whole name; else the nickname."""
    parts = " ".join([*found["first"][:1], *found["middle"][:1], *found["last"][:1]])
    return one_line(parts) or one_line(" ".join(found["name"][:1] or found["nickname"][:1]))


def birthday_in(text: str, is_english: bool) -> str:
    """A birthday as a table writes it. In an English table 5/3 is 3 May, in a Dutch one 5 March."""
    numbers = [int(number) for number in re.findall(r"\d{1,4}", text)[:3]]
    if re.match(r"\s*\d{4}\D", text) and len(numbers) == 3:
        return birthday_of(numbers[0], numbers[1], numbers[2])
    if eight := re.fullmatch(r"\s*(\d{4})(\d\d)(\d\d)\s*", text):
        return birthday_of(*map(int, eight.groups()))
    if re.match(r"\s*--\d", text) and len(numbers) >= 2:
        return birthday_of(None, numbers[0], numbers[1])
    if len(numbers) != 3 or numbers[2] < 100:
        return ""
    day, month = numbers[0], numbers[1]
    if ("/" in text and is_english and day <= 12) or month > 12:
        day, month = month, day
    return birthday_of(numbers[2], month, day)


def write(rows: Iterable[Iterable[str]], separator: str = ",") -> Iterator[bytes]:
    """A table as CSV, row by row, in UTF-8 with a mark; no cell is a formula."""
    yield BYTE_ORDER_MARK
    for row in rows:
        line = StringIO()
        csv.writer(line, delimiter=separator, lineterminator="\r\n").writerow([guarded(cell) for cell in row])
        yield line.getvalue().encode("utf-8", "replace")


def guarded(cell: str) -> str:
    """``cell`` behind a ' when a spreadsheet would run it as a formula."""
    return f"'{cell}" if GUARDED.match(cell) else cell


def unguarded(cell: str) -> str:
    """``cell`` as it was before :func:`guarded`."""
    return cell[1:] if UNGUARDED.match(cell) else cell
