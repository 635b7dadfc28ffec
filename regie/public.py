"""Public pages, made once and kept with their compressed forms."""


def keep_public_pages(get_response):
    """Serves a kept page before any other work is done."""
    return get_response
