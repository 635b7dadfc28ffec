"""A first visit to my circle with sixty people weighs at most 20 KB, as sent."""

import gzip
import re

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from assessment.models import SafeguardState, State
from assessment.safeguard import Level
from relations.kinds import Kind, Party
from tests.factories import a_moment, a_relation

pytestmark = pytest.mark.django_db

NAMES = ["Mam", "Joris", "Lotte", "Sanne", "Yusuf", "Pieter", "Hanna", "Dewi", "Ria", "Aïcha", "Murat", "Eva"]


def sent(file: str) -> int:
    """The size of a static file as it is sent to a browser that knows gzip."""
    with open(finders.find(file), "rb") as opened:
        return len(gzip.compress(opened.read()))


def test_a_first_visit_with_sixty_people(me, user):
    SafeguardState.objects.create(owner=user, content=State(Level.TIPS).as_text())
    for i in range(60):
        party = list(Party)[i % 3]
        relation = a_relation(user, f"{NAMES[i % 12]} {i}", kind=list(Kind)[i % 3], party=party, rhythm_days=30)
        a_moment(relation, felt_after="lighter")
    answer = me.get(reverse("relations:dashboard"), headers={"accept-encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
    page = re.sub(
        r'<link rel="apple-touch-icon"[^>]*>', "", gzip.decompress(answer.content).decode()
    )  # asked for later
    files = {re.sub(r"\.[0-9a-f]{12}(?=\.)", "", name) for name in re.findall(r'"/static/([^"]+)"', page)}
    assert {"site.css", "account.css", "regie.js"} <= files
    assert len(answer.content) + sum(map(sent, files)) <= 20_000
