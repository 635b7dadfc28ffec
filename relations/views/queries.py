"""What a request carries: the form that was sent, and what its query may name."""

from django.http import Http404
from django.shortcuts import get_object_or_404

LONGEST = 18  # digits that a key can have


def number(text: str | None) -> int | None:
    """A whole number; None for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= LONGEST else None


def own_or_404(queryset, text: str | None):
    """The person's object that the query names: None where it names none, 404 for a stranger's."""
    if not text:
        return None
    if number(text) is None:
        raise Http404
    return get_object_or_404(queryset, pk=number(text))


def posted(request):
    """What was sent, to bind a form to; None where the page is only shown."""
    return request.POST if request.method == "POST" else None
