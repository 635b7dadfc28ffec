"""After a document that names what does not exist here, every page of one's own still opens."""

import json

import pytest

from regie.mydata.models import CalendarFeed
from relations.models import HardMoment, Intention
from tests.regie.mydata.circle import an_owner
from tests.regie.mydata.test_round_trip import take_over
from tests.walks.addresses import ADDRESSES

pytestmark = pytest.mark.django_db
DAY = "2026-01-01"
DOCUMENT = {
    "format": "regie",
    "version": 1,
    "relations": [{"id": "a", "name": "Ria", "kind": "intimate", "added_on": DAY, "needs": ["x"], "rhythm_days": 7}],
    "moments": [{"id": "m", "happened_on": DAY, "manner": "called", "relations": ["a"], "felt_after": "heavier"}],
    "intentions": [{"id": "i", "tip": "no-such-tip", "step": "Bellen", "relation": "a", "planned_on": DAY}],
    "readings": [{"id": "r", "moment": "m", "relation": "a", "written_on": DAY}],
    "hard_moment": [{"weekday": 6, "hour": 15, "help_line": "no-such-line"}],
    "own_regie": [{"hidden_cards": ["no-such-card"], "values": "x"}],
    "help_steps": [{"id": "h", "way": 1, "country": "nl", "planned_on": DAY}],
    "kept_outcomes": [
        {"visit": "v", "version": "no-such-version", "made_on": DAY, "content": {"frequency": 1}},
        {"visit": "w", "version": "2026-1", "made_on": DAY, "content": {"no-such-question": 3}},
        {"visit": "x", "version": "2026-1", "made_on": DAY, "content": {"frequency": 3, "safety": None}},
        {"visit": "y", "version": "2026-1", "made_on": DAY, "content": {"childhood": 3}},
    ],
}


def own_pages(owner):
    """Every closed address that takes nothing or something of this owner."""
    things = {"relation": owner.relations.get().pk, "intention": Intention.objects.get().pk}
    for name, address in ADDRESSES.items():
        if address.is_open or name.startswith(("account", "mfa")):
            continue
        if not address.takes:
            yield address.url()
        elif name.startswith("relations:intention") and address.takes == ("pk",):
            yield address.url(pk=things["intention"] if name == "relations:intention" else things["relation"])
        elif name.startswith("relations:") and address.takes == ("pk",):
            yield address.url(pk=things["relation"])


@pytest.mark.parametrize("level", [None, 0, 2])
def test_every_page_of_ones_own_still_opens(client, level):
    owner = an_owner()
    state = [] if level is None else [{"content": {"level": level, "flags": []}}]
    take_over(owner, json.dumps(DOCUMENT | {"safeguard": state}).encode())
    assert HardMoment.objects.filter(owner=owner).exists()
    assert not CalendarFeed.objects.exists()
    client.force_login(owner)
    statuses = {url: client.get(url).status_code for url in own_pages(owner)}
    assert {url: status for url, status in statuses.items() if status not in (200, 302, 404, 405)} == {}
