"""Ten thousand people: previewed, taken over and taken back within the limits of the shipped server."""

import time
import tracemalloc
from collections import deque

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from assessment.openness import Standing
from regie.mydata import exports
from regie.mydata.models import Import, WaitingImport
from relations.models import ContactMoment, Presence, Relation
from tests.factories import TODAY, a_relation
from tests.regie.mydata.circle import NOW, an_owner
from tests.regie.mydata.test_pages import many

pytestmark = [pytest.mark.django_db, pytest.mark.full]
LIMIT = 30  # seconds, after which gunicorn ends a request


@pytest.fixture
def page(client):
    client.force_login(an_owner())
    return client


def timed(deed):
    """What ``deed`` gives, and its processor time in seconds."""
    began = time.process_time()
    return deed(), time.process_time() - began


def upload(page):
    file = SimpleUploadedFile("contacten.vcf", many(10_000))
    return page.post(reverse("mydata:import"), {"file": file})


def press(page, url):
    return page.post(url, {"key": WaitingImport.objects.get().key, "do": "take"})


def test_ten_thousand_cards_go_in_and_out_again(page):
    first = reverse("mydata:import_page", args=[1])
    _, uploading = timed(lambda: upload(page))
    answer, looking = timed(lambda: page.get(reverse("mydata:import_page", args=[200])))
    _, taking = timed(lambda: press(page, first))
    assert "Mens 9999" in answer.content.decode()
    assert Relation.objects.count() == 10_000
    _, again = timed(lambda: upload(page))
    _, joining = timed(lambda: press(page, first))
    assert Relation.objects.count() == 10_000
    _, undoing = timed(lambda: page.post(reverse("mydata:import_undo", args=[Import.objects.earliest("pk").pk])))
    assert Relation.objects.count() == 0
    assert max(uploading, looking, taking, again, joining, undoing) < LIMIT / 2


def test_an_export_of_eight_thousand_moments_stays_small_in_memory():
    owner = an_owner()
    sanne = a_relation(owner)
    rows = [ContactMoment(owner=owner, happened_on=TODAY, manner="called", note="x" * 400) for _ in range(8_000)]
    moments = ContactMoment.objects.bulk_create(rows)
    Presence.objects.bulk_create(Presence(relation=sanne, moment=one, happened_on=TODAY) for one in moments)
    del rows, moments
    tracemalloc.start()
    deque(exports.archive(owner, Standing(), NOW), maxlen=0)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 40_000_000
