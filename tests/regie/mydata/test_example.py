"""The example account goes out and comes back the same, in both languages."""

import pytest

from assessment.safeguard import Level
from regie.example.account import make_account
from tests.regie.mydata.circle import NOW, an_owner
from tests.regie.mydata.test_round_trip import archive_of, content_of, take_over

pytestmark = pytest.mark.django_db

# A low level opens actions, so it is never taken over into an account of which nothing is known: importing only raises.
OPENS = {"safeguard"}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_round_trip_is_identical_for_the_example_account(language):
    example, other = make_account(language, Level.TIPS, NOW), an_owner("bas")
    take_over(other, archive_of(example)["regie.json"])
    before, after = content_of(example), content_of(other)
    assert {name: rows for name, rows in after.items() if name not in OPENS} == {
        name: rows for name, rows in before.items() if name not in OPENS
    }
    assert after["safeguard"] == []
    assert len(after["relations"]) > 20


def test_a_level_that_protects_comes_along():
    example, other = make_account("nl", Level.HELP_FIRST, NOW), an_owner("bas")
    take_over(other, archive_of(example)["regie.json"])
    (before,), (after,) = content_of(example)["safeguard"], content_of(other)["safeguard"]
    assert after["content"]["level"] == before["content"]["level"]
