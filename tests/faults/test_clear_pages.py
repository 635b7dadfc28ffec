"""What a person sees, and what stays, when the database takes no more, is locked for long, or a page cannot be made."""

import re
import sqlite3
import uuid
from contextlib import closing, contextmanager
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from regie import errors
from regie.mydata.models import WaitingImport
from relations.models import ContactMoment, Presence, Relation
from tests.factories import a_relation
from tests.regie.mydata.circle import an_owner

pytestmark = pytest.mark.django_db(transaction=True)

CARDS = "".join(f"BEGIN:VCARD\nFN:Iemand {number} {'van ver ' * 20}\nEND:VCARD\n" for number in range(200)).encode()
SANNE = "Sanne van de hoek"


@pytest.fixture
def owner():
    """Someone with an account and one relation."""
    owner = an_owner()
    a_relation(owner, SANNE)
    return owner


@pytest.fixture
def me(owner):
    """Their browser; an error inside reaches it as a page, as on the shipped site."""
    browser = Client(raise_request_exception=False)
    browser.force_login(owner)
    return browser


@contextmanager
def room_for_a_few_rows():
    """The disk of the database is full after some more rows, in the middle of what takes many."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            pages = cursor.execute("PRAGMA page_count").fetchone()[0]
            cursor.execute(f"PRAGMA max_page_count = {pages + 2}")
        else:
            cursor.execute(FULL)
        try:
            yield
        finally:
            cursor.execute(ROOM_AGAIN[connection.vendor])


ROOM_AGAIN = {"sqlite": "PRAGMA max_page_count = 1073741823", "postgresql": "DROP FUNCTION no_room CASCADE"}
FULL = """
    CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF (SELECT count(*) FROM relations_relation) >= 3
      THEN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER no_room BEFORE INSERT ON relations_relation FOR EACH ROW EXECUTE FUNCTION no_room();
"""


def names():
    """Who stands in the circle."""
    return list(Relation.objects.values_list("name", flat=True))


def press_again(browser, answer):
    """Press the button of the error page: the same form once more."""
    page = answer.content.decode()
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page)
    return browser.post(unescape(re.search(r'<form method="post" action="([^"]+)"', page).group(1)), dict(fields))


def say_yes(me):
    """Press "take over" on the page where a file waits."""
    return me.post(reverse("mydata:import_preview"), {"key": WaitingImport.objects.get().key, "do": "take"})


def test_an_import_that_does_not_fit_takes_nobody_and_waits_for_room(me, on_disk):
    me.post(reverse("mydata:import"), {"file": SimpleUploadedFile("mensen.vcf", CARDS)})
    with room_for_a_few_rows():
        answer = say_yes(me)
        assert answer.status_code == 500
        assert names() == [SANNE]
    assert press_again(me, answer).status_code == 302
    assert len(names()) == 201


@pytest.mark.skipif(connection.vendor != "sqlite", reason="One writer at a time is SQLite's way.")
def test_a_database_that_stays_locked_gets_a_clear_page_and_the_form_can_go_again(owner, on_disk, monkeypatch):
    monkeypatch.setitem(connection.settings_dict["OPTIONS"], "timeout", 0.2)  # seconds; twenty as shipped
    browser = Client(raise_request_exception=False)
    browser.force_login(owner)
    form = {"who": Relation.objects.get().pk, "manner": "called", "key": uuid.uuid4()}
    with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as somebody_else:
        somebody_else.execute("BEGIN IMMEDIATE")
        answer = browser.post(reverse("relations:moment_add"), form)
        assert answer.status_code == 500
        assert browser.get(reverse("relations:dashboard")).status_code == 200
    assert press_again(browser, answer).status_code == 302
    assert (ContactMoment.objects.count(), Presence.objects.count()) == (1, 1)


@contextmanager
def broken(template, settings, folder):
    """The site with a mistake in one of its templates, where half of the page is made already."""
    path = folder / template
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"<h1>{SANNE}</h1>{{% url 'an-address-that-is-not-there' %}}")
    shipped = settings.TEMPLATES
    settings.TEMPLATES = [shipped[0] | {"DIRS": [folder, *shipped[0]["DIRS"]]}]
    yield
    settings.TEMPLATES = shipped


def test_a_page_that_cannot_be_made_gets_a_clear_one(me, settings, tmp_path):
    with broken("relations/relation_detail.html", settings, tmp_path):
        answer = me.get(Relation.objects.get().get_absolute_url())
    assert (answer.status_code, answer.content) == (500, errors.WENT_WRONG)
    assert "Content-Security-Policy" in answer.headers
    assert me.get(Relation.objects.get().get_absolute_url()).status_code == 200


def test_what_was_kept_is_kept_when_the_page_after_it_cannot_be_made(me, settings, tmp_path):
    form = {"who": Relation.objects.get().pk, "manner": "called", "key": uuid.uuid4()}
    with broken("relations/dashboard.html", settings, tmp_path):
        answers = [me.post(reverse("relations:moment_add"), form, follow=True) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [500, 500]
    assert (ContactMoment.objects.count(), Presence.objects.count()) == (1, 1)


def test_an_error_page_that_cannot_be_made_gives_way_to_the_plain_one(me, settings, tmp_path):
    with broken("errors/404.html", settings, tmp_path):
        answer = me.get("/nergens/")
    assert (answer.status_code, answer.content) == (500, errors.WENT_WRONG)
