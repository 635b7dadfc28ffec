"""The reward watch: four of the last five feelings."""

import pytest

from relations.rules.reward_watch import contact_gives_little

H, S, L = "heavier", "same", "lighter"


@pytest.mark.parametrize(
    ("feelings", "gives_little"),
    [
        pytest.param([], False, id="no feelings at all"),
        pytest.param([H, H, H], False, id="three only"),
        pytest.param([H, S, H, S], True, id="four, and there is no fifth"),
        pytest.param([H, S, L, S, H], True, id="four of five"),
        pytest.param([H, S, L, L, H], False, id="three of five"),
        pytest.param([S, S, S, S, S], True, id="five the same"),
        pytest.param([L, L, H, H, H, H], False, id="the sixth does not count"),
        pytest.param([L, H, H, H, H, L], True, id="the fifth does"),
    ],
)
def test_the_last_five_feelings_are_looked_at(feelings, gives_little):
    assert contact_gives_little(feelings) is gives_little


@pytest.mark.parametrize("place", range(5))
def test_one_lighter_moment_among_five_does_not_hide_it(place):
    feelings = [H] * 5
    feelings[place] = L
    assert contact_gives_little(feelings)
