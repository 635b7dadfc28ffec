"""At most three proposals, spread over the kinds, each with its reason."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from relations.kinds import Kind, Rhythm
from relations.rules.good_moments import MOST, Candidate, Reason, good_moments
from relations.rules.rhythm import Appointment, Silence, is_good_moment

DAY = date(2026, 3, 1)


def candidate(id, kind=Kind.FRIENDSHIP, silent=100, rhythm_days=7, **facts):
    last = DAY - timedelta(days=silent)
    return Candidate(
        id, kind, Silence(added_on=date(2020, 1, 1), last_contact_on=last, rhythm_days=rhythm_days, **facts)
    )


def ids(candidates) -> list:
    return [moment.id for moment in good_moments(candidates, DAY)]


def test_there_are_at_most_three():
    assert len(good_moments([candidate(n) for n in range(9)], DAY)) == 3


def test_each_kind_has_its_turn_before_one_comes_twice():
    friends = [candidate(n, silent=300 - n) for n in range(5)]
    mother, choir = candidate(10, Kind.INTIMATE, silent=10), candidate(11, Kind.COMMUNITY, silent=9)
    assert ids([*friends, choir, mother]) == [0, 10, 11]
    assert ids([*friends, mother]) == [0, 10, 1]


def test_whose_moment_opened_first_comes_first():
    assert ids([candidate(1, silent=20), candidate(2, silent=40), candidate(3, silent=30)]) == [2, 3, 1]


def test_who_is_not_ready_is_not_there():
    quiet = candidate(2, quiet_until=DAY + timedelta(days=1))
    assert ids([candidate(1, silent=1), quiet, candidate(3, rhythm_days=None)]) == []


def test_each_proposal_says_why():
    new = Candidate(1, Kind.INTIMATE, Silence(added_on=date(2026, 1, 1), rhythm_days=7))
    fixed = Candidate(2, Kind.COMMUNITY, Silence(added_on=date(2026, 1, 1), appointment=Appointment(0, 6)))
    reasons = {moment.id: moment.reason for moment in good_moments([new, fixed, candidate(3)], DAY)}
    assert reasons == {1: Reason.FIRST, 2: Reason.APPOINTMENT, 3: Reason.RHYTHM}


silences = st.builds(
    Silence,
    added_on=st.dates(date(2025, 1, 1), DAY),
    last_contact_on=st.none() | st.dates(date(2025, 1, 1), DAY),
    last_no_answer_on=st.none() | st.dates(date(2025, 1, 1), DAY),
    quiet_until=st.none() | st.dates(date(2026, 1, 1), date(2026, 6, 1)),
    rhythm_days=st.none() | st.sampled_from(Rhythm.values),
    appointment=st.none() | st.builds(Appointment, st.integers(0, 5), st.integers(0, 6)),
    pauses=st.just(()) | st.tuples(st.tuples(st.dates(date(2025, 1, 1), DAY), st.none())),
)
circles = st.lists(
    st.builds(Candidate, st.integers(), st.sampled_from(Kind.values), silences), unique_by=lambda c: c.id
)


@given(circles)
def test_whatever_the_circle_few_are_proposed_and_each_is_ready(circle):
    chosen = ids(circle)
    ready = {c.id: c for c in circle if is_good_moment(c.silence, DAY)}
    assert len(chosen) == min(MOST, len(ready))
    assert set(chosen) <= set(ready)
    kinds = {ready[id].kind for id in chosen}
    assert len(kinds) == min(MOST, len({c.kind for c in ready.values()}))


@given(circles)
def test_the_order_of_the_circle_changes_nothing(circle):
    assert ids(circle) == ids(reversed(circle))
