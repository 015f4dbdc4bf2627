"""Limbs touch one another and the trunk; they do not go through."""

import pytest
from tests.motion.judging.made import BODY, STANDING, both, moving, still

from coxa.motion.judging.limbs import limbs
from coxa.motion.judging.seen import Seen
from coxa.motion.judging.segments import PARTS, segments

FOREARM_IN_BELLY = STANDING | {
    "arm_flex_l": 0.0,
    "arm_rot_l": 75.0,
    "arm_add_l": 0.0,
    "elbow_flex_l": 95.0,
}
LEGS_THROUGH = STANDING | both(hip_adduction=12)
SEATED = both(hip_flexion=90, knee_angle=90, hip_adduction=-4)
ARMS_UP = both(arm_flex=150, arm_add=-15)
FIGURE_4 = (
    SEATED | ARMS_UP | {"hip_flexion_l": 105.0, "hip_adduction_l": -35.0, "knee_angle_l": 112.0}
)


def judged(clip):
    return {one.what: one for one in limbs(Seen(clip, BODY))}


def test_standing_has_no_limb_in_another():
    assert judged(still(STANDING)) == {}


def test_legs_straight_down_have_none():
    assert judged(still(ARMS_UP)) == {}


def test_sitting_with_the_legs_side_by_side_has_none():
    assert judged(still(SEATED | ARMS_UP)) == {}


def test_a_knee_drawn_to_the_chest_folds_and_does_not_pierce():
    pose = {"hip_flexion_l": 118.0, "hip_adduction_l": -8.0, "knee_angle_l": 125.0}
    assert judged(still(ARMS_UP | pose)) == {}


def test_a_forearm_through_the_belly_is_found():
    found = judged(still(FOREARM_IN_BELLY))
    assert any(what.startswith("forearm_l in") for what in found)
    assert max(one.value for one in found.values()) > 0.03


def test_legs_through_each_other_are_found_once():
    found = judged(still(LEGS_THROUGH))
    assert len({"shank_l in shank_r", "shank_r in shank_l"} & set(found)) == 1


def test_a_figure_4_whose_ankle_is_in_the_other_leg_is_found():
    over, through = FIGURE_4 | {"hip_rotation_l": -50.0}, FIGURE_4 | {"hip_rotation_l": -75.0}
    assert judged(still(over)) == {}
    assert "foot_l in thigh_r" in judged(still(through))


def test_what_meets_in_the_middle_of_the_way_is_found_there():
    far, through = STANDING | both(hip_adduction=-5), LEGS_THROUGH
    found = judged(moving(far, through))
    assert min(one.frame for one in found.values()) > 5


@pytest.mark.parametrize("name", [n for n, part in PARTS.items() if not part.bare])
def test_every_part_has_a_shape_and_skin_of_its_own(name: str):
    parts = segments(BODY)
    assert len(parts.own[name]) > 10
    shape = parts.shapes[name]
    assert (shape.half > 0.005).all()
    assert (shape.half < 0.25).all()


def test_a_shape_is_the_skin_to_about_a_centimetre():
    """Skin of a part is near the outline of its own shape: not far inside, where it would never
    be seen to be crossed."""
    parts = segments(BODY)
    seen = Seen(still({}), BODY)
    for name in ("thigh_l", "shank_l", "upper_arm_r", "forearm_r"):
        shape = parts.shapes[name]
        local = seen.skin[0, parts.own[name]] - seen.frames.at[0, shape.joint]
        assert shape.depth(local @ seen.frames.turn[0, shape.joint]).max() < 0.02
