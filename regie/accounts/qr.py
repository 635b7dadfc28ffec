"""A QR code as one path for an SVG."""

import qrcode

SIDE = 100  # of the picture, in its own units


def qr_path(text: str) -> str:
    """The dark parts of the code for ``text``, row by row, as path data in a square of ``SIDE`` units."""
    code = qrcode.QRCode(border=2)
    code.add_data(text)
    matrix = code.get_matrix()
    unit = SIDE / len(matrix)
    return "".join(
        f"M{start * unit:.2f} {row * unit:.2f}h{length * unit:.2f}v{unit:.2f}h-{length * unit:.2f}z"
        for row, cells in enumerate(matrix)
        for start, length in runs(cells)
    )


def runs(cells):
    """Start and length of each unbroken row of dark cells."""
    start = None
    for place, is_dark in enumerate([*cells, False]):
        if is_dark and start is None:
            start = place
        elif not is_dark and start is not None:
            yield start, place - start
            start = None
