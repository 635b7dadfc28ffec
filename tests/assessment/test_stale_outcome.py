"""A stale outcome cookie leaves with the first page that looked at it."""

from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory

from assessment.standing import standing_of
from regie.middleware import closed_by_default


def test_a_broken_outcome_goes_with_the_answer_of_the_page_that_read_it():
    def page(request):
        return HttpResponse(str(int(standing_of(request).level)))

    request = RequestFactory().get("/")
    request.COOKIES[settings.OUTCOME_COOKIE_NAME] = "broken"
    response = closed_by_default(page)(request)
    assert response.content == b"2"
    assert response.cookies[settings.OUTCOME_COOKIE_NAME]["max-age"] == 0
