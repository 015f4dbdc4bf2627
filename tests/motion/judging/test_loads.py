"""What loads the joints, against what can be worked out by hand."""

import numpy as np
import pytest
from tests.motion.judging.made import (
    ARMS_ASIDE,
    BODY,
    FEET,
    STANDING,
    both,
    held,
    part,
    still,
    strap,
)

from coxa.motion.judging.loads import PULL_N, WEIGHT_N, masses, moments
from coxa.motion.judging.seen import Seen
from coxa.motion.masses import SEGMENTS
from coxa.motion.turns import COLUMN

LYING = {"pelvis_tilt": 90.0} | ARMS_ASIDE
BACK = ("back_of_head", "shoulder_blade_l", "shoulder_blade_r", "sacrum")
LEFT_LEG = ("thigh_l", "shank_l", "foot_l")


def moment(clip, name: str) -> float:
    return float(moments(Seen(clip, BODY))[0, COLUMN[name]])


def by_hand(clip, parts: tuple[str, ...], joint: str) -> float:
    """The weight of parts times their distance in front of (+) a joint, in Nm."""
    seen = Seen(clip, BODY)
    places, shares = masses(seen)
    at = seen.frames.at[0, seen.figure.skeleton.index[joint]]
    mine = np.array([one.start in parts for one in SEGMENTS])
    return float(WEIGHT_N * ((places[0] - at)[:, 0] * shares)[mine].sum())


def test_the_weight_of_a_leg_lifted_from_the_floor_pulls_the_hip_straight():
    lifted = still(LYING | {"hip_flexion_l": 40.0}, held(*BACK))
    expected = -by_hand(lifted, LEFT_LEG, "thigh_l")
    assert expected < -20
    assert moment(lifted, "hip_flexion_l") == pytest.approx(expected, rel=0.01)


def test_an_arm_that_hangs_loads_the_shoulder_with_nothing():
    straight = still(STANDING | {"arm_flex_l": 0.0, "elbow_flex_l": 0.0}, held(*FEET))
    assert moment(straight, "arm_flex_l") == pytest.approx(0, abs=1)


def test_without_a_load_at_its_root_the_body_is_in_balance():
    clip = still(STANDING, held(*FEET))
    all_of_them = moments(Seen(clip, BODY))[0]
    for name in ("pelvis_tx", "pelvis_ty", "pelvis_tz"):
        assert all_of_them[COLUMN[name]] * np.pi / 180 == pytest.approx(0, abs=0.01 * WEIGHT_N)
    assert all_of_them[COLUMN["pelvis_list"]] == pytest.approx(0, abs=1)


def test_a_bent_knee_that_carries_is_bent_further_by_the_weight():
    squat = STANDING | both(hip_flexion=70, knee_angle=85, ankle_angle=25) | {"pelvis_tilt": -40.0}
    clip = still(squat, held(*FEET))
    assert moment(clip, "knee_angle_l") > 20
    assert moment(clip, "hip_flexion_l") > 20
    assert moment(clip, "knee_angle_l") == pytest.approx(moment(clip, "knee_angle_r"), rel=0.05)


def test_who_stands_on_one_leg_must_hold_the_pelvis_up_with_it():
    one_leg = STANDING | {"hip_adduction_l": 4.0, "pelvis_list": -4.0, "knee_angle_r": 60.0}
    clip = still(one_leg, held(*(point for point in FEET if point.endswith("_l"))))
    assert moment(clip, "hip_adduction_l") > 20


def test_a_bridge_is_pushed_into_bending_at_the_hips():
    bridge = LYING | both(knee_angle=100, ankle_angle=-10) | {"pelvis_tilt": 115.0}
    contacts = held("back_of_head", "shoulder_blade_l", "shoulder_blade_r", *FEET)
    assert moment(still(bridge, contacts), "hip_flexion_l") > 10


def test_hands_carry_all_where_there_is_nothing_else():
    hanging = both(arm_flex=175, arm_add=-8)
    clip = still(hanging, held("palm_l", "palm_r", on="bar"), lift=0.3)
    assert moment(clip, "pelvis_ty") * np.pi / 180 == pytest.approx(0, abs=0.01 * WEIGHT_N)


def test_hands_only_steady_who_stands():
    seen = Seen(still(STANDING, held(*FEET)), BODY)
    alone = moments(seen)[0, COLUMN["hip_flexion_l"]]
    steadied = still(STANDING, held(*FEET) + held("palm_r", on="chair.back"))
    assert moment(steadied, "hip_flexion_l") == pytest.approx(alone, abs=8)


def test_a_wall_at_the_side_carries_nothing():
    wall = part("wall", 0, (0, 1.15, 1))
    clip = still(STANDING, held(*FEET) + held("palm_r", on="wall.left"), [wall])
    without = still(STANDING, held(*FEET))
    assert moment(clip, "hip_flexion_l") == pytest.approx(moment(without, "hip_flexion_l"))


def test_a_band_round_the_knees_pulls_them_together():
    lying = LYING | both(hip_adduction=-10, knee_angle=15, hip_flexion=10)
    bare = still(lying, held(*BACK, "heel_l", "heel_r"))
    band = strap("band_loop", "outer_knee_l", "outer_knee_r", bare)
    banded = still(lying, bare.contacts, [band])
    pulled = moment(banded, "hip_adduction_l") - moment(bare, "hip_adduction_l")
    assert pulled == pytest.approx(PULL_N * 0.4, rel=0.25)  # about a thigh's length


def test_a_cushion_between_the_knees_pushes_them_apart():
    lying = LYING | both(hip_flexion=45, knee_angle=95, ankle_angle=-35)
    bare = still(lying, held(*BACK, *FEET))
    squeezing = still(
        lying, held(*BACK, *FEET) + held("inner_knee_l", "inner_knee_r", on="cushion")
    )
    pushed = moment(squeezing, "hip_adduction_l") - moment(bare, "hip_adduction_l")
    assert pushed < -15
