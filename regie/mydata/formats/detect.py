"""Which of the formats a file is in, and its reading."""

import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from regie.mydata.formats import monica, regie_json, tables, vcard
from regie.mydata.formats.card import MOST_BYTES, MOST_CARDS, Reading, Refusal, Unreadable
from regie.mydata.formats.decoding import as_octets, text_of

ZIP = b"PK\x03\x04"
INSIDE = "regie.json"  # the file in an archive of ours that can be read back


@dataclass(frozen=True)
class Document:
    """A JSON document of Regie itself, to be read with its relations, moments and all the rest."""

    content: dict[str, Any]


def read(data: bytes) -> Reading | Document:
    """What a file holds. Raises :class:`Unreadable` with one reason when it gives nothing."""
    if len(data) > MOST_BYTES:
        raise Unreadable(Refusal.TOO_LARGE)
    if data.startswith(ZIP):
        data = unpacked(data)
    octets = as_octets(data)
    start = octets[:200_000].lstrip()
    if b"BEGIN:VCARD" in start.upper():
        return vcard.read(octets)
    if start[:1] in (b"{", b"["):
        return from_json(regie_json.parse(text_of(octets)))
    return tables.read(octets)


def from_json(document: Any) -> Reading | Document:
    """Regie's document, or the reading of Monica's."""
    if regie_json.is_regie(document):
        if len(regie_json.records_of(document).get("relations", [])) > MOST_CARDS:
            raise Unreadable(Refusal.TOO_MANY)
        return Document(document)
    if monica.is_monica(document):
        return monica.read(document)
    raise Unreadable(Refusal.NOT_CONTACTS)


def unpacked(data: bytes) -> bytes:
    """Regie's JSON out of an archive of ours, never more than a file may hold."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive, archive.open(INSIDE) as file:
            content = file.read(MOST_BYTES + 1)
    except KeyError as error:
        raise Unreadable(Refusal.NOT_CONTACTS) from error
    except (
        zipfile.BadZipFile,
        OSError,
        EOFError,
        ValueError,
        RuntimeError,
        NotImplementedError,
        zlib.error,
    ) as error:
        raise Unreadable(Refusal.BROKEN) from error
    if len(content) > MOST_BYTES:
        raise Unreadable(Refusal.TOO_LARGE)
    return content
