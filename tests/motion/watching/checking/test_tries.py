"""What several tries come to: the value that counts, and how well it repeats."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.motion.watching.checking.filmed import task

from coxa.motion.watching.checking.tries import Try, proposed

ANGLE = task("slr_active")
VALUES = st.lists(st.floats(-40, 130), min_size=1, max_size=8)


def tried(*values: float) -> list[Try]:
    return [Try(value, "left", 0.0, 1.0, 0.9) for value in values]


@pytest.mark.parametrize(
    ("check_id", "values", "value"),
    [
        ("slr_active", (61.2, 64.4, 63.0), 64),
        ("thomas_angle", (3.0, -4.2, 1.0), -4),
        ("single_leg_stance", (10.0, 20.0, 12.0), 14.0),
        ("trendelenburg_30s", (12.0, 30.0, 14.0), 14.0),
        ("trendelenburg_30s", (20.0, 14.0), 14.0),
        ("check_knee_cave_lunge", (0, 2, 1, 0, 1), 1),
        ("check_knee_cave_lunge", (0, 2, 2, 0, 1), 2),
        ("check_knee_cave_lunge", (2,), 2),
        ("check_reach_past_shins", (2, 3, 2), 3),
        ("check_ankle_over_knee", (1, 0, 1), 1),
        ("check_ankle_over_knee", (1, 0), 0),
        ("chair_stand_30s", (13,), 13),
    ],
)
def test_the_try_that_counts_is_the_one_that_the_check_says(check_id, values, value):
    assert proposed(tried(*values), task(check_id)).value == value


def test_without_a_try_nothing_is_proposed():
    nothing = proposed([], ANGLE)
    assert (nothing.value, nothing.spread, nothing.range, nothing.words) == (None, None, None, ())
    assert not nothing.enough


def test_the_spread_is_the_standard_deviation_of_three_tries():
    three = proposed(tried(60, 62, 64), ANGLE)
    assert three.spread == pytest.approx(2.0)
    assert three.range == 4


def test_two_tries_have_a_range_and_no_spread():
    two = proposed(tried(60, 62), ANGLE)
    assert (two.spread, two.range, two.enough) == (None, 2, False)


def test_a_try_to_the_end_of_the_clock_is_enough():
    assert proposed(tried(45.0), task("single_leg_stance")).enough
    assert not proposed(tried(44.0), task("single_leg_stance")).enough


def test_the_words_say_which_try_counts_how_far_apart_they_lie_and_how_far_off_it_may_be():
    assert proposed(tried(60, 62, 64), ANGLE).words == (
        "64 degrees: the best of 3 tries.",
        "Your tries lie 4 degrees apart.",
        "A camera may be off by about 6 degrees.",
    )


def test_a_grade_is_said_in_the_words_of_the_check():
    words = proposed(tried(2, 2, 3), task("check_reach_past_shins")).words
    assert words[0] == "At the toes: the best of 3 tries."
    assert words[1] == "Your tries do not all agree."


@given(VALUES)
def test_what_is_proposed_lies_among_the_tries(values):
    for counts in ("best", "mean", "middle", "worst_twice"):
        value = proposed(tried(*values), replace(ANGLE, counts=counts)).value
        assert min(values) - 0.5 <= value <= max(values) + 0.5


@given(VALUES, st.integers(0, 7), st.floats(0, 50))
def test_a_higher_try_never_lowers_the_proposal(values, which, by):
    higher = list(values)
    higher[which % len(values)] += by
    for counts in ("best", "mean", "middle", "worst_twice"):
        one = replace(ANGLE, counts=counts)
        assert proposed(tried(*higher), one).value >= proposed(tried(*values), one).value
