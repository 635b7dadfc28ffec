"""The rule, line by line, and what must hold over every combination of answers."""

from itertools import product

import pytest

from assessment.safeguard import SCALES, Flag, Level, Outcome, Reason, assess

WELL = dict.fromkeys(SCALES, 0)


def outcome_of(**worse) -> Outcome:
    """The outcome for someone who is well but for what is named."""
    return assess(WELL | worse)


@pytest.mark.parametrize(
    ("worse", "level", "reasons"),
    [
        pytest.param({}, 0, {"R5"}, id="nothing-suggests-anything"),
        pytest.param({"frequency": 1}, 1, {"R4"}, id="lonely-sometimes"),
        pytest.param({"duration": 1}, 1, {"R4"}, id="up-to-nine-months"),
        pytest.param({"duration": 2}, 2, {"R3c"}, id="about-a-year"),
        pytest.param({"duration": 3}, 2, {"R3c"}, id="over-two-years"),
        pytest.param({"frequency": 2, "duration": 1}, 1, {"R4"}, id="three-points-are-ordinary-loneliness"),
        pytest.param({"frequency": 2, "duration": 1, "screens": 1}, 2, {"R3d"}, id="four-points-together"),
        pytest.param({"childhood": 1, "reward": 1, "screens": 1, "mood": 1}, 2, {"R3d"}, id="four-signs-not-lonely"),
        pytest.param({"frequency": 3}, 2, {"R3a"}, id="almost-always"),
        pytest.param({"reward": 2}, 2, {"R3b"}, id="no-reward-though-not-lonely"),
        pytest.param({"giving": 2}, 2, {"R3b"}, id="giving-makes-it-worse"),
        pytest.param({"mood": 2}, 2, {"R3b"}, id="low-every-day"),
        pytest.param({"childhood": 2}, 1, {"R4"}, id="lonely-as-a-child-only"),
        pytest.param({"frequency": 1, "childhood": 2}, 2, {"R3c"}, id="lonely-now-and-as-a-child"),
        pytest.param({"frequency": 1, "screens": 2}, 2, {"R3c"}, id="a-screen-wins"),
        pytest.param({"frequency": 1, "rejection": 2}, 2, {"R3c"}, id="expecting-rejection"),
        pytest.param({"frequency": 1, "attempts": 2}, 2, {"R3c"}, id="several-attempts"),
        pytest.param({"suicidality": 1}, 3, {"R2a"}, id="a-passing-wish"),
        pytest.param({"safety": 1}, 3, {"R2b"}, id="not-sure-of-safety"),
        pytest.param({"safety": 2}, 3, {"R2b"}, id="not-safe"),
        pytest.param({"suicidality": 1, "mood": 2}, 3, {"R2a", "R3b"}, id="every-line-that-holds"),
        pytest.param({"suicidality": 2}, 4, {"R1"}, id="thinks-of-ending-life"),
        pytest.param({"safety": 3}, 4, {"R1"}, id="in-danger-now"),
        pytest.param({"suicidality": 2, "mood": 2, "duration": 3}, 4, {"R1"}, id="help-now-has-one-reason"),
    ],
)
def test_each_line_of_the_rule(worse, level, reasons):
    outcome = outcome_of(**worse)
    assert (outcome.level, outcome.reasons) == (level, reasons)


@pytest.mark.parametrize(
    ("worse", "flags"),
    [
        pytest.param({}, set(), id="none"),
        pytest.param({"suicidality": 1}, {"SUICIDALITY"}, id="a-passing-wish"),
        pytest.param({"safety": 1}, {"UNSAFE"}, id="doubt-counts"),
        pytest.param({"giving": 1}, {"NO_GIVING"}, id="mixed-after-giving"),
        pytest.param({"giving": 2, "safety": 3}, {"UNSAFE", "NO_GIVING"}, id="together"),
    ],
)
def test_flags_follow_their_own_question(worse, flags):
    assert outcome_of(**worse).flags == flags


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("frequency", 1),
        ("duration", 2),
        ("childhood", 1),
        ("reward", 1),
        ("screens", 1),
        ("rejection", 1),
        ("attempts", 1),
        ("giving", 1),
        ("mood", 1),
        ("suicidality", 3),
        ("safety", 3),
    ],
)
def test_a_skipped_question_protects(name, level):
    assert outcome_of(**{name: None}).level == level


def test_a_missing_name_is_a_skipped_question():
    assert assess({}) == assess(dict.fromkeys(SCALES))


def test_stopping_early_keeps_the_doubt_about_safety():
    assert assess({"suicidality": 2}).flags == {Flag.SUICIDALITY, Flag.UNSAFE, Flag.NO_GIVING}


