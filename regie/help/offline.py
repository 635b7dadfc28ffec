"""The worker that keeps a fixed list of help pages in the browser, for when there is no internet.

It fetches them without cookies when a help page installs it, asks the network first ever after, and keeps no page
that somebody visited. A change of the lines or of the stylesheet is a change of its text, so browsers store anew.
"""

import hashlib
import json

from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import override

from regie.content import LANGUAGES
from regie.help.library import PATH
from regie.public import public

KEPT = ("netherlands", "flanders", "english")


@public
def worker(request):
    """``/offline.js``: at the root, so that it may answer for both languages."""
    stylesheet = static("site.css")
    version = hashlib.sha256(PATH.read_bytes() + stylesheet.encode()).hexdigest()[:8]
    kept = json.dumps(stored_pages() | {stylesheet: stylesheet}, separators=(",", ":"))
    context = {"version": version, "kept": kept}
    return render(request, "help/offline.js", context, content_type="text/javascript; charset=utf-8")


def stored_pages() -> dict[str, str]:
    """The address of each help page in each language, with that of what is stored for it."""
    pages = {}
    for language in LANGUAGES:
        with override(language):
            pages |= {reverse(f"help:{name}"): reverse(f"help:stored_{name}") for name in KEPT}
    return pages
