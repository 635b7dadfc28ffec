"""The foot of every page says what Regie is not, and names the numbers of both countries."""

import re

from django.template import engines
from django.utils.translation import override

from regie.help.library import line


def test_the_numbers_are_those_of_the_library(rf):
    with override("en"):
        html = engines["django"].from_string('{% include "components/footer.html" %}').render({}, rf.get("/healthz"))
    called = [(f"{entry.tel}", f"{entry.phone}") for entry in map(line, ("nl-112", "nl-113", "be-1813"))]
    assert re.findall(r'<a href="tel:(\d+)">(\d+)</a>', html) == called


def test_the_pages_for_when_all_is_down_hold_numbers_of_the_library(settings):
    known = {entry.tel for entry in map(line, ("nl-112", "nl-113", "be-1813", "nl-luisterlijn", "be-106"))}
    for name in ("413.html", "500.html", "maintenance.html"):
        assert set(re.findall(r'href="tel:(\d+)"', (settings.ROOT / "static" / name).read_text())) == known
