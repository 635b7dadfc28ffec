"""Static files as they are shipped."""

import pytest
from django.core.files.base import ContentFile

from regie.storage import ShippedStorage, compact


@pytest.mark.parametrize(
    ("written", "shipped"),
    [
        pytest.param("a {\n  color: red;\n}\n", "a { color: red; }", id="line-breaks"),
        pytest.param("/* why\n   so */ a { b: c }", "a { b: c }", id="comments"),
        pytest.param(
            'a::after { content: " (" attr(href) ")" }', 'a::after { content: " (" attr(href) ")" }', id="strings"
        ),
    ],
)
def test_a_stylesheet_loses_only_what_its_writers_read(written, shipped):
    assert compact(written) == shipped


@pytest.mark.parametrize("sheet", ["site.css", "account.css"])
def test_no_string_of_ours_holds_more_than_single_spaces(sheet, settings):
    text = (settings.ROOT / "static" / sheet).read_text()
    assert '"  ' not in text
    assert compact(text).count("{") == text.count("{")
    assert compact(text).count("{") == compact(text).count("}")


@pytest.mark.parametrize(
    ("name", "shipped"),
    [("a.css", b"a { b: c }"), ("a.js", b"// kept\na  b")],
)
def test_only_stylesheets_are_made_smaller(tmp_path, name, shipped):
    written = {"a.css": b"/* x */\na {\n  b: c\n}\n", "a.js": b"// kept\na  b"}[name]
    storage = ShippedStorage(location=tmp_path)
    storage.save(name, ContentFile(written))
    assert (tmp_path / name).read_bytes() == shipped


def test_a_stylesheet_that_was_read_before_is_still_whole(tmp_path):
    content = ContentFile(b"a { b: c }")
    content.read()
    ShippedStorage(location=tmp_path).save("a.css", content)
    assert (tmp_path / "a.css").read_bytes() == b"a { b: c }"
