"""Counts: chair stands in thirty seconds, one-leg bridges until they fall short."""

from itertools import chain

import pytest
from tests.motion.watching.checking.filmed import (
    FPS,
    at_time,
    cycles,
    frames,
    mirrored,
    staying,
    task,
    watched,
)

from coxa.motion.library import clip

TREMBLE_M = 0.01
STAND, BRIDGE = "x_sit_to_stand", "single_leg_bridge_reps"


def counted(check_id, *worlds, noise_m=TREMBLE_M, side=""):
    watcher, seen = watched(task(check_id, side), frames(chain(*worlds), noise_m))
    return watcher, seen


def only(watcher):
    (one,) = watcher.tries()
    return one


def test_stands_are_counted_for_thirty_seconds_from_the_first_movement():
    """Quickened three times, a stand takes 2.03 s: 14 are whole, and one is more than half."""
    watcher, _ = counted("chair_stand_30s", staying(STAND, 4), cycles(STAND, 20, quicker=3))
    one = only(watcher)
    assert one.value == 15
    assert one.start_s == pytest.approx(4.5, abs=0.5)
    assert one.end_s - one.start_s == pytest.approx(30)


def test_who_stops_early_has_what_was_done():
    watcher, _ = counted(
        "chair_stand_30s", staying(STAND, 4), cycles(STAND, 6, quicker=3), staying(STAND, 25)
    )
    assert only(watcher).value == 6


def test_a_stand_that_is_not_finished_counts_at_the_end_if_it_is_past_half_way():
    up_s = clip(STAND).out_s
    for share, count in ((0.9, 4), (0.2, 3)):
        watcher, _ = counted(
            "chair_stand_30s",
            staying(STAND, 4),
            cycles(STAND, 3, quicker=3),
            staying(STAND, 22),
            (at_time(STAND, share * up_s * i / FPS) for i in range(int(FPS))),
            staying(STAND, 20, at_s=share * up_s),
        )
        assert only(watcher).value == count


def test_half_a_stand_does_not_count_and_is_said():
    half = [at_time(STAND, 1.9 * i / 25) for i in range(26)]
    watcher, seen = counted(
        "chair_stand_30s",
        staying(STAND, 4), cycles(STAND, 3, quicker=3), half, reversed(half),
        cycles(STAND, 2, quicker=3), staying(STAND, 25),
    )  # fmt: skip
    assert only(watcher).value == 5
    assert "That one was not all the way up." in {one.words for one in seen}


def test_the_live_count_is_what_the_try_comes_to():
    watcher, seen = counted(
        "chair_stand_30s", staying(STAND, 4), cycles(STAND, 6, quicker=3), staying(STAND, 25)
    )
    running = [one.reps for one in seen if one.phase == "running"]
    assert running == sorted(running)
    assert running[-1] == only(watcher).value


def test_shifting_in_the_seat_does_not_start_the_clock():
    shift = [at_time(STAND, 0.9 * i / 25) for i in range(26)]
    watcher, seen = counted("chair_stand_30s", staying(STAND, 4), shift, reversed(shift))
    assert watcher.tries() == []
    assert seen[-1].phase != "done"


@pytest.mark.parametrize(("side", "turn"), [("left", tuple), ("right", mirrored)])
def test_bridges_are_counted_until_one_stops(side, turn):
    worlds = chain(staying(BRIDGE, 4), cycles(BRIDGE, 7), staying(BRIDGE, 12))
    watcher, _ = counted(BRIDGE, map(turn, worlds), side=side)
    one = only(watcher)
    assert (one.value, one.said) == (7, "You stopped.")


def test_two_bridges_in_a_row_that_fall_short_end_it():
    low = [at_time(BRIDGE, 0.75 * i / 15) for i in range(16)]
    lows = [*low, *reversed(low), *staying(BRIDGE, 1)] * 3
    watcher, _ = counted(
        BRIDGE, staying(BRIDGE, 4), cycles(BRIDGE, 4), staying(BRIDGE, 1), lows, noise_m=0.005
    )
    one = watcher.tries()[0]
    assert one.value == 4
    assert one.said == "The last ones were not all the way up."


def test_nothing_begins_while_it_is_held_and_the_start_is_learned_meanwhile():
    watcher, _ = counted("chair_stand_30s")
    watcher.hold()
    film = frames(
        chain(staying(STAND, 4), cycles(STAND, 1), staying(STAND, 3), cycles(STAND, 4, quicker=3))
    )
    go_s = 4 + clip(STAND).times[-1] + 2.5
    for frame in film:
        if frame.time_s >= go_s:
            watcher.go()
        watcher.frame(frame)
    watcher.finish()
    one = only(watcher)
    assert one.value == 4
    assert one.start_s >= go_s


def test_without_a_movement_nothing_is_counted():
    watcher, _ = counted(BRIDGE, staying(BRIDGE, 20))
    watcher.finish()
    assert watcher.tries() == []
