"""A first visit to a public page is light: all that the page asks for, as it is sent, in 14 KB."""

import re
from pathlib import Path

import brotli
import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from tests.walks.test_readability import NAMES

MOST = 14 * 1024  # bytes
ASKED = re.compile(r'<(?:link rel="(?:stylesheet|icon)"|script)[^>]*(?:href|src)="/static/([^"]+)"')


def sent(content):
    return len(brotli.compress(content))


@pytest.mark.parametrize("name", [*NAMES, "help:netherlands", "help:flanders", "help:english"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_first_visit_is_light(name, language):
    with override(language):
        page = Client().get(reverse(name)).content
    files = ASKED.findall(page.decode())

    assert {"site.css", "regie.js", "mark.svg"} <= set(files)
    assert sent(page) + sum(sent((Path(settings.ROOT) / "static" / file).read_bytes()) for file in files) <= MOST
