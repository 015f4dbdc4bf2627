"""Grades and answers: the knee that caves in, the reach past the shins, the ankle at rest."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.motion.watching.checking.filmed import (
    FPS,
    at_time,
    frames,
    mirrored,
    out_s,
    staying,
    task,
    tries_of,
    values,
    watched,
)

from coxa.motion.watching.points import at

TREMBLE_M = 0.01
FIVE = (1.0,) * 5
LUNGE, SQUAT = "check_knee_cave_lunge", "single_leg_squat_control"
REACH, REST = "check_reach_past_shins", "check_ankle_over_knee"


@pytest.mark.parametrize(
    ("check_id", "motion", "grade"),
    [(LUNGE, LUNGE, 0), (LUNGE, f"{LUNGE}--knee_in", 2), (SQUAT, SQUAT, 0)],
)
@pytest.mark.parametrize("side", ["left", "right"])
def test_the_figures_knee_gets_the_grade_that_its_motion_is_named_for(
    check_id, motion, grade, side
):
    worlds = tries_of(motion, FIVE, held_s=0.5)
    film = frames(map(mirrored, worlds) if side == "right" else worlds, TREMBLE_M)
    assert values(task(check_id, side), film) == [grade] * 5


def test_a_squat_whose_knee_falls_in_gets_more_than_none():
    assert all(values(task(SQUAT), frames(tries_of(f"{SQUAT}--knee_in", FIVE), TREMBLE_M)))


@cache
def caving(by_m: float) -> tuple[float, ...]:
    """Grades of one squat whose knee goes inward by so much, as it bends."""
    down_s = out_s(SQUAT)
    rest = [at_time(SQUAT, 0.0)] * int(3 * FPS)
    steps = [i / (down_s * FPS) for i in range(int(down_s * FPS) + 1)]
    bent = [moved(at_time(SQUAT, down_s * one), by_m * one) for one in steps]
    low = [moved(at_time(SQUAT, down_s), by_m)] * int(FPS)
    return tuple(values(task(SQUAT), frames([*rest, *bent, *low, *reversed(bent), *rest])))


def moved(world, by_m):
    found = list(world)
    found[at("left_knee")] -= by_m  # towards the right
    return tuple(found)


@pytest.mark.parametrize(("by_m", "grade"), [(-0.03, 0), (0.0, 0), (0.15, 2)])
def test_a_cave_of_known_size_gets_its_grade(by_m, grade):
    assert caving(by_m) == (grade,)


@settings(max_examples=12)
@given(st.integers(-3, 14), st.integers(0, 6))
def test_a_knee_that_falls_in_farther_never_gets_a_better_grade(centimetres, more):
    (one,), (other,) = caving(centimetres / 100), caving((centimetres + more) / 100)
    assert other >= one


def test_a_knee_that_shakes_for_a_moment_is_not_graded_by_it():
    worlds = list(tries_of(SQUAT, (1.0,), held_s=1.5))
    low = 3 * 25 + int(out_s(SQUAT) * 25) + 15
    worlds[low : low + 3] = [moved(one, 0.12) for one in worlds[low : low + 3]]
    assert values(task(SQUAT), frames(worlds)) == [0]


def test_who_stands_tall_first_and_then_steps_out_is_measured_from_the_split_stance():
    worlds = [*staying("single_leg_stance", 4), *tries_of(LUNGE, FIVE, held_s=0.5, rests_s=4)]
    assert values(task(LUNGE), frames(worlds, TREMBLE_M)) == [0] * 5


def test_a_bend_that_is_too_shallow_is_asked_for_again():
    watcher, seen = watched(task(LUNGE), frames(tries_of(LUNGE, (0.55,), held_s=0.5)))
    assert watcher.tries() == []
    assert "Bend a little deeper." in {one.words for one in seen}


def reaching(height_m: float):
    """The figure at its lowest, its hands so far above (plus) or below where they are."""
    there = out_s(REACH)
    for world in tries_of(REACH, (1.0,), held_s=2.0):
        found = list(world)
        if world[at("left_index") + 1] > 0.5 * at_time(REACH, there)[at("left_index") + 1]:
            for name in ("left_index", "right_index"):
                found[at(name) + 1] -= height_m
        yield tuple(found)


@pytest.mark.parametrize(
    ("height_m", "grade"), [(0.36, 0), (0.2, 1), (0.0, 2), (-0.045, 3), (-0.09, 4)]
)
def test_the_reach_is_graded_by_the_place_that_the_fingertips_keep(height_m, grade):
    assert values(task(REACH), frames(reaching(height_m))) == [grade]


def test_a_reach_with_bent_knees_does_not_count():
    watcher, seen = watched(task(REACH), frames(map(bent, tries_of(REACH, (1.0,)))))
    assert watcher.tries() == []
    assert "Keep your knees straight." in {one.words for one in seen}


def bent(world):
    """Both knees brought forward by 20 cm."""
    found = list(world)
    for name in ("left_knee", "right_knee"):
        found[at(name) + 2] -= 0.2
    return tuple(found)


@pytest.mark.parametrize("side", ["left", "right"])
def test_an_ankle_that_rests_is_a_yes(side):
    worlds = tries_of(REST, (1.0, 1.0), held_s=4)
    film = frames(map(mirrored, worlds) if side == "right" else worlds, TREMBLE_M)
    assert values(task(REST, side), film) == [1, 1]


def test_an_ankle_that_comes_down_before_it_rests_is_a_no():
    quickly = [*staying(REST, 3), *list(tries_of(REST, (1.0,), held_s=0.2))[::3]]
    watcher, _ = watched(task(REST), frames(quickly))
    (one,) = watcher.tries()
    assert (one.value, one.said) == (0, "It did not come to rest on the knee.")


def test_an_ankle_that_the_hands_hold_is_a_no_and_is_said():
    watcher, _ = watched(task(REST), frames(map(holding, tries_of(REST, (1.0,), held_s=4))))
    (one,) = watcher.tries()
    assert one.value == 0
    assert one.said.startswith("Your hands held it.")


def holding(world):
    found = list(world)
    wrist, ankle = at("left_wrist"), at("left_ankle")
    found[wrist : wrist + 3] = found[ankle : ankle + 3]
    return tuple(found)


def test_sitting_with_both_feet_down_is_no_try():
    watcher, _ = watched(task(REST), frames(staying(REST, 6), TREMBLE_M))
    assert watcher.tries() == []
