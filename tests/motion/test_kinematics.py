"""From coordinates to places."""

import numpy as np
import pytest

from coxa.anatomy.coordinates import coordinates
from coxa.motion.body import read_body
from coxa.motion.kinematics import Moving, Skeleton, normals, places
from coxa.motion.turns import COLUMN, COORDINATES, PELVIS_PLACE, TURNS, elementary

BODY = read_body()
SKELETON = Skeleton(BODY)
SKIN = SKELETON.skin()


def pose(**angles):
    values = np.zeros(len(COORDINATES))
    for name, value in angles.items():
        values[COLUMN[name]] = value
    return values


def at(values, joint):
    return SKELETON.frames(values).at[0, SKELETON.index[joint]]


def skin_point(values, name):
    points = SKELETON.skin(BODY.points[name])
    return places(SKELETON.frames(values), points)[0].mean(axis=0)


def test_the_coordinates_that_turn_joints_are_those_that_anatomy_names():
    assert set(COORDINATES) == set(coordinates())


@pytest.mark.parametrize(
    ("coordinate", "joint", "way"),
    [
        # a positive value moves the joint along (x forward, y up, z right)
        ("hip_flexion_l", "shank_l", (1, 0, 0)),
        ("hip_flexion_r", "shank_r", (1, 0, 0)),
        ("hip_adduction_l", "shank_l", (0, 0, 1)),
        ("hip_adduction_r", "shank_r", (0, 0, -1)),
        ("hip_rotation_l", "toes_l", (0, 0, 1)),
        ("hip_rotation_r", "toes_r", (0, 0, -1)),
        ("knee_angle_l", "foot_l", (-1, 0, 0)),
        ("ankle_angle_r", "toes_r", (0, 1, 0)),
        ("lumbar_extension", "head", (-1, 0, 0)),
        ("lumbar_bending", "head", (0, 0, 1)),
        ("neck_flexion", "head", (1, 0, 0)),
        ("arm_flex_r", "hand_r", (1, 0, 0)),
        ("arm_add_r", "hand_r", (0, 0, -1)),
        ("elbow_flex_l", "hand_l", (1, 0, 0)),
        ("scapula_elevation_l", "upper_arm_l", (0, 1, 0)),
        ("scapula_protraction_r", "upper_arm_r", (1, 0, 0)),
        ("pelvis_tilt", "head", (-1, 0, 0)),
        ("pelvis_list", "head", (0, 0, 1)),
        ("pelvis_tx", "head", (1, 0, 0)),
    ],
)
def test_a_positive_coordinate_moves_the_body_the_way_it_says(coordinate, joint, way):
    step = 0.2 if coordinate in PELVIS_PLACE else 10
    moved = at(pose(**{coordinate: step}), joint) - at(pose(), joint)
    assert moved @ np.array(way) > 0.7 * np.linalg.norm(moved) > 0


def test_turning_left_takes_the_left_foot_back():
    assert at(pose(pelvis_rotation=30), "foot_l")[0] < -0.02


def test_inversion_lifts_the_inner_edge_of_the_foot():
    raised = skin_point(pose(subtalar_angle_r=15), "ball_inner_r")[1]
    assert raised > skin_point(pose(), "ball_inner_r")[1] + 0.005


@pytest.mark.parametrize("side", ["l", "r"])
def test_the_palm_turns_from_forward_to_the_thigh(side):
    palm = SKELETON.skin(BODY.points[f"palm_{side}"])
    forward = normals(SKELETON.frames(pose()), palm)[0].mean(axis=0)
    turned = normals(SKELETON.frames(pose(**{f"pro_sup_{side}": 90})), palm)[0].mean(axis=0)
    assert forward[0] > 0.6
    assert turned[2] * (1 if side == "l" else -1) > 0.6


def test_slopes_agree_with_small_steps_in_every_coordinate():
    chance = np.random.default_rng(7)
    values = chance.normal(0, 25, len(COORDINATES))
    values[: len(PELVIS_PLACE)] = 0.3
    moving = Moving(SKELETON, SKELETON.skin(np.arange(0, len(BODY.vertices), 61)))
    here, step = SKELETON.frames(values), 1e-5
    slopes = moving.jacobian(here)
    for column, name in enumerate(COORDINATES):
        there = values.copy()
        there[column] += step
        moved = (moving.at(SKELETON.frames(there)) - moving.at(here)) / step
        assert np.allclose(moved, slopes[:, :, column], atol=1e-6), name


def test_rows_of_slopes_are_those_of_all():
    moving = Moving(SKELETON, SKELETON.skin(np.arange(50)))
    here = SKELETON.frames(pose(hip_flexion_l=40))
    assert np.allclose(moving.jacobian(here, np.array([3, 9])), moving.jacobian(here)[[3, 9]])


def test_a_limb_keeps_its_length_however_it_is_turned():
    bent = pose(hip_flexion_l=110, hip_adduction_l=-40, hip_rotation_l=-70, knee_angle_l=120)
    for one, other in (("thigh_l", "shank_l"), ("shank_l", "foot_l")):
        straight = np.linalg.norm(at(pose(), one) - at(pose(), other))
        assert np.linalg.norm(at(bent, one) - at(bent, other)) == pytest.approx(straight)


def test_elementary_turns_are_right_handed():
    for axis, start, end in ((0, 1, 2), (1, 2, 0), (2, 0, 1)):
        turned = elementary(axis, np.array([np.pi / 2]))[0] @ np.eye(3)[start]
        assert np.allclose(turned, np.eye(3)[end])


def test_every_turn_belongs_to_a_joint_of_the_body():
    assert {turn.joint for turn in TURNS} <= set(BODY.joint_names)
