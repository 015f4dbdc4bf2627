"""The tremble of a signal is told from its movement."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.motion.watching.signals import there_and_back, trembling

from coxa.motion.watching.tremble import Tremble


def heard(values: list[float], fps: float = 25.0) -> Tremble:
    tremble = Tremble()
    for i, value in enumerate(values):
        tremble.add(i / fps, value)
    return tremble


@pytest.mark.parametrize("by_deg", [0.5, 1.0, 3.0])
@pytest.mark.parametrize("height", [0.0, 60.0, 120.0])
def test_it_is_told_at_rest_and_in_movement(by_deg, height):
    """To half of it and twice of it: it is a scale, not a measurement."""
    values = trembling(there_and_back([height] * 5), by_deg, seed=1)
    assert by_deg / 2 < heard(values).beside(height, 3.0) < 2 * by_deg


@given(st.floats(20, 130), st.floats(1.2, 8.0), st.sampled_from([5.0, 10.0, 25.0, 30.0, 60.0]))
def test_a_smooth_movement_does_not_tremble(height, lasts_s, fps):
    values = there_and_back([height] * 4, lasts_s, rests_s=0.5, fps=fps)
    assert heard(values, fps).beside(height, lasts_s) < 0.02 * height


def test_pictures_that_come_unevenly_are_no_tremble():
    times = [i / 30 + 0.012 * math.sin(7.0 * i) for i in range(300)]
    tremble = Tremble()
    for time_s in times:
        tremble.add(time_s, 50 - 50 * math.cos(2 * math.pi * time_s / 2))
    assert tremble.beside(100, 2.0) < 2.0


def test_a_jerk_now_and_then_is_no_tremble():
    values = there_and_back([80] * 4)
    for at in (30, 120, 260):
        values[at] += 40.0
    assert heard(values).beside(80, 3.0) < 1.0


def test_nothing_is_said_of_a_moment():
    assert heard([1.0, 9.0, 2.0, 8.0]).beside(10, 1.0) == 0.0
