"""Every address of the product, read from the URL patterns themselves, so that a new one cannot be forgotten."""

from dataclasses import dataclass

from django.urls import URLPattern, get_resolver, reverse
from django.utils.translation import override

FOREIGN = ("account_", "mfa_")  # allauth's views: their names have no namespace of ours and begin so


@dataclass(frozen=True)
class Address:
    """One URL pattern: its full name, what it takes, and whether it is open without signing in."""

    name: str
    takes: tuple[str, ...]
    is_open: bool

    def url(self, language="nl", **arguments):
        """The address in ``language``."""
        with override(language):
            return reverse(self.name, kwargs=arguments)


def every_address(patterns=None, namespace=()):
    """All addresses of the site; one that has no name is an error, since nothing could walk it."""
    for entry in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(entry, URLPattern):
            assert entry.name, f"{entry.pattern} has no name"
            yield Address(
                ":".join((*namespace, entry.name)),
                tuple(entry.pattern.converters),
                not getattr(entry.callback, "login_required", True),
            )
        else:
            inner = (*namespace, entry.namespace) if entry.namespace else namespace
            yield from every_address(entry.url_patterns, inner)


ADDRESSES = {address.name: address for address in every_address()}
