"""A strength move works its muscles; a stretch lengthens them; the wrong muscle is found out."""

import pytest
from tests.motion.judging.made import (
    ARMS_ASIDE,
    BODY,
    FEET,
    LAST,
    STANDING,
    both,
    held,
    moving,
    part,
    still,
    strap,
)

from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import Side
from coxa.motion.clip import Clip, Held, mirrored
from coxa.motion.judging.meaning import meaning
from coxa.motion.judging.purpose import Meant, purpose
from coxa.motion.judging.seen import Seen
from coxa.motion.library import described

BACK = ("back_of_head", "shoulder_blade_l", "shoulder_blade_r")
SUPINE = {"pelvis_tilt": 90.0} | ARMS_ASIDE
CURLED = SUPINE | both(hip_flexion=45, knee_angle=100, ankle_angle=-30)
BRIDGE = SUPINE | both(knee_angle=102, ankle_angle=-10) | {"pelvis_tilt": 115.0}
SQUAT = STANDING | both(hip_flexion=80, knee_angle=85, ankle_angle=25) | {"pelvis_tilt": -35.0}
ON_THE_SIDE = {"pelvis_list": 90.0} | ARMS_ASIDE
SIDE = ("shoulder_side_r", "hip_side_r", "outer_thigh_r", "outer_shin_r")
FOLDED = ON_THE_SIDE | both(hip_flexion=45, knee_angle=90)
OPEN = FOLDED | {"hip_flexion_l": 35.0, "hip_adduction_l": -25.0, "hip_rotation_l": -35.0}
HEELS = [Held("inner_ankle_l", "inner_ankle_r", 0, LAST, planted=False)]
HANGING = both(arm_flex=170, arm_add=-8, knee_angle=5)
DRAWN_UP = HANGING | both(hip_flexion=100, knee_angle=100)
HALF_KNEELING = STANDING | {
    "hip_flexion_l": -15.0,
    "knee_angle_l": 85.0,
    "hip_flexion_r": 85.0,
    "knee_angle_r": 105.0,
}
FIGURE_4 = both(hip_flexion=90, knee_angle=90) | {
    "hip_flexion_l": 110.0,
    "hip_adduction_l": -35.0,
    "hip_rotation_l": -70.0,
}


def strength(clip: Clip, *muscles: Muscle, side: Side = Side.LEFT):
    return purpose(Seen(clip, BODY), Meant("strength", muscles, side))


def stretch(clip: Clip, *muscles: Muscle, side: Side = Side.LEFT):
    return purpose(Seen(clip, BODY), Meant("stretch", muscles, side))


BRIDGING = moving(CURLED, BRIDGE, held(*BACK, *FEET, last=LAST))
SQUATTING = moving(STANDING, SQUAT, held(*FEET, last=LAST))
SIDE_RAISE = moving(ON_THE_SIDE, ON_THE_SIDE | {"hip_adduction_l": -35.0}, held(*SIDE, last=LAST))
CLAMSHELL = moving(FOLDED, OPEN, held(*SIDE, last=LAST) + HEELS)
HANGING_RAISE = moving(HANGING, DRAWN_UP, held("palm_l", "palm_r", on="bar", last=LAST))


@pytest.mark.parametrize(
    ("words", "clip", "muscles"),
    [
        ("a bridge", BRIDGING, (Muscle.GLUTE_MAX, Muscle.HAMSTRINGS)),
        ("a squat", SQUATTING, (Muscle.GLUTE_MAX, Muscle.QUADS)),
        ("a leg raise on the side", SIDE_RAISE, (Muscle.GLUTE_MED,)),
        ("a clamshell", CLAMSHELL, (Muscle.GLUTE_MED, Muscle.DEEP_ROTATORS)),
        ("a knee raise from a bar", HANGING_RAISE, (Muscle.HIP_FLEXORS,)),
    ],
)
def test_a_strength_move_works_its_muscles(words: str, clip: Clip, muscles: tuple[Muscle, ...]):
    assert strength(clip, *muscles) == []


