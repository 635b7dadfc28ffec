"""A zip archive made as a stream: never whole in memory, never on disk."""

import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from io import RawIOBase


class Sink(RawIOBase):
    """Where the archive is written: it hands on what it got, and forgets it."""

    def __init__(self):
        self.pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, octets) -> int:
        self.pieces.append(bytes(octets))
        return len(octets)

    def taken(self) -> bytes:
        """What was written since the last time."""
        pieces, self.pieces = self.pieces, []
        return b"".join(pieces)


def zipped(files: Iterable[tuple[str, Iterable[bytes]]], now: datetime) -> Iterator[bytes]:
    """An archive of ``files``: each a name and its content in pieces."""
    sink = Sink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            member = zipfile.ZipInfo(name, now.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16  # for the owner alone
            with archive.open(member, "w", force_zip64=True) as file:
                for piece in content:
                    file.write(piece)
                    if octets := sink.taken():
                        yield octets
            yield sink.taken()
    yield sink.taken()
