"""The counters that limit guessing."""

import pytest
from allauth.core.internal.ratelimit import Rate
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.test import RequestFactory

from regie.accounts.limits import account_counter, counters_about, full_for, seconds_left
from tests.factories import a_person

pytestmark = pytest.mark.django_db

TEN_IN_FIVE_MINUTES = Rate(10, 300, "key")
NOW = 1_000_000.0


@pytest.mark.parametrize(
    ("ages", "seconds"),
    [
        pytest.param([], 0, id="never"),
        pytest.param([1] * 9, 0, id="nine"),
        pytest.param([0] * 10, 301, id="ten-just-now"),
        pytest.param([10, *[20] * 8, 290], 11, id="the-oldest-of-ten-leaves-first"),
        pytest.param([10, *[20] * 8, 300], 0, id="one-is-too-old-to-count"),
    ],
)
def test_how_long_a_full_counter_takes(ages, seconds):
    cache.set("teller", [NOW - age for age in ages], 300)
    assert seconds_left("teller", TEN_IN_FIVE_MINUTES, NOW) == seconds


def test_a_request_that_nothing_refused_need_not_wait():
    request = RequestFactory().post("/")
    request.user = AnonymousUser()
    assert full_for(request) == 0


def test_a_name_is_counted_the_same_in_any_case():
    assert account_counter("Noor") == account_counter("noor")


def test_a_persons_counters_name_no_one_else():
    noor, yusuf = (set(counters_about(a_person(name))) for name in ("noor", "yusuf"))
    assert len(noor) > 5
    assert not noor & yusuf
    assert not any("noor" in key for key in noor)
