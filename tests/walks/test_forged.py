"""What another site sends, or pretends, gets nowhere: not on any address, in neither language."""

import re
import socket
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import resolve, reverse

from regie.mydata.models import WaitingImport
from relations.models import Relation
from tests.walks.addresses import ADDRESSES
from tests.walks.test_access import SEEN, signed_in
from tests.walks.world import arguments_of, everything_kept, make_world

pytestmark = pytest.mark.django_db

# Mail programs post here from nowhere; the address itself is the secret, and all it does is stop a mail.
WITHOUT_TOKEN = {"post:stop"}
HERE, ELSEWHERE = "https://testserver", "https://elders.example"
TOKEN = "a" * 32
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


@pytest.fixture
def owner():
    """Someone with something of everything."""
    return make_world()


def strict(person, settings):
    """A browser of ``person`` that looks at tokens, as every real one does."""
    client = Client(enforce_csrf_checks=True)
    client.cookies = signed_in(person).cookies
    client.cookies[settings.CSRF_COOKIE_NAME] = TOKEN
    return client


def token_of_another():
    """A token that is sound in somebody else's browser."""
    page = Client().get(reverse("account_login")).content.decode()
    return page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_form_with_another_key_or_from_another_site_changes_nothing(owner, settings, language):
    before, client, anothers = everything_kept(owner), strict(owner, settings), token_of_another()
    forged = [
        ({}, {"HTTP_ORIGIN": HERE}),
        ({"csrfmiddlewaretoken": ""}, {"HTTP_ORIGIN": HERE}),
        ({"csrfmiddlewaretoken": "b" * 32}, {"HTTP_ORIGIN": HERE}),
        ({"csrfmiddlewaretoken": anothers}, {"HTTP_ORIGIN": HERE}),
        ({"csrfmiddlewaretoken": TOKEN}, {"HTTP_ORIGIN": ELSEWHERE}),
        ({"csrfmiddlewaretoken": TOKEN}, {"HTTP_REFERER": f"{ELSEWHERE}/"}),
    ]
    heading = {"nl": "<h1>Laad de pagina opnieuw</h1>", "en": "<h1>Reload the page</h1>"}
    for name, address in ADDRESSES.items():
        url = address.url(language, **arguments_of(name, owner))
        for fields, headers in forged if name not in WITHOUT_TOKEN else ():
            answer = client.post(url, fields, secure=True, **headers)
            assert answer.status_code == 403, f"{name}: {answer.status_code} for {fields} {headers}"
            assert heading["en" if url.startswith("/en/") else "nl"] in answer.content.decode(), name
    assert everything_kept(owner) == before


def test_what_our_own_page_sent_under_an_old_key_can_be_sent_again(owner, settings):
    form = {"csrfmiddlewaretoken": "b" * 32, "name": 'Ria "van" <b>', "kind": "friendship"}
    browser = strict(owner, settings)
    answer = browser.post(reverse("relations:add"), form, HTTP_SEC_FETCH_SITE="same-origin")
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "<h1>Stuur het nog eens</h1>" in page
    fields = {unescape(name): unescape(value) for name, value in HIDDEN.findall(page)}
    assert fields.keys() == form.keys()
    assert browser.post(reverse("relations:add"), fields).status_code == 302
    assert Relation.objects.of(owner).filter(name=form["name"]).count() == 1


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none", ""])
def test_what_another_site_sent_is_never_repeated(owner, settings, site):
    form = {"name": "Ria", "kind": "friendship"}
    answer = strict(owner, settings).post(reverse("relations:add"), form, HTTP_SEC_FETCH_SITE=site)
    assert "Ria" not in answer.content.decode()
    assert "<h1>Laad de pagina opnieuw</h1>" in answer.content.decode()


def test_a_sound_form_passes_the_same_door(owner, settings):
    headers = {"HTTP_ORIGIN": HERE, "secure": True}
    form = {"csrfmiddlewaretoken": TOKEN, "name": "Ria", "kind": "friendship"}
    assert strict(owner, settings).post(reverse("relations:add"), form, **headers).status_code == 302
    assert Relation.objects.of(owner).filter(name="Ria").exists()


@pytest.mark.parametrize("host", ["elders.example", "testserver.elders.example", "testserver:80:80", "a b", "[::1"])
def test_a_foreign_host_gets_no_page(client, host):
    for path in ("/", "/healthz", "/mijn/", "/zelfcheck/"):
        answer = client.get(path, HTTP_HOST=host)
        assert answer.status_code == 400
        assert "elders.example" not in answer.content.decode()


def test_what_a_proxy_did_not_say_is_not_believed(client):
    answer = client.get("/mijn/", HTTP_X_FORWARDED_HOST="elders.example", HTTP_FORWARDED="host=elders.example")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/")


def test_the_site_asks_nobody_for_anything(owner, monkeypatch):
    """Whatever is looked at or taken over: the server itself opens no connection to anywhere."""
    asked = []
    monkeypatch.setattr(socket.socket, "connect", lambda self, address: asked.append(address))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *arguments, **options: asked.append(arguments) or [])
    client = signed_in(owner)
    for name, address in SEEN.items():
        client.get(address.url(**arguments_of(name, owner)))
    card = (
        b"BEGIN:VCARD\nFN:Ria\nURL:http://elders.example/\nPHOTO;VALUE=uri:http://elders.example/ria.png\nEND:VCARD\n"
    )
    client.post(reverse("mydata:import"), {"file": SimpleUploadedFile("mensen.vcf", card)})
    client.post(reverse("mydata:import_preview"), {"key": WaitingImport.objects.get(owner=owner).key, "do": "take"})
    assert Relation.objects.of(owner).filter(name="Ria").exists()
    assert asked == []


def test_addresses_that_need_no_token_are_known(owner):
    views = {name: resolve(address.url(**arguments_of(name, owner))).func for name, address in ADDRESSES.items()}
    assert {name for name, view in views.items() if getattr(view, "csrf_exempt", False)} == WITHOUT_TOKEN
