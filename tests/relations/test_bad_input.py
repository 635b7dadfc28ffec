"""Whatever is typed, sent twice, or put in an address: an answer in our own words, and a circle that stays sound."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from relations.forms.changes import DiedForm, PauseForm
from relations.forms.moment import MomentAddForm, MomentForm
from relations.forms.relation import RelationForm
from relations.models import ContactMoment, Relation
from tests.factories import TODAY, a_moment, a_relation

pytestmark = pytest.mark.django_db

BAD = {
    "nothing": "",
    "space": " \t\r\n ",
    "invisible": "\u200b\u2060\ufeff",
    "nul": "a\0b",
    "control": "a\x07\x1b[31mb",
    "emoji": "👩‍👩‍👧 ❤️",
    "right to left": "\u202eabc",
    "piled marks": "Z" + "\u0301" * 50,
    "arabic": "سارة",
    "markup": "<script>alert(1)</script>{{ 7|add:7 }}",
    "long": "x" * 10_001,
    "number": "9" * 400,
    "negative": "-1",
    "float": "1e309",
    "date": "0000-00-00",
    "far date": "9999-12-31",
    "list": "[]",
    "formula": "=1+1",
}
NASTIEST = ("nul", "long", "number", "right to left")  # the others wait for the full run
VALUES = [
    pytest.param(value, id=name, marks=[] if name in NASTIEST else pytest.mark.full) for name, value in BAD.items()
]
PAGES = ["list", "timeline", "quiet", "moment_add", "dashboard"]


@pytest.fixture
def sanne(user):
    return a_relation(user, note="Lief.")


@pytest.fixture
def moment(sanne):
    a_relation(sanne.owner, "Yusuf")  # so that somebody stays in the circle
    return a_moment(sanne)


def forms(sanne, moment):
    """Each form: its address, its fields, and what is sound to send."""
    relation = {"name": "Sanne", "kind": "friendship"}
    day = {"starts_on": "2026-12-01"}
    logged = {"who": sanne.pk, "manner": "met"}
    changed = logged | {"happened_on": "2026-01-31"}
    return [
        ("add", [], RelationForm.base_fields, relation),
        ("edit", [sanne.pk], RelationForm.base_fields, relation),
        ("died", [sanne.pk], DiedForm.base_fields, {}),
        ("pause", [sanne.pk], PauseForm.base_fields, day),
        ("pause_all", [], PauseForm.base_fields, day),
        ("moment_add", [], MomentAddForm.base_fields, logged),
        ("moment_more", [moment.pk], MomentForm.base_fields, {}),
        ("moment_edit", [moment.pk], MomentForm.base_fields, changed),
    ]


@pytest.mark.parametrize("value", VALUES)
def test_all_fields_of_each_form_bear_anything(me, user, sanne, moment, value):
    for name, args, fields, sound in forms(sanne, moment):
        everywhere, twice = dict.fromkeys(fields, value), {field: [value, value] for field in fields}
        in_brackets = {f"{field}[]": value for field in fields}
        for sent in (everywhere, everywhere | sound, twice | sound, in_brackets):
            answer = me.post(reverse(f"relations:{name}", args=args), sent)
            assert answer.status_code in (200, 302), name
    for page in PAGES:
        assert me.get(reverse(f"relations:{page}")).status_code == 200, page
    for relation in Relation.objects.of(user):
        assert me.get(relation.get_absolute_url()).status_code == 200
    for kept in ContactMoment.objects.of(user):
        assert me.get(kept.get_absolute_url()).status_code == 200


def test_a_note_of_300_kb_is_refused_with_its_limit_and_stays_in_the_form(me, sanne, moment):
    note = "lang verhaal " * 25_000
    answer = me.post(reverse("relations:moment_more", args=[moment.pk]), {"note": note})
    text = answer.content.decode()
    assert "Hier passen 10000 tekens." in text
    assert note.strip() in text
    moment.refresh_from_db()
    assert moment.note == ""


def test_a_file_in_any_field_is_no_text(me, sanne, moment):
    for name, args, fields, _ in forms(sanne, moment):
        sent = {field: SimpleUploadedFile("a.bin", b"\xff\x00") for field in fields}
        assert me.post(reverse(f"relations:{name}", args=args), sent).status_code in (200, 302), name


@pytest.mark.parametrize("value", VALUES)
def test_addresses_bear_anything(me, moment, value):
    names = ("q", "kind", "who", "manner", "felt", "period", "before", "after", "weg", "all", "genoteerd", "bewaard")
    for page in PAGES:
        assert me.get(reverse(f"relations:{page}"), dict.fromkeys(names, value[:300])).status_code == 200, page


def test_what_is_refused_changes_nothing(me, user, sanne, moment):
    me.post(reverse("relations:edit", args=[sanne.pk]), {"name": "Ander", "kind": "enemy"})
    me.post(reverse("relations:moment_edit", args=[moment.pk]), {"who": [], "happened_on": "x", "manner": "met"})
    sanne.refresh_from_db()
    moment.refresh_from_db()
    assert (sanne.name, sanne.note) == ("Sanne", "Lief.")
    assert (moment.happened_on, list(moment.relations.all())) == (TODAY, [sanne])


@pytest.mark.parametrize("name", ["remove", "restore", "moment_remove", "moment_restore"])
def test_clicking_twice_is_clicking_once(me, sanne, moment, name):
    url = reverse(f"relations:{name}", args=[(moment if name.startswith("moment") else sanne).pk])
    first, second = me.post(url), me.post(url)
    assert (second.status_code, second["Location"]) == (302, first["Location"])


@pytest.mark.parametrize("verb", ["put", "patch", "delete"])
def test_a_verb_that_a_page_does_not_know_is_refused(me, sanne, verb):
    for url in (sanne.get_absolute_url(), reverse("relations:edit", args=[sanne.pk]), reverse("relations:list")):
        assert getattr(me, verb)(url).status_code == 405


@pytest.mark.parametrize(
    "name", ["remove", "restore", "status_undo", "pause_end", "not_now", "safe", "moment_remove", "moment_restore"]
)
def test_looking_never_changes_anything(me, user, sanne, moment, name):
    pk = moment.pk if name.startswith("moment") else sanne.pk
    for verb in (me.get, me.head, me.options):
        verb(reverse(f"relations:{name}", args=[pk]))
    assert Relation.objects.of(user).first() == sanne
    assert ContactMoment.objects.of(user).get() == moment
