"""Components as tags."""

import pytest
from django.template import Context, Template, TemplateDoesNotExist, TemplateSyntaxError
from django.utils.translation import override


def rendered(source, **context):
    return Template(source).render(Context(context))


def test_an_icon_is_a_drawing_that_a_screen_reader_skips():
    assert rendered('{% icon "add" %}') == (
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 5v14M5 12h14"/>\n</svg>'
    )


def test_a_misspelt_icon_is_an_error():
    with pytest.raises(TemplateDoesNotExist):
        rendered('{% icon "fone" %}')


def test_a_kind_shows_its_word_with_its_rings():
    with override("en"):
        html = rendered("{% kind value %}", value="friendship")
    assert html.strip().startswith('<span class="kind kind--friendship"><svg')
    assert html.strip().endswith("</svg>Friends</span>")


def test_a_note_escapes_its_title_and_keeps_its_markup():
    html = rendered("{% note title=title %}<p>{{ text }}</p>{% endnote %}", title="<b>", text="<i>")
    assert '<p class="note__title">&lt;b&gt;</p><p>&lt;i&gt;</p></div>' in html


def test_a_note_that_something_was_done_is_announced():
    assert 'class="note note--done" role="status"' in rendered('{% note kind="done" %}x{% endnote %}')


def test_a_note_of_an_unknown_kind_is_an_error():
    with pytest.raises(KeyError):
        rendered('{% note kind="dome" %}x{% endnote %}')


def test_a_misspelt_argument_of_a_block_is_an_error():
    with pytest.raises(TemplateSyntaxError):
        rendered('{% note titel="x" %}x{% endnote %}')


@pytest.mark.parametrize(
    ("is_open", "start"), [(True, '<details class="details" open>'), (False, '<details class="details">')]
)
def test_details_are_closed_unless_asked(is_open, start):
    html = rendered('{% details "More" is_open=is_open %}x{% enddetails %}', is_open=is_open)
    assert start + "<summary>More</summary><div>x</div></details>" in html


def test_a_help_line_comes_from_the_library():
    assert rendered('{% help_line "nl-113" as suicide %}{{ suicide.phone }} {{ suicide.tel }}') == "113 113"


def test_an_unknown_help_line_is_an_error():
    with pytest.raises(KeyError):
        rendered('{% help_line "nl-114" as nothing %}')


def test_a_help_card_names_what_it_offers():
    html = rendered('{% help_card "Talk to someone today" %}<p>x</p>{% endhelp_card %}')
    assert '<section class="help-card">' in html
    assert "<h2>Talk to someone today</h2>" in html


def test_a_line_in_a_card_calls_by_one_button_and_shows_its_number():
    source = '{% help_line "nl-113" as line %}{% include "components/card_line.html" with line=line only %}'
    with override("en"):
        html = rendered(source)
    assert html.count('class="button button--lamp" href="tel:113"') == 1
    assert "</svg>Call 113</a>" in html
    assert '<a href="https://www.113.nl" rel="noreferrer">Chat at 113.nl</a>' in html
