"""A height counts when it was kept, not when it was swung through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.motion.watching.checking.kept import Kept

HALF_A_SECOND = 0.5


def best(values, fps=25.0, held_s=HALF_A_SECOND):
    kept = Kept(held_s)
    for i, value in enumerate(values):
        kept.add(i / fps, value)
    return kept.best


def test_a_height_that_is_held_is_kept():
    assert best([0] * 10 + [60] * 20 + [0] * 10) == 60


def test_a_swing_to_a_greater_height_counts_only_as_far_as_it_was_kept():
    assert best([60] * 20 + [90] * 3 + [60] * 20) == 60


def test_one_noisy_picture_does_not_spoil_it():
    assert best([60] * 10 + [20] + [60] * 10) == 60


def test_nothing_is_kept_across_a_gap():
    kept = Kept(HALF_A_SECOND)
    for time_s in (0.0, 0.1, 0.2, 0.9, 1.0, 1.1):
        kept.add(time_s, 60)
    assert kept.best is None


def test_an_interruption_begins_anew():
    kept = Kept(HALF_A_SECOND)
    for i in range(24):
        if i == 12:
            kept.interrupt()
        kept.add(i / 25, 60)
    assert kept.best is None


@pytest.mark.parametrize("fps", [10, 25, 60])
def test_the_number_of_pictures_a_second_does_not_matter(fps):
    assert best([0] * fps + [60] * fps + [0] * fps, fps) == 60


@given(st.lists(st.floats(-90, 180), min_size=20, max_size=60), st.data())
def test_a_movement_that_is_higher_throughout_never_gets_a_lower_value(values, data):
    rises = data.draw(st.lists(st.floats(0, 40), min_size=len(values), max_size=len(values)))
    higher = [one + by for one, by in zip(values, rises, strict=True)]
    assert best(higher) >= best(values)
