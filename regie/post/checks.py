"""What must be right before mail can go."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import Error, Tags, register


@register(Tags.urls)
def site_has_an_address(app_configs, **kwargs):
    """Mail is made without a request: its links need the address of the site."""
    address = urlsplit(settings.SITE_URL)
    if address.scheme in ("http", "https") and address.hostname and "*" not in address.hostname:
        return []
    return [Error(f"SITE_URL is {settings.SITE_URL!r}; set it to the site's address: https://…", id="post.E001")]
