"""What stands before an intention, the most careful first."""

from dataclasses import dataclass

import pytest

from assessment.openness import PROTECTIVE, Standing
from assessment.safeguard import Flag, Level
from relations.kinds import Kind
from relations.rules.intention_gate import Gate, gate


@dataclass(frozen=True)
class ATip:
    """A tip about friends that asks for nothing."""

    kind: str | None = Kind.FRIENDSHIP
    is_giving: bool = False
    needs_friend: bool = False
    closed_with: frozenset = frozenset()
    caution_only_with: frozenset = frozenset()


INTIMATE = ATip(kind=Kind.INTIMATE, closed_with=frozenset({Flag.UNSAFE}))
GIVING = ATip(kind=Kind.COMMUNITY, is_giving=True, closed_with=frozenset({Flag.NO_GIVING}))
TIPS = Standing(level=Level.TIPS)
SAFETY_NET = Standing(level=Level.TIPS_WITH_SAFETY_NET)
ASKED = Standing(passed_questions=True)


def before(tip=None, standing=TIPS, *, giving_costs=False, has_friend=True, has_open=False):
    return gate(tip or ATip(), standing, giving_costs=giving_costs, has_friend=has_friend, has_open=has_open)


def flagged(*flags, level=Level.TIPS):
    return Standing(level=level, flags=frozenset(flags))


@pytest.mark.parametrize(
    ("tip", "standing", "expected"),
    [
        pytest.param(ATip(), TIPS, Gate.OPEN, id="tips-fit"),
        pytest.param(ATip(), SAFETY_NET, Gate.OPEN, id="with-a-safety-net"),
        pytest.param(ATip(), Standing(level=Level.HELP_FIRST), Gate.HELP_FIRST, id="help-first"),
        pytest.param(ATip(), Standing(level=Level.HELP_NOW), Gate.HELP_FIRST, id="help-now"),
        pytest.param(ATip(), PROTECTIVE, Gate.HELP_FIRST, id="not-found"),
        pytest.param(ATip(), Standing(), Gate.QUESTIONS, id="nothing-known"),
        pytest.param(ATip(), ASKED, Gate.OPEN, id="three-questions-passed"),
        pytest.param(INTIMATE, ASKED, Gate.QUESTIONS, id="intimate-asks-a-fourth"),
        pytest.param(INTIMATE, Standing(passed_questions=True, passed_safety=True), Gate.OPEN, id="four-passed"),
        pytest.param(INTIMATE, flagged(Flag.UNSAFE), Gate.HELP_FIRST, id="unsafe"),
        pytest.param(ATip(), flagged(Flag.UNSAFE), Gate.OPEN, id="unsafe-leaves-friends"),
        pytest.param(GIVING, flagged(Flag.NO_GIVING), Gate.HELP_FIRST, id="no-giving"),
        pytest.param(GIVING, TIPS, Gate.OPEN, id="giving"),
    ],
)
def test_the_standing_decides(tip, standing, expected):
    assert before(tip, standing) is expected


def test_while_the_give_trap_holds_giving_steps_back_and_nothing_else():
    assert before(GIVING, giving_costs=True) is Gate.HELP_FIRST
    assert before(ATip(), giving_costs=True) is Gate.OPEN


def test_different_friends_is_offered_from_one_friend_on():
    tip = ATip(needs_friend=True)
    assert before(tip, has_friend=False) is Gate.FRIEND_FIRST
    assert before(tip, has_friend=True) is Gate.OPEN
    assert before(ATip(), has_friend=False) is Gate.OPEN


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        pytest.param(TIPS, Gate.OPEN, id="as-many-as-one-likes"),
        pytest.param(SAFETY_NET, Gate.ONE_AT_A_TIME, id="level-1"),
        pytest.param(ASKED, Gate.ONE_AT_A_TIME, id="as-at-level-1"),
    ],
)
def test_one_open_intention_at_level_1(standing, expected):
    assert before(standing=standing, has_open=True) is expected
