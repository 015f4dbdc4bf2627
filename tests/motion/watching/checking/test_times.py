"""Times: on one leg until the foot is down or control is lost, in a side plank until it sinks."""

from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.motion.watching.checking.filmed import (
    FPS,
    at_time,
    frames,
    mirrored,
    staying,
    task,
    tries_of,
    watched,
)

from coxa.motion.watching.checking.hold_time import sag
from coxa.motion.watching.checking.lasting import Lasting
from coxa.motion.watching.points import STRIDE, Frame, at

TREMBLE_M = 0.01


def one_try(check_id, film, side=""):
    (one,) = watched(task(check_id, side), film)[0].tries()
    return one


@pytest.mark.parametrize("seconds", [4, 12])
@pytest.mark.parametrize("noise_m", [0.0, TREMBLE_M])
def test_standing_on_one_leg_is_timed_from_lifting_to_touching_down(seconds, noise_m):
    film = frames(tries_of("single_leg_stance", (1.0,), held_s=seconds), noise_m)
    one = one_try("single_leg_stance", film)
    # The figure takes up to 2.5 s to lift the foot, and as long to put it down.
    assert seconds < one.value < seconds + 5
    assert one.said == "Your foot touched down."


def test_the_seconds_do_not_depend_on_the_side():
    worlds = list(tries_of("single_leg_stance", (1.0,), held_s=6))
    left = one_try("single_leg_stance", frames(worlds))
    right = one_try("single_leg_stance", frames(map(mirrored, worlds)), "right")
    assert left.value == pytest.approx(right.value, abs=0.05)


def test_the_clock_ends_at_its_end_and_the_person_is_not_timed_again_until_the_foot_is_down():
    film = frames(tries_of("single_leg_stance", (1.0,), held_s=55))
    one = one_try("single_leg_stance", film)
    assert one.value == 45
    assert one.said == "You stood the whole time."


def test_standing_on_two_legs_is_no_try():
    watcher, seen = watched(
        task("single_leg_stance"), frames(staying("single_leg_stance", 8), TREMBLE_M)
    )
    assert watcher.tries() == []
    assert seen[-1].words == "Cross your arms and lift your right foot."


def test_a_standing_foot_that_hops_ends_the_try():
    film = frames(tries_of("single_leg_stance", (1.0,), held_s=10), 0.0)
    hop_s = film[0].time_s + 3 + 2.5 + 5
    watcher, _ = watched(task("single_leg_stance"), (hopped(one, hop_s) for one in film))
    first = watcher.tries()[0]
    assert first.said == "Your standing foot moved."
    assert first.end_s == pytest.approx(hop_s, abs=0.3)


def hopped(frame: Frame, from_s: float) -> Frame:
    """With a picture, in which the whole person jumps aside by 25 cm at that time."""
    world = frame.world
    image = list(world)
    aside = 0.25 if frame.time_s >= from_s else 0.0
    for start in range(0, len(world), STRIDE):
        x, y, z = world[start : start + 3]
        image[start : start + 3] = (x + aside) / 3 + 0.5, y / 3 + 0.5, z / 3
    return Frame(frame.time_s, image, world, 1.0)


def test_a_level_pelvis_is_timed_to_the_end():
    film = frames(tries_of("trendelenburg_30s", (1.0,), held_s=35), TREMBLE_M)
    assert one_try("trendelenburg_30s", film).value == 30


def test_a_free_hip_that_sinks_ends_it():
    """The figure lifts the hip, holds it for eight seconds, and lets it sink."""
    film = frames(
        chain(
            tries_lifted(8),
            staying("trendelenburg_30s--hip_drops", 10, at_s=4.0),
        ),
        TREMBLE_M,
    )
    one = one_try("trendelenburg_30s", film)
    assert one.said == "Your free hip sank."
    assert one.value == pytest.approx(8, abs=2.5)


def tries_lifted(held_s: float):
    """Weight on the left leg, then the right one lifted and kept."""
    yield from staying("trendelenburg_30s", 3)
    yield from (at_time("trendelenburg_30s", i / FPS) for i in range(int(2.5 * FPS)))
    yield from staying("trendelenburg_30s", held_s, at_s=2.5)


def test_out_of_sight_ends_a_try_when_it_was_seen_last():
    film = frames(tries_lifted(8))
    gone = [Frame(film[-1].time_s + i / FPS, None, None) for i in range(1, 100)]
    one = one_try("single_leg_stance", [*film, *gone])
    assert one.said == "I lost sight of you."
    assert one.end_s == pytest.approx(film[-1].time_s, abs=0.1)


def sinking(by_m: float):
    """A side plank of ten seconds whose hips then sink by so much, in a second."""
    straight = at_time("side_plank", 0.0)
    yield from (straight for _ in range(int(12 * FPS)))
    for i in range(int(4 * FPS)):
        lower = list(straight)
        for name in ("left_hip", "right_hip"):
            lower[at(name) + 1] += by_m * min(1.0, i / FPS)
        yield tuple(lower)


def test_a_side_plank_is_timed_until_the_hips_sink():
    one = one_try("side_plank_hold", frames(sinking(0.18), TREMBLE_M))
    assert one.said == "Your hips sank."
    assert one.end_s == pytest.approx(12.6, abs=0.6)


def test_hips_that_sink_a_little_are_allowed():
    watcher, _ = watched(task("side_plank_hold"), frames(sinking(0.03)))
    assert watcher.tries() == []
    watcher.finish()
    (one,) = watcher.tries()
    assert one.said == "The recording ended here."
    assert one.value > 13


def test_lying_flat_is_no_plank():
    watcher, _ = watched(task("side_plank_hold"), frames(staying("slr_active", 8)))
    watcher.finish()
    assert watcher.tries() == []


@settings(max_examples=6)
@given(st.integers(3, 12), st.integers(0, 6))
def test_who_stands_longer_never_gets_fewer_seconds(seconds, more):
    short, long = (
        one_try("single_leg_stance", frames(tries_of("single_leg_stance", (1.0,), held_s=one)))
        for one in (seconds, seconds + more)
    )
    assert long.value >= short.value


@pytest.mark.parametrize("way", [1, -1])
@pytest.mark.parametrize(("hip_up", "below"), [(0.0, 0.0), (-0.1, 0.2), (0.1, -0.2)])
def test_sag_is_below_whichever_way_the_head_lies(way, hip_up, below):
    trunk, line = (way * (0.25 - hip_up**2) ** 0.5, hip_up), (way * 1.4, 0.0)
    assert sag(trunk, line) == pytest.approx(below)


def test_something_lasts_only_without_a_break():
    lasting = Lasting(0.5)
    said = [lasting.since(i / 10, i != 3) for i in range(12)]
    assert said[:9] == [None] * 9
    assert said[9:] == [0.4, 0.4, 0.4]
