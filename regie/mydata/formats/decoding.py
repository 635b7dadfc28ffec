"""Which encoding a file is in, by its marks and its bytes. Never raises but :class:`Unreadable`."""

import codecs

from regie.mydata.formats.card import Refusal, Unreadable

SAMPLE = 4096
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What a card may name, and how Python reads it. Nothing else is looked up: a name from a file is not to be trusted.
NAMED = {
    "iso-8859-1": "cp1252",  # those who write Latin-1 mean Windows-1252
    "iso-8859-15": "iso-8859-15",
    "windows-1250": "cp1250",
    "windows-1251": "cp1251",
    "windows-1252": "cp1252",
    "windows-1254": "cp1254",
    "shift_jis": "shift_jis",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5",
    "koi8-r": "koi8-r",
}


def wide_encoding(data: bytes) -> str:
    """UTF-16 without a mark shows by its zero bytes, all on one side; empty when it is not that."""
    sample = data[:SAMPLE]
    zeros = (sample[0::2].count(0), sample[1::2].count(0))
    most, least = max(zeros), min(zeros)
    if most < len(sample) / 5 or least > most / 10:
        return ""
    return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"


def looks_binary(data: bytes) -> bool:
    """More than one byte in twenty that no text has."""
    sample = data[:SAMPLE]
    strange = sum(octet < 9 or 13 < octet < 32 for octet in sample)
    return strange * 20 > len(sample)


def as_octets(data: bytes) -> bytes:
    """``data`` without its mark, and as UTF-8 where it was UTF-16 or UTF-32; other encodings stay as they are.

    Raises :class:`Unreadable` for a file that is empty or no text.
    """
    if not data.strip():
        raise Unreadable(Refusal.EMPTY)
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _as_utf8(data[len(mark) :], encoding)
    wide = wide_encoding(data)
    if wide:
        return _as_utf8(data, wide)
    if looks_binary(data):
        raise Unreadable(Refusal.NOT_TEXT)
    return data


def _as_utf8(data: bytes, encoding: str) -> bytes:
    return data if encoding == "utf-8" else data.decode(encoding, "replace").encode("utf-8", "replace")


def text_of(octets: bytes, named: str = "") -> str:
    """``octets`` as text: UTF-8 if they are that, else what was ``named``, else Windows-1252."""
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        return octets.decode(NAMED.get(named.casefold(), "cp1252"), "replace")
