"""The template pack: label, hint, error and input, the same whoever asks for the form."""

import datetime
import re

import pytest
from crispy_forms.helper import FormHelper
from crispy_forms.layout import ButtonHolder, Fieldset, Layout, Submit
from django import forms
from django.template import engines
from django.utils.translation import override

from regie.widgets import Chips, Day, RadioCards, Scale

FEELINGS = [("heavier", "heavier"), ("same", "the same"), ("lighter", "lighter")]


class Everything(forms.Form):
    """One field of each look."""

    name = forms.CharField(label="Name", help_text="A first name is <enough>.")
    kind = forms.ChoiceField(
        label="Kind",
        choices=[("1", "Close"), ("2", "Friend"), ("", "I would rather not say")],
        widget=RadioCards(captions={"1": "You can be yourself"}, skip=""),
    )
    felt = forms.ChoiceField(label="Afterwards", choices=FEELINGS, widget=Scale(feelings=True), required=False)
    needs = forms.MultipleChoiceField(label="Good for", choices=FEELINGS, widget=Chips, required=False)
    plain = forms.ChoiceField(label="Plain", choices=FEELINGS, widget=forms.RadioSelect, required=False)
    day = forms.DateField(label="Day", widget=Day, required=False)
    rhythm = forms.ChoiceField(label="Rhythm", choices=FEELINGS, required=False)
    agrees = forms.BooleanField(label="I agree", required=False)
    note = forms.CharField(label="Note", widget=forms.Textarea, required=False)
    key = forms.CharField(widget=forms.HiddenInput, required=False)


def rendered(source, **context):
    with override("en"):
        return engines["django"].from_string("{% load crispy_forms_tags %}" + source).render(context)


def squeezed(html):
    return re.sub(r"\s+", " ", re.sub(r">\s+<", "><", html)).strip()


def field(form, name):
    return squeezed(rendered("{{ field.as_field_group }}", field=form[name]))


def without_tag(form):
    form.helper = FormHelper()
    form.helper.form_tag = False
    return form


def test_all_ways_to_a_form_give_the_same_markup():
    groups = "".join(field(Everything({}), bound.name) for bound in Everything({}))
    assert squeezed(rendered("{{ form }}", form=Everything({}))) == groups
    assert squeezed(rendered("{{ form|crispy }}", form=Everything({}))) == groups
    assert squeezed(rendered("{% crispy form %}", form=without_tag(Everything({})))) == groups


def test_hint_and_error_carry_the_ids_that_the_input_names():
    html = field(Everything({}), "name")
    assert '<div class="field field--error"><label class="field__label" for="id_name">Name</label>' in html
    assert '<div class="field__hint" id="id_name_helptext">A first name is &lt;enough&gt;.</div>' in html
    assert re.search(
        r'<div class="field__error" id="id_name_error"><svg .*</svg><span>This field is required.</span>', html
    )
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html


def test_a_sound_field_says_nothing_of_errors():
    html = field(Everything({"name": "Sanne", "kind": "1"}), "name")
    assert "error" not in html
    assert "aria-invalid" not in html
    assert 'value="Sanne"' in html


def test_radio_buttons_are_described_at_their_fieldset():
    html = field(Everything({"name": "Sanne"}), "kind")
    assert html.startswith(
        '<fieldset class="field field--error" aria-describedby="id_kind_error">'
        '<legend class="field__label">Kind</legend>'
    )
    assert "aria-invalid" not in html


def test_a_card_is_the_label_of_its_own_radio_button():
    html = field(Everything({"name": "Sanne", "kind": "2"}), "kind")
    first, second, skip = html.split("<label ")[1:]
    assert first.startswith('class="choice"><input type="radio" name="kind" value="1" id="id_kind_0" required>')
    assert "<span>Close<small>You can be yourself</small></span>" in first
    assert second.startswith(
        'class="choice"><input type="radio" name="kind" value="2" id="id_kind_1" checked required>'
    )
    assert skip.startswith(
        'class="choice choice--skip"><input type="radio" name="kind" value="" id="id_kind_2" required>'
    )


def test_no_answer_chooses_no_card():
    assert " checked" not in field(Everything({}), "kind")
    assert field(Everything({"kind": ""}), "kind").count(" checked") == 1


def test_plain_radio_buttons_are_cards_too():
    assert field(Everything(), "plain").count('<label class="choice">') == 3


