"""The moment of a hold that is worth seeing again: where its most important fault was worst."""

import json
from dataclasses import replace
from math import radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.motion.watching.seen_person import HEIGHT_M, TRUNK, Person, seen

from coxa.anatomy.sides import Side
from coxa.motion.watching.expected import Expected
from coxa.motion.watching.faults import BY_ID
from coxa.motion.watching.points import Frame, at
from coxa.motion.watching.watch import Watcher
from coxa.motion.watching.worst import WorstOfHold
from coxa.web.camera.in_browser import Coach

LEG_OUT = Expected(
    "leg_out", "hold", "left", "hip_adduction", 0, -30, (1.0, 3.0, 1.0), ("front",),
    pose={"hip_adduction_l": -30, "hip_adduction_r": 0},
)  # fmt: skip
ORDER = ("harms", "untidy")


def leaning(worst_s: float, seconds: float = 8.0, most_deg: float = 20.0):
    """A leg is held out for so long, ten pictures a second; the trunk leans most at `worst_s`."""
    for i in range(int(seconds * 10)):
        still = seen(Person(hip_adduction=-30, right={"hip_adduction": 0}), 0, i / 10)
        yield tipped(still, max(0.0, most_deg - 8 * abs(i / 10 - worst_s)))


def tipped(frame: Frame, degrees: float) -> Frame:
    """The shoulders to one side of where they were, as seen from the front."""
    image, world = list(frame.image), list(frame.world)
    for name in ("left_shoulder", "right_shoulder"):
        aside_m = TRUNK * sin(radians(degrees))
        world[at(name)] += aside_m
        image[at(name)] += aside_m / (HEIGHT_M * frame.aspect)
    return replace(frame, image=image, world=world)


def told(*pictures):
    """`pictures`: (time_s, held_s, measures). What is told after the last."""
    worst = WorstOfHold(ORDER)
    return [worst.add(*one) for one in pictures][-1]


def test_a_watched_hold_knows_where_it_was_worst():
    watcher = Watcher(LEG_OUT)
    seen_ = [watcher.frame(frame) for frame in leaning(5.0)]
    assert seen_[20].worst is None  # nothing to mend yet
    last = seen_[-1].worst
    assert last.fault in BY_ID
    assert last.time_s == pytest.approx(5.0, abs=0.4)  # landmarks are smoothed: a little late
    assert last.start_s < 1.5


def test_a_hold_without_a_fault_has_no_worst_moment():
    watcher = Watcher(LEG_OUT)
    assert not any(watcher.frame(frame).worst for frame in leaning(5.0, most_deg=0.0))


def test_the_browser_is_told_with_words_and_what_to_mark():
    coach = Coach(json.dumps(LEG_OUT.to_json()))
    shown = [
        json.loads(coach.frame(f.time_s, list(f.image), list(f.world), f.aspect))
        for f in leaning(5.0)
    ]
    hold = shown[-1]["hold"]
    assert set(hold) == {"start_s", "worst_s", "side", "fault", "words", "points"}
    assert hold["words"] == BY_ID[hold["fault"]].cue
    assert hold["side"] == "left"
    assert hold["points"]


def test_what_harms_is_shown_before_what_is_untidy_however_far_that_went():
    last = told((1, 1, {("untidy", None): 40.0}), (2, 2, {("harms", Side.LEFT): 11.0}),
                (3, 3, {("untidy", None): 50.0}))  # fmt: skip
    assert (last.fault, last.side, last.time_s) == ("harms", Side.LEFT, 2)


def test_another_hold_begins_with_nothing():
    assert told((1, 1, {("harms", None): 20.0}), (2, 0, {}), (3, 0.5, {})) is None


def test_a_fault_before_the_hold_is_not_the_holds():
    assert told((1, 0, {("harms", None): 20.0}), (2, 0.1, {})) is None


@given(st.lists(st.floats(10, 60), min_size=1, max_size=40))
def test_it_is_the_first_of_the_largest(measures):
    last = told(*((n, n + 1, {("harms", None): one}) for n, one in enumerate(measures)))
    assert (last.value, last.time_s) == (max(measures), measures.index(max(measures)))
