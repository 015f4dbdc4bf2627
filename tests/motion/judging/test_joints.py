"""Joints in range for the position, at the speed of people, without jerks."""

from dataclasses import replace

import numpy as np
import pytest
from tests.motion.judging.made import BODY, STANDING, moving, said, still

from coxa.motion.clip import Clip
from coxa.motion.judging.joints import FASTEST_DEG_S, ranging, speeding
from coxa.motion.judging.seen import Seen
from coxa.motion.turns import COLUMN

LIFTED = STANDING | {"hip_flexion_l": 80.0, "knee_angle_l": 80.0}


def ranged(pose):
    return ranging(Seen(still(pose, lift=0.1), BODY))


def sped(clip: Clip):
    return speeding(Seen(clip, BODY))


def with_spike(clip: Clip, name: str, frame: int, by: float) -> Clip:
    values = np.array(clip.values)
    values[frame, COLUMN[name]] += by
    return replace(clip, values=values)


def test_a_straight_leg_lifted_too_far_is_out_of_range_and_a_bent_one_is_not():
    (found,) = ranged({"hip_flexion_l": 115.0})
    assert (found.what, found.value, found.limit) == ("hip_flexion_l", 115.0, 95.0)
    assert ranged({"hip_flexion_l": 115.0, "knee_angle_l": 100.0}) == []


def test_five_degrees_are_rounding():
    assert ranged({"hip_flexion_l": 99.0}) == []
    assert said(ranged({"hip_flexion_l": 101.0})) == {("range", "hip_flexion_l")}


def test_the_worst_frame_is_told():
    clip = moving(STANDING, STANDING | {"hip_flexion_l": 120.0}, seconds=2.0)
    (found,) = ranging(Seen(clip, BODY))
    assert (found.frame, found.value) == (12, 120.0)


def test_a_calm_lift_is_neither_fast_nor_jerky():
    assert sped(moving(STANDING, LIFTED)) == []


def test_the_same_lift_in_a_quarter_of_a_second_is_too_fast():
    found = sped(moving(STANDING, LIFTED, seconds=0.25))
    assert ("speed", "hip_flexion_l") in said(found)
    assert all(one.value > FASTEST_DEG_S for one in found if one.what == "hip_flexion_l")


def test_a_pelvis_that_flies_is_too_fast():
    far = STANDING | {"pelvis_tx": 1.5}
    assert ("speed", "pelvis_tx") in said(sped(moving(STANDING, far)))


def test_one_frame_off_the_way_is_a_jump():
    found = sped(with_spike(moving(STANDING, LIFTED), "elbow_flex_r", 5, 8.0))
    assert ("jump", "elbow_flex_r") in said(found)
    jump = next(one for one in found if one.rule == "jump")
    assert jump.frame == 5
    assert jump.value == pytest.approx(8.0, abs=0.1)


def test_a_tremble_too_small_to_see_is_none():
    assert sped(with_spike(moving(STANDING, LIFTED), "elbow_flex_r", 5, 2.0)) == []


def test_a_step_between_two_frames_is_a_jump():
    clip = moving(STANDING, LIFTED)
    values = np.array(clip.values)
    values[6:20, COLUMN["neck_rotation"]] += 15.0
    found = sped(replace(clip, values=values))
    assert ("jump", "neck_rotation") in said(found)


def test_a_still_hold_does_not_move():
    assert sped(still(STANDING)) == []