def test_a_scale_shows_the_light_of_each_feeling():
    html = field(Everything({"felt": "lighter"}), "felt")
    assert re.findall(r'r="([\d.]+)"/></svg><span>([a-z ]+)</span>', html) == [
        ("2.6", "heavier"),
        ("5.6", "the same"),
        ("8.8", "lighter"),
    ]
    assert html.count(" checked") == 1


def test_chips_may_hold_together():
    html = field(Everything({"needs": ["same", "lighter"]}), "needs")
    assert html.count('<label class="chip"><input type="checkbox" name="needs"') == 3
    assert html.count(" checked") == 2


def test_a_day_keeps_its_machine_form_in_every_language():
    with override("nl"):
        html = str(Everything(initial={"day": datetime.date(2026, 3, 1)})["day"])
    assert 'type="date"' in html
    assert 'value="2026-03-01"' in html


def test_a_hidden_field_is_only_its_input():
    assert field(Everything(), "key") == '<input type="hidden" name="key" id="id_key">'


def test_a_checkbox_stands_in_its_own_label():
    html = field(Everything(), "agrees")
    assert (
        '<label class="choice"><input type="checkbox" name="agrees" id="id_agrees"><span>I agree</span></label>' in html
    )


def test_the_summary_links_to_each_field_in_error():
    html = squeezed(rendered('{% include "components/error_summary.html" %}', form=Everything({})))
    assert '<div class="note error-summary" role="alert" tabindex="-1">' in html
    assert '<h2 class="note__title">2 things are still needed</h2>' in html
    assert (
        '<ul><li><a href="#id_name">This field is required.</a></li>'
        '<li><a href="#id_kind_0">This field is required.</a></li></ul>' in html
    )


def test_the_summary_counts_one_in_words():
    html = rendered('{% include "components/error_summary.html" %}', form=Everything({"name": "Sanne"}))
    assert "One thing is still needed" in html


def test_what_concerns_no_single_field_stands_in_the_summary():
    form = Everything({"name": "Sanne", "kind": "1"})
    form.add_error(None, "These two do not go together.")
    html = squeezed(rendered('{% include "components/error_summary.html" %}', form=form))
    assert "<ul><li>These two do not go together.</li></ul>" in html


PAGE = '{% extends "base.html" %}{% block title %}Relation{% endblock %}{% block main %}<h1>Relation</h1>{% endblock %}'


@pytest.mark.parametrize(
    ("data", "title", "summaries"),
    [
        pytest.param({}, "<title>Error: Relation – Regie</title>", 1, id="in-error"),
        pytest.param({"name": "Sanne", "kind": "1"}, "<title>Relation – Regie</title>", 0, id="sound"),
        pytest.param(None, "<title>Relation – Regie</title>", 0, id="fresh"),
    ],
)
def test_a_page_in_error_says_so_first(rf, data, title, summaries):
    with override("en"):
        html = engines["django"].from_string(PAGE).render({"form": Everything(data)}, rf.get("/healthz"))
    assert title in html
    assert html.count("error-summary") == summaries
    assert not summaries or html.index("error-summary") < html.index("<h1>")


def test_a_layout_groups_fields_under_a_heading_and_ends_in_a_button():
    form = Everything()
    form.helper = FormHelper()
    form.helper.layout = Layout(Fieldset("Who", "name"), ButtonHolder(Submit("save", "Keep")))
    form.helper.render_unmentioned_fields = False
    html = squeezed(rendered("{% crispy form %}", form=form))
    assert html.startswith('<form method="post" novalidate>')
    assert '<fieldset class="fieldset"><legend><h2>Who</h2></legend><div class="field">' in html
    assert (
        '<div class="row"><button type="submit" name="save" value="Keep" class="button" id="submit-id-save">Keep<'
        in html
    )
    assert "btn" not in html


def test_a_misspelt_field_in_a_layout_is_an_error():
    form = Everything()
    form.helper = FormHelper()
    form.helper.layout = Layout("nmae")
    with pytest.raises(Exception, match="nmae"):
        rendered("{% crispy form %}", form=form)


def test_a_list_to_choose_from_keeps_groups_choice_and_signs():
    field = forms.ChoiceField(choices=[("", "Everyone"), ("Close & near", [(1, "<Mam>"), (2, "Joris")])])
    html = field.widget.render("who", 1, {"id": "id_who"})
    assert re.findall(r"<option[^>]*>[^<]*", html) == [
        '<option value="">Everyone',
        '<option value="1" selected>&lt;Mam&gt;',
        '<option value="2">Joris',
    ]
    assert '<select name="who" id="id_who">' in html
    assert '<optgroup label="Close &amp; near">' in html
