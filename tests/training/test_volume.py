"""How many strength sets next week may hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.training.people import log, person, session

from coxa.training.volume import volume_of


def volume(sets, days=2, **more):
    past = {"last_week_strength_sets": sets, "last_session_days_ago": days}
    return volume_of(person(history=past | more))


@pytest.mark.parametrize(
    ("days", "low", "high", "step"),
    [
        (0, None, 24, 0),
        (7, None, 24, 0),
        (8, 15, 20, 0),
        (14, 15, 20, 0),
        (15, 14, 16, 0),
        (28, 14, 16, 0),
        (29, 12, 14, -1),
        (200, 12, 14, -1),
    ],
)
def test_the_gap_sets_the_bounds(days, low, high, step):
    made = volume(20, days)
    assert (made.low, made.high, made.level_step) == (low, high, step)
    assert ("rescreen" in made.messages) == (days > 28)
    assert "streak_lost_penalty" not in made.messages


def test_no_basis_no_bounds():
    assert (volume(None).low, volume(None).high) == (None, None)
    assert (volume(0, 20).low, volume(0, 20).high) == (None, None)


def test_who_trains_seldom_is_given_no_more():
    assert volume(20, adherence=0.5).high == 20


def test_a_lighter_week_has_half_the_sets():
    tired = [session(-6, 12, rir=4), session(-4, 12, rir=2.5), session(-2, 12, rir=0)]
    past = {"last_week_strength_sets": 20}
    made = volume_of(person(log("glute_bridge", *tired), history=past))
    assert (made.low, made.high, made.lighter, made.messages) == (10, 12, True, ("lighter_week",))


def test_rising_weekly_pain_takes_volume_away():
    assert volume(20, weekly_pain=(1, 2, 3)).high == 16


@given(st.integers(1, 200), st.integers(0, 100))
def test_a_whole_number_always_lies_inside(sets, days):
    made = volume(sets, days)
    assert made.high is not None
    assert 1 <= (made.low or 1) <= made.high <= sets * 1.2


@given(st.integers(1, 200), st.integers(0, 100), st.integers(0, 100))
def test_a_longer_gap_never_brings_more(sets, days, more):
    assert volume(sets, days + more).high <= volume(sets, days).high
