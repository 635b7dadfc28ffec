"""When a message goes."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regie.post.rules import TOO_LATE, is_stale, next_at

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@pytest.mark.parametrize(
    ("after", "hour", "weekday", "expected"),
    [
        pytest.param("2026-11-22T08:00", 10, None, "2026-11-22T09:00", id="later-today"),
        pytest.param("2026-11-22T09:00", 10, None, "2026-11-23T09:00", id="exactly-now-is-tomorrow"),
        pytest.param("2026-11-22T09:00", 10, 6, "2026-11-29T09:00", id="a-week-later"),
        pytest.param("2026-11-22T23:30", 0, None, "2026-11-23T23:00", id="midnight-is-local"),
        pytest.param("2026-03-28T12:00", 10, 6, "2026-03-29T08:00", id="summer-time-began-that-night"),
        pytest.param("2026-10-24T12:00", 10, 6, "2026-10-25T09:00", id="winter-time-began-that-night"),
        pytest.param("2026-03-28T12:00", 2, None, "2026-03-29T01:00", id="an-hour-that-is-skipped"),
        pytest.param("2026-10-24T12:00", 2, None, "2026-10-25T00:00", id="an-hour-that-comes-twice"),
        pytest.param("2026-10-25T00:00", 2, None, "2026-10-26T01:00", id="not-a-second-time"),
    ],
)
def test_the_next_moment(after, hour, weekday, expected):
    moment = next_at(datetime.fromisoformat(after).replace(tzinfo=UTC), AMSTERDAM, hour, weekday)
    assert moment.strftime("%Y-%m-%dT%H:%M") == expected


@given(
    after=st.integers(1_600_000_000, 2_200_000_000).map(lambda second: datetime.fromtimestamp(second, UTC)),
    zone=st.sampled_from(["Europe/Amsterdam", "America/Sao_Paulo", "Pacific/Apia", "Asia/Kathmandu"]),
    hour=st.integers(0, 23),
    weekday=st.none() | st.integers(0, 6),
)
def test_it_always_lies_ahead_and_never_far(after, zone, hour, weekday):
    moment = next_at(after, ZoneInfo(zone), hour, weekday)
    assert after < moment <= after + timedelta(days=8, hours=2)


def test_a_reminder_of_yesterday_stays_home():
    due = datetime(2026, 11, 22, 9, tzinfo=UTC)
    assert not is_stale(due, due + TOO_LATE)
    assert is_stale(due, due + TOO_LATE + timedelta(seconds=1))
