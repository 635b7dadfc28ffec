"""What a person sees when something is refused or goes wrong."""

import pytest
from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponseNotAllowed
from django.test import Client, RequestFactory
from django.urls import get_resolver

from regie import errors
from regie.middleware import strict_headers

requests = RequestFactory()


def handled(status, path="/nowhere/", exception=None):
    """What the site's own handler answers; a bare request has no session and no person, and no test here a database."""
    return get_resolver().resolve_error_handler(status)(requests.get(path), exception=exception)


@pytest.mark.parametrize(
    ("status", "exception", "heading", "heading_en"),
    [
        (400, SuspiciousOperation(), "Dit kunnen we niet lezen", "We cannot read this"),
        (403, PermissionDenied(), "Hier kun je niet bij", "You cannot open this page"),
        (404, None, "Deze pagina vinden we niet", "We cannot find this page"),
    ],
)
def test_a_refusal_speaks_the_language_of_its_path(status, exception, heading, heading_en):
    for path, words in (("/nowhere/", heading), ("/en/nowhere/", heading_en)):
        response = handled(status, path, exception)
        assert response.status_code == status
        assert f"<h1>{words}</h1>" in response.content.decode()
        assert f"<title>{words} – Regie</title>" in response.content.decode()


def test_what_is_too_large_gets_413():
    response = handled(400, exception=RequestDataTooBig())
    assert response.status_code == 413
    assert "<h1>Dit bestand is te groot</h1>" in response.content.decode()


@pytest.mark.parametrize(
    ("seconds", "heading", "retry"),
    [
        pytest.param(0, "Wacht even", None, id="not-known"),
        pytest.param(20, "Wacht even: nog 1 minuut", "20", id="under-a-minute"),
        pytest.param(240, "Wacht even: nog 4 minuten", "240", id="whole-minutes"),
        pytest.param(241, "Wacht even: nog 5 minuten", "241", id="rounded-up"),
    ],
)
def test_too_many_attempts_say_how_long(seconds, heading, retry):
    response = errors.too_many_requests(requests.get("/"), seconds)
    assert response.status_code == 429
    assert f"<h1>{heading}</h1>" in response.content.decode()
    assert response.get("Retry-After") == retry


def test_an_error_inside_is_one_file_in_both_languages():
    client = Client(raise_request_exception=False)
    response = client.get("/healthz")  # reaches for the database, which this test does not have
    assert response.status_code == 500
    assert response.content == errors.WENT_WRONG
    assert "Er ging bij ons iets mis" in response.content.decode()
    assert "Something went wrong on our side" in response.content.decode()


def after_an_error(path="/mijn/momenten/nieuw/", read=True, **sent):
    """The page for an error inside, after a form was sent to ``path`` and read by the view, or not yet."""
    request = requests.post(path, sent)
    if read:
        assert request.POST
    return errors.server_error(request).content.decode()


def test_what_was_sent_stands_ready_to_be_sent_again():
    page = after_an_error(
        "/mijn/?a=1&b=2", note='Wat "ik"\nzei & <b>dacht</b>', who=["1", "2"], csrfmiddlewaretoken="x"
    )
    assert '<form method="post" action="/mijn/?a=1&amp;b=2" id="again">' in page
    assert 'value="Wat &quot;ik&quot;\nzei &amp; &lt;b&gt;dacht&lt;/b&gt;"' in page
    assert [f'name="who" value="{pk}"' in page for pk in (1, 2)] == [True, True]
    assert 'name="csrfmiddlewaretoken" value="x"' in page
    assert page.index("Stuur het nog eens") < page.index("Send it again")


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param({"login": "noor", "password": "geheim en lang"}, id="a-password"),
        pytest.param({"oldpassword": "geheim en lang"}, id="an-old-password"),
        pytest.param({"code": "123456"}, id="a-code"),
        pytest.param({"file": SimpleUploadedFile("mensen.vcf", b"geheim"), "a": "b"}, id="a-file-cannot-be"),
        pytest.param({"note": "geheim", "read": False}, id="what-was-not-read-stays-unread"),
    ],
)
def test_what_must_not_stand_on_a_page_is_not_offered_again(sent):
    assert after_an_error(**sent) == errors.WENT_WRONG.decode()


@pytest.mark.parametrize("name", ["413.html", "500.html", "maintenance.html"])
def test_a_page_for_when_all_is_down_stands_alone(name, settings):
    html = (settings.ROOT / "static" / name).read_text()
    assert "{%" not in html
    assert "{{" not in html
    assert 'href="/hulp/"' in html
    assert 'href="/en/help/"' in html
    assert 'href="tel:112"' in html


@pytest.mark.django_db
def test_a_form_without_its_key_gets_our_page():
    response = Client(enforce_csrf_checks=True).post("/healthz", {"name": "Sanne"})
    assert response.status_code == 403
    assert "<h1>Laad de pagina opnieuw</h1>" in response.content.decode()


@pytest.mark.django_db
def test_a_verb_that_a_page_does_not_know_gets_our_page(client):
    response = client.post("/healthz")
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"
    assert response["Content-Type"] == "text/html; charset=utf-8"
    assert response["Content-Length"] == str(len(response.content))
    assert "<h1>Zo werkt deze pagina niet</h1>" in response.content.decode()


def test_a_405_that_says_something_is_left_alone():
    answer = HttpResponseNotAllowed(["GET"], "own words")
    assert strict_headers(lambda request: answer)(requests.post("/")).content == b"own words"


@pytest.fixture
def visitor(settings):
    """A browser with a key for forms, so that the body is read."""
    client = Client(enforce_csrf_checks=True)
    client.cookies[settings.CSRF_COOKIE_NAME] = "a" * 32
    return client


def test_a_body_over_the_limit_gets_413(visitor, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10
    response = visitor.post("/healthz", "name=Sanne&name=Ria", content_type="application/x-www-form-urlencoded")
    assert response.status_code == 413
    assert "Dit bestand is te groot" in response.content.decode()


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        pytest.param("application/x-www-form-urlencoded; charset=utf-7", b"a=b", id="strange-charset"),
        pytest.param("multipart/form-data; boundary=", b"--", id="broken-multipart"),
        pytest.param("application/x-www-form-urlencoded", b"&".join(b"a=1" for _ in range(1001)), id="many-fields"),
    ],
)
def test_a_body_that_cannot_be_read_gets_400(visitor, content_type, body):
    response = visitor.generic("POST", "/healthz", body, content_type=content_type)
    assert response.status_code == 400
    assert "<h1>Dit kunnen we niet lezen</h1>" in response.content.decode()


def test_every_refusal_leads_to_the_beginning_and_to_help():
    for status in (400, 403, 404):
        html = handled(status).content.decode()
        assert '<a class="button" href="/">' in html
        assert '<a class="button button--quiet" href="/hulp/">' in html
