"""A log line tells what happened and where in the code, and nothing of a person."""

import json
import logging
import logging.handlers
import sys

from django.test import RequestFactory

from regie.logs import JsonLines

SECRET = "Mam belde zondag"


def line(message="%s", arguments=("gone",), exception=None, **extra):
    """One formatted line, as a dict and as text."""
    record = logging.LogRecord("regie", logging.ERROR, "x.py", 1, message, arguments, exception)
    vars(record).update(extra)
    text = JsonLines().format(record)
    return json.loads(text), text


def test_a_line_is_one_json_object():
    parsed, text = line("job %s done", ("7",))
    assert (parsed["level"], parsed["logger"], parsed["message"]) == ("ERROR", "regie", "job 7 done")
    assert "\n" not in text


def test_an_error_tells_its_class_and_place_but_not_its_words():
    try:
        raise ValueError(SECRET)
    except ValueError:
        parsed, text = line(exception=sys.exc_info())
    assert parsed["error"] == "ValueError"
    assert "test_logs.py" in parsed["where"][-1]
    assert SECRET not in text


def test_a_line_of_django_on_a_request_has_no_path():
    request = RequestFactory().get("/agenda/geheime-sleutel.ics?q=Mam")
    parsed, text = line("Not Found: %s", (request.path,), request=request, status_code=404)
    assert parsed["message"] == "GET - 404"
    assert "geheime" not in text


def test_a_line_of_the_development_server_is_a_line():
    parsed, _ = line("GET %s", ("/",), request=object())
    assert parsed["message"] == "GET /"


def test_lines_of_requests_wait_for_each_other_but_not_behind_a_warning(settings):
    handler = logging.handlers.MemoryHandler(100, flushLevel=settings.LOGGING["handlers"]["requests"]["flushLevel"])
    records = [logging.LogRecord("regie", level, "x.py", 1, "", (), None) for level in (logging.INFO, logging.WARNING)]
    assert [handler.shouldFlush(record) for record in records] == [False, True]