def test_the_names_are_those_that_other_parts_use():
    assert [level.name for level in Level] == [
        "TIPS",
        "TIPS_WITH_SAFETY_NET",
        "HELP_FIRST",
        "TALK_TODAY",
        "HELP_NOW",
    ]
    assert assess({"frequency": 1, "duration": 2, "childhood": None}).level is Level.TALK_TODAY


@pytest.mark.parametrize(
    ("answers", "named"),
    [
        ({"frequency": 4}, "frequency"),
        ({"frequency": -1}, "frequency"),
        ({"childhood": 3}, "childhood"),
        ({"mood": "1"}, "mood"),
        ({"mood": True}, "mood"),
        ({"mood": 1.0}, "mood"),
        ({"loneliness": 1}, "loneliness"),
    ],
)
def test_what_is_no_answer_is_refused_by_name(answers, named):
    with pytest.raises(ValueError, match=named):
        assess(answers)


@pytest.fixture(scope="module")
def every_outcome() -> dict[tuple[int, ...], Outcome]:
    """All 419,904 combinations of given answers with their outcome."""
    ranges = [range(scale.highest + 1) for scale in SCALES.values()]
    return {values: assess(dict(zip(SCALES, values, strict=True))) for values in product(*ranges)}


def neighbours(values, raised_by):
    """Each combination in which one answer stands ``raised_by`` of its scale instead."""
    for place, scale in enumerate(SCALES.values()):
        worse = raised_by(values[place], scale)
        if worse is not None:
            yield (*values[:place], worse, *values[place + 1 :])


def test_a_worse_answer_never_lowers_level_or_flags(every_outcome):
    assert len(every_outcome) == 419_904
    for values, outcome in every_outcome.items():
        for worse in neighbours(values, lambda value, scale: value + 1 if value < scale.highest else None):
            other = every_outcome[worse]
            assert other.level >= outcome.level
            assert other.flags >= outcome.flags


def test_skipping_never_lowers_protection_against_the_best_answer(every_outcome):
    for values, outcome in every_outcome.items():
        for skipped in neighbours(values, lambda value, scale: scale.skipped if value == 0 else None):
            other = every_outcome[skipped]
            assert other.level >= outcome.level
            assert other.flags >= outcome.flags


def test_skipping_counts_as_the_value_of_its_column():
    for name, scale in SCALES.items():
        for base in (WELL, {**WELL, "frequency": 1}, {**WELL, "frequency": 2, "duration": 1}):
            assert assess(base | {name: None}) == assess(base | {name: scale.skipped})


def test_the_levels_are_as_many_as_counted_before(every_outcome):
    calm = [o.level for v, o in every_outcome.items() if v[-2:] == (0, 0)]
    assert [calm.count(level) for level in Level] == [1, 170, 34_821, 0, 0]


def test_tips_stay_open_beside_a_clear_sign_only_for_who_is_not_lonely(every_outcome):
    """Of the middle signs, only those of childhood, screens, rejection and attempts can leave tips open."""
    for values, outcome in every_outcome.items():
        answers = dict(zip(SCALES, values, strict=True))
        if outcome.level < Level.HELP_FIRST and 2 in [
            answers[n] for n in ("childhood", "screens", "rejection", "attempts")
        ]:
            assert answers["frequency"] == 0
            assert answers["duration"] < 2


def expected_reasons(a) -> set[str]:
    """Section 1 and 2.4 of the rule written a second time, by letters, as it stands there."""
    f, d, c, r, w, m, t, g, s, x, u = a
    points = f + d + c + r + w + m + t + g + s
    if x == 2 or u == 3:
        return {"R1"}
    lines = {
        "R2a": x == 1,
        "R2b": u >= 1,
        "R3a": f == 3,
        "R3b": r == 2 or g == 2 or s == 2,
        "R3c": d >= 2 or (f >= 1 and (c == 2 or w == 2 or m == 2 or t == 2)),
        "R3d": points >= 4,
    }
    return {name for name, holds in lines.items() if holds} or ({"R4"} if points >= 1 else {"R5"})


LEVEL_OF = {
    Reason.R1: 4,
    Reason.R2A: 3,
    Reason.R2B: 3,
    Reason.R3A: 2,
    Reason.R3B: 2,
    Reason.R3C: 2,
    Reason.R3D: 2,
    Reason.R4: 1,
    Reason.R5: 0,
}


def test_reasons_are_exactly_the_lines_that_hold_and_the_level_is_their_highest(every_outcome):
    for values, outcome in every_outcome.items():
        assert outcome.reasons == expected_reasons(values)
        assert outcome.level == max(LEVEL_OF[reason] for reason in outcome.reasons)
