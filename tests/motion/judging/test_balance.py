"""Who stands free is over the feet."""

import pytest
from tests.motion.judging.made import ARMS_ASIDE, BODY, FEET, STANDING, both, held, part, still

from coxa.motion.judging.balance import balance
from coxa.motion.judging.seen import Seen

LEANING = STANDING | both(ankle_angle=15) | {"pelvis_tilt": -15.0}
LEFT = tuple(point for point in FEET if point.endswith("_l"))
OVER_LEFT = ARMS_ASIDE | {
    "hip_flexion_r": 40.0,
    "knee_angle_r": 70.0,
    "hip_adduction_l": 6.0,
    "pelvis_list": -6.0,
    "lumbar_bending": 6.0,
}


def judged(clip):
    return balance(Seen(clip, BODY))


def test_standing_upright_is_balanced():
    assert judged(still(STANDING, held(*FEET))) == []


def test_leaning_forward_from_the_ankles_falls():
    (found,) = judged(still(LEANING, held(*FEET)))
    assert found.value > 0.02


def test_with_a_hand_on_a_chair_leaning_is_fine():
    chair = part("chair", 1, (0.6, 0.76, 0))
    contacts = held(*FEET) + held("palm_l", on="chair.back")
    assert judged(still(LEANING, contacts, [chair])) == []


def test_standing_on_the_left_with_the_body_between_the_feet_falls():
    one_leg = STANDING | {"hip_flexion_r": 40.0, "knee_angle_r": 70.0}
    (found,) = judged(still(one_leg, held(*LEFT)))
    assert 0.02 < found.value < 0.15


def test_a_body_shifted_over_the_standing_foot_is_nearer_to_balance():
    shifted = judged(still(OVER_LEFT, held(*LEFT)))
    beside = judged(still(OVER_LEFT | {"hip_adduction_l": -6.0}, held(*LEFT)))
    assert beside[0].value > (shifted[0].value if shifted else 0.0)


def test_who_sits_is_not_asked():
    seat = part("chair", 0, (0, 0.44, 0))
    contacts = held(*FEET) + held("sit_bone_l", on="chair.seat")
    assert judged(still(LEANING, contacts, [seat])) == []


@pytest.mark.parametrize("contacts", [[], held("palm_l", on="outer_thigh_l")])
def test_without_a_word_of_what_carries_nothing_is_said(contacts):
    assert judged(still(LEANING, contacts)) == []
