"""Queries a page: ``python -m tests.bench.queries '{"name": ["/path/", "cookie=value"]}'`` prints them as JSON."""

import json
import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regie.settings")
django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402


def queries(path: str, cookie: str) -> int:
    """The queries of one request, when the page was asked for before. A status other than 200 raises."""
    visitor = Client(headers={"host": "127.0.0.1", "cookie": cookie})
    visitor.get(path)
    with CaptureQueriesContext(connection) as asked:
        status = visitor.get(path).status_code
    if status != 200:
        raise RuntimeError(f"{path} answers {status}")
    return len(asked)


if __name__ == "__main__":
    print(json.dumps({name: queries(*page) for name, page in json.loads(sys.argv[1]).items()}))  # noqa: T201
