"""File formats, pure: bytes in, values out, and back. Nothing here knows Django."""
