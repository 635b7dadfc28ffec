"""The tools of this folder see what they should see."""

from tests.browser.conftest import complaints


def test_axe_sees_a_mistake_and_nothing_where_there_is_none(visit):
    with visit() as page:
        page.set_content("<html lang=nl><title>x</title><main><h1>Dag</h1><input></main>")
        assert complaints(page) == ["label: input"]
        page.set_content("<html lang=nl><title>x</title><main><h1>Dag</h1></main>")
        assert complaints(page) == []
