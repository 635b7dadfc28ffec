"""What a person is offered at each level and flag."""

from dataclasses import dataclass
from itertools import chain, combinations

import pytest

from assessment.openness import PROTECTIVE, Openness, Standing, is_withheld, tip_openness
from assessment.safeguard import Flag, Level


@dataclass(frozen=True)
class Tip:
    closed_with: frozenset[Flag] = frozenset()
    caution_only_with: frozenset[Flag] = frozenset()


FRIENDSHIP = Tip()
INTIMATE = Tip(closed_with=frozenset({Flag.UNSAFE}))
OFFER_HELP = Tip(closed_with=frozenset({Flag.NO_GIVING}))
GIVING = Tip(caution_only_with=frozenset({Flag.NO_GIVING}))
TIPS = (FRIENDSHIP, INTIMATE, OFFER_HELP, GIVING)

ALL_FLAGS = [frozenset(some) for some in chain.from_iterable(combinations(Flag, n) for n in range(len(Flag) + 1))]
CAREFUL = [Openness.OPEN, Openness.HELP_FIRST, Openness.CAUTION_ONLY, Openness.OFF]  # from least to most


def standing(level=None, *flags, **more) -> Standing:
    return Standing(level=None if level is None else Level(level), flags=frozenset(flags), **more)


@pytest.mark.parametrize("level", [2, 3, 4])
def test_from_help_first_a_tip_is_read_and_not_done(level):
    assert tip_openness(FRIENDSHIP, standing(level)) is Openness.HELP_FIRST


@pytest.mark.parametrize("level", [None, 0, 1])
def test_below_it_a_tip_is_open(level):
    assert tip_openness(FRIENDSHIP, standing(level)) is Openness.OPEN


def test_unsafe_turns_intimate_tips_off_at_every_level():
    seen = {tip_openness(INTIMATE, standing(level, Flag.UNSAFE)) for level in (None, *Level)}
    assert seen == {Openness.OFF}


def test_giving_that_hurts_turns_offering_help_off_and_leaves_the_caution_of_giving():
    known = standing(1, Flag.NO_GIVING)
    assert tip_openness(OFFER_HELP, known) is Openness.OFF
    assert tip_openness(GIVING, known) is Openness.CAUTION_ONLY
    assert tip_openness(FRIENDSHIP, known) is Openness.OPEN


def test_the_caution_stays_alone_at_help_first_too():
    assert tip_openness(GIVING, standing(2, Flag.NO_GIVING)) is Openness.CAUTION_ONLY


@pytest.mark.parametrize("tip", TIPS)
def test_a_higher_level_or_another_flag_never_opens_a_tip(tip):
    for flags in ALL_FLAGS:
        by_level = [CAREFUL.index(tip_openness(tip, standing(level, *flags))) for level in Level]
        assert by_level == sorted(by_level)
        for more in ALL_FLAGS:
            if more >= flags:
                for level in Level:
                    assert CAREFUL.index(tip_openness(tip, standing(level, *more))) >= by_level[level]


@pytest.mark.parametrize(
    ("known", "may_act", "may_act_intimate"),
    [
        pytest.param(standing(), False, False, id="nothing-known"),
        pytest.param(standing(passed_questions=True), True, False, id="three-questions"),
        pytest.param(standing(passed_safety=True), False, False, id="safety-alone-opens-nothing"),
        pytest.param(standing(passed_questions=True, passed_safety=True), True, True, id="safety-asked-too"),
        pytest.param(standing(0), True, True, id="a-whole-check-asked-safety"),
        pytest.param(standing(1), True, True, id="with-a-safety-net"),
        pytest.param(standing(2, passed_questions=True, passed_safety=True), False, False, id="help-first"),
        pytest.param(standing(4), False, False, id="help-now"),
        pytest.param(PROTECTIVE, False, False, id="could-not-be-found"),
    ],
)
def test_who_may_make_a_plan(known, may_act, may_act_intimate):
    assert (known.may_act, known.may_act_intimate) == (may_act, may_act_intimate)


@pytest.mark.parametrize(("level", "withheld"), [(None, False), (1, False), (2, True), (4, True)])
def test_a_claim_on_death_is_left_out_from_help_first(level, withheld):
    assert is_withheld(2, standing(level)) is withheld


def test_a_claim_without_a_mark_is_never_left_out():
    assert not is_withheld(None, standing(4))


def test_what_could_not_be_found_protects_in_every_way():
    assert PROTECTIVE.failed
    assert PROTECTIVE.in_rest
    assert PROTECTIVE.flags == {Flag.UNSAFE, Flag.NO_GIVING}
    assert [tip_openness(tip, PROTECTIVE) for tip in TIPS] == [
        Openness.HELP_FIRST,
        Openness.OFF,
        Openness.OFF,
        Openness.CAUTION_ONLY,
    ]
