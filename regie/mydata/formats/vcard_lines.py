"""The properties of a vCard file, 2.1 to 4.0: folding undone in bytes, before anything is decoded."""

import base64
import binascii
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from regie.mydata.formats.decoding import text_of

HEAD_BYTES = 2_000  # name and parameters; what is longer is no property
VALUE_BYTES = 200_000  # of a value that we keep; a photo may be longer, it is skipped


@dataclass(frozen=True)
class Property:
    """One property as it stands in the file: ``parameters`` in capitals, ``octets`` not yet decoded."""

    line: int
    name: str
    parameters: tuple[str, ...]
    octets: bytes

    @property
    def is_long(self) -> bool:
        return len(self.octets) > VALUE_BYTES

    @property
    def types(self) -> frozenset[str]:
        """Each TYPE, also where 2.1 leaves the word TYPE out."""
        words = (parameter.removeprefix("TYPE=") for parameter in self.parameters)
        return frozenset(word for some in words for word in some.strip('"').split(","))

    @property
    def text(self) -> str:
        """The value, its transfer encoding and character set undone, its escapes not."""
        named = next((p.partition("=")[2].strip('"') for p in self.parameters if p.startswith("CHARSET=")), "")
        return text_of(self._plain_octets(), named)

    def _plain_octets(self) -> bytes:
        if is_quoted_printable(self.parameters):
            return binascii.a2b_qp(self.octets)
        if any(p in {"BASE64", "B", "ENCODING=B", "ENCODING=BASE64"} for p in self.parameters):
            return _base64(self.octets)
        return self.octets


def _base64(octets: bytes) -> bytes:
    try:
        return base64.b64decode(octets)
    except binascii.Error:
        return b""


def is_quoted_printable(parameters: tuple[str, ...]) -> bool:
    return any(parameter.removeprefix("ENCODING=") == "QUOTED-PRINTABLE" for parameter in parameters)


def properties(octets: bytes) -> Iterator[Property]:
    """Each property in ``octets``, in order. A line that is none is passed over."""
    for number, line in logical_lines(octets):
        found = property_of(number, line)
        if found:
            yield found


def logical_lines(octets: bytes) -> Iterator[tuple[int, bytes]]:
    """Lines with folds and soft breaks undone, each with the number of the line it begins on."""
    if b"\n" not in octets:
        octets = octets.replace(b"\r", b"\n")
    pieces: list[bytes] = []
    start, is_soft = 0, False
    for number, raw in enumerate(BytesIO(octets), start=1):
        line = raw.rstrip(b"\r\n")
        if pieces and is_soft and not _is_end(line):
            pieces[-1] = pieces[-1][:-1]  # the = of the soft break
            pieces.append(line)
        elif pieces and line[:1] in (b" ", b"\t"):
            pieces.append(line[1:])
        else:
            if pieces:
                yield start, b"".join(pieces)
            start, pieces = number, [line]
        is_soft = line.endswith(b"=") and _has_soft_breaks(pieces[0])
    if pieces:
        yield start, b"".join(pieces)


def _is_end(line: bytes) -> bool:
    return line[:10].strip().upper().startswith((b"END:", b"BEGIN:"))


def _has_soft_breaks(first: bytes) -> bool:
    return b"QUOTED-PRINTABLE" in first[:HEAD_BYTES].partition(b":")[0].upper()


def property_of(number: int, line: bytes) -> Property | None:
    """``line`` taken apart at its first colon outside quotes; None when there is none."""
    window = line[:HEAD_BYTES]
    end = _colon(window)
    if end < 1:
        return None
    head = window[:end].decode("ascii", "replace").upper()
    name, *parameters = (part.strip() for part in head.split(";"))
    return Property(number, name.rpartition(".")[2], tuple(parameters), line[end + 1 :])


def _colon(window: bytes) -> int:
    start = 0
    for index, part in enumerate(window.split(b'"')):
        if index % 2 == 0 and b":" in part:
            return start + part.index(b":")
        start += len(part) + 1
    return window.find(b":")  # the quotes do not close: then they are no quotes
