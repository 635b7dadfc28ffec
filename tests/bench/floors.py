"""The two floors, each a Django site of its own under the same gunicorn settings.

*hello*: no middleware, an answer of five bytes. *page*: a plain finished Django page, with the default middleware, a
database session, a signed-in user, one template with inheritance and a loop over 60 rows, about 13 KB.
"""

import os
from datetime import date

import django
from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

FLOOR = os.environ["FLOOR"]
BASE = """<!doctype html><html lang="en"><head><title>{% block title %}{% endblock %}</title></head><body>
<header>{{ user.get_username }}</header><main>{% block main %}{% endblock %}</main></body></html>"""
ROWS = """{% extends "base.html" %}{% block title %}Rows{% endblock %}{% block main %}<ul>{% for row in rows %}
<li class="row row--{{ row.kind }}"><a class="row__name" href="/rows/{{ row.pk }}/">{{ row.name }}</a>
<p class="row__text">{{ row.text }}</p><time datetime="{{ row.day|date:"Y-m-d" }}">{{ row.day|date:"j F" }}</time></li>
{% endfor %}</ul>{% endblock %}"""

if not settings.configured:
    settings.configure(
        SECRET_KEY="floor",
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF=__name__,
        USE_TZ=True,
        INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.environ.get("FLOOR_DATABASE")}},
        MIDDLEWARE=[]
        if FLOOR == "hello"
        else [
            "django.middleware.security.SecurityMiddleware",
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.middleware.clickjacking.XFrameOptionsMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.contrib.auth.context_processors.auth",
                    ],
                    "loaders": [
                        (
                            "django.template.loaders.cached.Loader",
                            [("django.template.loaders.locmem.Loader", {"base.html": BASE, "rows.html": ROWS})],
                        )
                    ],
                },
            }
        ],
    )
    django.setup()


def hello(request):
    """Five bytes."""
    return HttpResponse(b"hello")


def page(request):
    """Sixty rows from the database's clock and a template, for a person who has signed in."""
    rows = [
        {"pk": n, "kind": "friendship", "name": f"Person {n}", "text": "a line of text " * 4, "day": date(2026, 1, 1)}
        for n in range(60)
    ]
    request.user.get_username()
    return render(request, "rows.html", {"rows": rows})


urlpatterns = [path("hello/", hello), path("page/", page)]


def prepare() -> str:
    """Make the database of *page* with one signed-in user; the value of the session cookie."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.auth.models import User
    from django.contrib.sessions.backends.db import SessionStore

    call_command("migrate", verbosity=0)
    user = User.objects.create_user("noor")
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return session.session_key


application = get_wsgi_application()
if __name__ == "__main__":
    print(prepare())  # noqa: T201
