"""The lines that vCard and iCalendar are made of (RFC 6350 3.2 and 3.4, RFC 5545 3.1 and 3.3.11)."""

LONGEST = 75  # octets in a line, its line break not counted
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def escape(text: str) -> str:
    """``text`` as a value: backslash, semicolon, comma and line break cannot be mistaken for structure."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(ESCAPES)


def fold(line: str) -> bytes:
    """``line`` in pieces of at most 75 octets, cut between characters, each but the first behind one space."""
    pieces, piece = [], b""
    for character in line:
        octets = character.encode()
        if len(piece) + len(octets) > LONGEST:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"


def content_line(name: str, value: str) -> bytes:
    """One property, folded and ended. ``value`` is escaped already where it is text."""
    return fold(f"{name}:{value}")


def text_line(name: str, text: str) -> bytes:
    """One property whose value is free text."""
    return content_line(name, escape(text))
