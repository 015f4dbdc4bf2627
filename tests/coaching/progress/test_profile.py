"""The hip profile: a score counts named checks, and what is missing is said."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coxa.checks.library import checks
from coxa.coaching.progress.over_time import checks_of
from coxa.coaching.progress.profile import COUNTED, State, parts, profile_of
from coxa.coaching.progress.summaries import part_says
from coxa.coaching.progress.told import told
from coxa.coaching.progress.words import line_words, part_words
from tests.cast import MONDAY, Diary, alice, chen, dora, farid
from tests.twelve_weeks import twelve_weeks


def profile(who=alice, **values):
    diary = Diary().knows(who())
    for check_id, value in values.items():
        diary.check(check_id, value)
    known = told(diary.entries, MONDAY + timedelta(days=1))
    return profile_of(known, checks_of(known))


def term(found, part, check_id):
    return next(one for one in found.part(part).terms if one.check.id == check_id)


def test_before_any_check_nothing_is_scored_and_everything_is_named():
    found = profile()
    assert not found.checked
    for part in found.parts:
        assert (part.within, part.judged) == (0, 0)
        assert {one.state for one in part.terms} == {State.UNCHECKED}
        assert "checked against a mark yet" in part_says(part)


def test_who_is_not_known_has_no_profile():
    known = told(Diary().check("slr_active", {"left": 70}).entries, MONDAY)
    assert profile_of(known, checks_of(known)) is None


@pytest.mark.parametrize(
    ("check_id", "value", "state"),
    [
        ("slr_active", {"left": 75, "right": 75}, State.WITHIN),
        ("slr_active", {"left": 65, "right": 75}, State.SHORT),  # one side is enough
        ("thomas_angle", {"left": -10, "right": -10}, State.WITHIN),
        ("check_ankle_over_knee", {"left": True, "right": False}, State.SHORT),
        ("check_reach_past_shins", 1, State.SHORT),
        ("hip_ir_seated", {"left": 10, "right": 30}, State.NO_MARK),  # without pain none is known
    ],
)
def test_a_term_is_held_against_the_persons_own_marks(check_id, value, state):
    found = term(profile(**{check_id: value}), "mobility", check_id)
    assert found.state is state
    assert bool(found.finding) == (state is State.SHORT)


def test_the_side_that_is_short_is_named():
    sides = term(profile(slr_active={"left": 65, "right": 75}), "mobility", "slr_active").sides
    assert [(one.side, one.state) for one in sides] == [
        ("left", State.SHORT),
        ("right", State.WITHIN),
    ]


def test_a_difference_between_sides_counts_for_symmetry_and_not_for_mobility():
    found = profile(hip_abduction_range={"left": 34, "right": 48})
    assert term(found, "mobility", "hip_abduction_range").state is State.WITHIN
    uneven = term(found, "symmetry", "hip_abduction_range")
    assert (uneven.state, uneven.difference) == (State.SHORT, 14)


def test_one_side_alone_says_nothing_of_symmetry():
    found = profile(hip_abduction_range={"left": 34})
    assert term(found, "symmetry", "hip_abduction_range").state is State.UNCHECKED


def test_what_has_no_mark_for_this_age_has_no_part_in_the_score():
    found = profile(chair_stand_30s=12).part("strength")
    assert found.judged == 0
    assert [one.check.id for one in found.in_state(State.NO_MARK)] == ["chair_stand_30s"]
    assert profile(dora, chair_stand_30s=12).part("strength").judged == 1


def test_what_safety_leaves_out_is_said_with_its_reason():
    left_out = term(profile(farid), "mobility", "hip_ir_seated")
    assert left_out.state is State.LEFT_OUT
    assert left_out.why_not
    assert profile(chen).part("mobility").in_state(State.LEFT_OUT)


def test_the_score_of_twelve_weeks_counts_its_terms():
    known = told(twelve_weeks().entries, MONDAY + timedelta(weeks=12))
    found = profile_of(known, checks_of(known)).part("mobility")
    assert (found.within, found.judged) == (4, 5)
    assert part_says(found) == "4 of 5 checks are within their mark. 2 are not yet checked."


def test_every_part_and_line_has_words():
    for row in parts():
        assert part_words(row.id)
        assert all(line_words(line.id) for line in row.lines)


def readings(check_id: str):
    check = checks()[check_id]
    one = st.booleans() if check.measure.kind == "yes_no" else st.integers(0, 30)
    if check.measure.kind == "grade":
        one = st.integers(0, len(check.measure.options) - 1)
    if check.sides != "each":
        return one
    return st.fixed_dictionaries({}, optional={"left": one, "right": one}).filter(bool)


IN_PROFILE = sorted({i for row in parts() for line in row.lines for i in line.checks})
VALUES = st.fixed_dictionaries({}, optional={one: readings(one) for one in IN_PROFILE})


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40)
@given(st.sampled_from((alice, farid, dora)), VALUES)
def test_a_score_is_always_the_count_of_its_own_judged_terms(who, values):
    for part in profile(who, **values).parts:
        assert 0 <= part.within <= part.judged <= len(part.terms)
        assert part.judged == sum(one.state in COUNTED for one in part.terms)
        for one in part.terms:
            assert (one.state is State.UNCHECKED) <= (one.difference is None)
            assert one.sides or one.state in (State.UNCHECKED, State.LEFT_OUT)
            assert bool(one.why_not) == (one.state is State.LEFT_OUT)