@pytest.mark.parametrize(
    ("words", "clip", "muscle"),
    [
        ("a bridge does not work the hip flexors", BRIDGING, Muscle.HIP_FLEXORS),
        ("a bridge does not work the front of the thigh", BRIDGING, Muscle.QUADS),
        ("a squat does not work the hip flexors", SQUATTING, Muscle.HIP_FLEXORS),
        ("a leg raise on the side does not work the adductors", SIDE_RAISE, Muscle.ADDUCTORS),
        ("a clamshell does not work the adductors", CLAMSHELL, Muscle.ADDUCTORS),
        ("a knee raise does not work the buttock", HANGING_RAISE, Muscle.GLUTE_MAX),
        ("a knee raise does not work the thigh's front", HANGING_RAISE, Muscle.QUADS),
        ("standing still works no rotator", still(STANDING, held(*FEET)), Muscle.DEEP_ROTATORS),
    ],
)
def test_a_muscle_that_it_does_not_work_is_found_out(words: str, clip: Clip, muscle: Muscle):
    (found,) = strength(clip, muscle)
    assert found.rule == "strength"
    assert found.what.startswith(f"nothing resists {muscle}")


def test_a_clamshell_turns_out_against_its_weight_because_the_foot_rests():
    unsupported = moving(FOLDED, OPEN, held(*SIDE, last=LAST))
    assert strength(CLAMSHELL, Muscle.DEEP_ROTATORS) == []
    assert strength(unsupported, Muscle.DEEP_ROTATORS) != []


def test_pushing_out_against_a_belt_works_the_side_of_the_hip():
    lying = SUPINE | both(hip_flexion=10, knee_angle=15, hip_adduction=-8)
    contacts = held("sacrum", *BACK, "heel_l", "heel_r")
    bare = still(lying, contacts)
    belt = strap("belt", "outer_knee_l", "outer_knee_r", bare)
    assert strength(bare, Muscle.GLUTE_MED) != []
    assert strength(still(lying, contacts, [belt]), Muscle.GLUTE_MED) == []


def test_squeezing_a_cushion_works_the_inner_thighs():
    contacts = held("sacrum", *BACK, *FEET)
    cushion = part("cushion", 0, (0.4, 0.4, 0))
    squeezed = contacts + held("inner_knee_l", "inner_knee_r", on="cushion")
    assert strength(still(CURLED, contacts), Muscle.ADDUCTORS) != []
    assert strength(still(CURLED, squeezed, [cushion]), Muscle.ADDUCTORS) == []


@pytest.mark.parametrize(
    ("words", "pose", "muscles"),
    [
        ("half kneeling", HALF_KNEELING, (Muscle.HIP_FLEXORS,)),
        ("the figure-4", FIGURE_4, (Muscle.GLUTE_MAX, Muscle.DEEP_ROTATORS)),
        ("bending forward", both(hip_flexion=80, knee_angle=5), (Muscle.HAMSTRINGS,)),
        ("the butterfly", both(hip_flexion=110, hip_adduction=-48), (Muscle.ADDUCTORS,)),
    ],
)
def test_a_stretch_lengthens_its_muscles(
    words: str, pose: dict[str, float], muscles: tuple[Muscle, ...]
):
    assert stretch(moving(STANDING, STANDING | pose, seconds=2.0), *muscles) == []


def test_a_stretch_that_lengthens_another_muscle_is_found_out():
    half_kneeling = moving(STANDING, HALF_KNEELING, seconds=2.0)
    (found,) = stretch(half_kneeling, Muscle.HIP_FLEXORS, Muscle.HAMSTRINGS)
    assert found.what.startswith("hamstrings is not lengthened (hip bent with a straight knee)")


def test_only_the_hold_counts_not_what_is_passed_on_the_way():
    there_and_back = moving(HALF_KNEELING, STANDING, seconds=2.0)
    assert stretch(there_and_back, Muscle.HIP_FLEXORS) != []


def test_the_left_side_works_and_in_the_mirror_the_right():
    half_kneeling = moving(STANDING, HALF_KNEELING, seconds=2.0)
    assert stretch(half_kneeling, Muscle.HIP_FLEXORS, side=Side.RIGHT) != []
    assert stretch(mirrored(half_kneeling), Muscle.HIP_FLEXORS, side=Side.RIGHT) == []
    assert strength(mirrored(SIDE_RAISE), Muscle.GLUTE_MED, side=Side.RIGHT) == []


def test_what_is_meant_comes_from_the_exercise():
    by_id = {one.id: meaning(one) for one in described().values() if not one.variant}
    assert by_id["lunge"] == Meant("strength", (Muscle.GLUTE_MAX, Muscle.QUADS))
    assert by_id["x_tandem_stand"] is None  # balance claims no muscle's work
    assert by_id["check_knee_cave_lunge"] is None
