"""What a person sees when something is refused or goes wrong: our own words, in the language of the path, with help.

None of these but 429 reads the body, the session or the database: what went wrong may be just that. After an error
inside, what was sent and read before stands ready to be sent again: the browser's Back would show an empty form.
"""

import math

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpResponse, HttpResponseServerError
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language_from_path, override

from regie.accounts.limits import full_for

# Whole and ready in both languages, readable without styles: it must stand when nothing else does.
WENT_WRONG = (settings.ROOT / "static" / "500.html").read_bytes()
AGAIN = """<p>Niets is half bewaard. Met deze knop stuur je hetzelfde nog eens: twee keer is één keer bewaren.</p>
          <form method="post" action="{}" id="again">{}<button class="button">Stuur het nog eens</button></form>"""
AGAIN_EN = """<p>Nothing was kept halfway. With this button you send the same again: sent twice is kept once.</p>
          <p><button class="button" form="again">Send it again</button></p>"""
FORM_KEY = "csrfmiddlewaretoken"
NEVER_REPEATED = ("password", "code", "credential")  # in the name of a field


def error_page(request, status: int, template: str, **context) -> HttpResponse:
    """The page ``errors/<template>.html`` with ``status``. No context processor runs: they offer session and person."""
    with override(get_language_from_path(request.path_info) or settings.LANGUAGE_CODE):
        html = render_to_string(f"errors/{template}.html", {"request": request, **context})
    return HttpResponse(html, status=status)


def bad_request(request, exception=None):
    """400 for what we cannot read, 413 for what is too large."""
    if isinstance(exception, RequestDataTooBig):
        return error_page(request, 413, "413")
    return error_page(request, 400, "400")


def permission_denied(request, exception=None):
    """403 for what is not for this person."""
    return error_page(request, 403, "403")


def csrf_failure(request, reason=""):
    """403 for a form without its key, which mostly stood open for long.

    What a page of ours sent, as the browser says, stands ready to be sent again with a new key. What comes from
    elsewhere is never repeated: one click on it would be their click.
    """
    is_ours = request.headers.get("Sec-Fetch-Site") == "same-origin"
    fields = {name: values for name, values in sent_before(request).items() if name != FORM_KEY} if is_ours else {}
    again = hidden(fields | {FORM_KEY: [get_token(request)]}) if fields else ""
    return error_page(request, 403, "403_csrf", again=again, path=request.get_full_path())


def page_not_found(request, exception=None):
    """404, the same for what is another's and for what does not exist."""
    return error_page(request, 404, "404")


def fill_method_not_allowed(request, response):
    """Django's answer to a verb that a page does not know is empty: put our page into it."""
    page = error_page(request, 405, "405")
    response.content = page.content
    response["Content-Type"] = page["Content-Type"]
    response["Content-Length"] = str(len(page.content))


def too_many_requests(request, seconds: int | None = None):
    """429, with the minutes to wait: ``seconds``, or what the counters of signing in say."""
    seconds = full_for(request) if seconds is None else seconds
    response = error_page(request, 429, "429", minutes=math.ceil(seconds / 60))
    if seconds:
        response["Retry-After"] = str(seconds)
    return response


def server_error(request):
    page, sent = WENT_WRONG, sent_before(request)
    if sent:
        again = format_html(AGAIN, request.get_full_path(), hidden(sent))
        page = page.replace(b"<!-- send again, nl -->", again.encode())
        page = page.replace(b"<!-- send again, en -->", AGAIN_EN.encode())
    return HttpResponseServerError(page)


def sent_before(request) -> dict[str, list[str]]:
    """What the form held: name -> values; empty where there is nothing, a file, or a secret.

    Only what Django has read already: reading it here may be the next mistake.
    """
    sent, files = getattr(request, "_post", None), getattr(request, "_files", None)
    if not sent or files or any(word in name for name in sent for word in NEVER_REPEATED):
        return {}
    return dict(sent.lists())


def hidden(fields: dict[str, list[str]]) -> str:
    """Fields that a person does not see, and that are sent as they came."""
    pairs = [(name, value) for name, values in fields.items() for value in values]
    return format_html_join("", '<input type="hidden" name="{}" value="{}">', pairs)
