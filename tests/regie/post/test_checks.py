"""Mail does not go out with links that lead nowhere."""

import pytest

from regie.post.checks import site_has_an_address


@pytest.mark.parametrize("address", ["https://regie.example", "https://regie.example/", "http://127.0.0.1:8000"])
def test_a_whole_address_is_fine(settings, address):
    settings.SITE_URL = address
    assert site_has_an_address(None) == []


@pytest.mark.parametrize("address", ["", "regie.example", "https://*", "https://", "ftp://regie.example"])
def test_anything_else_stops_the_start(settings, address):
    settings.SITE_URL = address
    assert [error.id for error in site_has_an_address(None)] == ["post.E001"]
