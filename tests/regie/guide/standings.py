"""A browser that holds an outcome, for tests of what a page shows then."""

from django.http import HttpResponse
from django.test import Client, RequestFactory

from assessment import trace
from assessment.trace import Shown


def browser(level=None, *flags, country=""):
    """A client whose outcome cookie says this; without a level it has no cookie at all."""
    client = Client()
    if level is not None:
        response = HttpResponse()
        trace.keep_shown(RequestFactory().get("/"), response, Shown(int(level), tuple(flags), country))
        client.cookies.update(response.cookies)
    return client
