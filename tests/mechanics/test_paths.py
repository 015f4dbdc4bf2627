"""Lengths of muscles and their moment arms, over the whole ranges."""

import numpy as np
import pytest
from tests.mechanics.poses import MIDLINE, along, pose, sided, spread, whole_range

from coxa.anatomy.sides import BOTH
from coxa.mechanics import paths
from coxa.mechanics.model import AT, COORDINATES, model
from coxa.mechanics.muscle import lines
from coxa.motion.clip import TURNED_ROUND, mirror_name
from coxa.motion.turns import COLUMN, PELVIS_PLACE
from coxa.motion.turns import COORDINATES as ALL

POSES = spread(400)
STEP_DEG = 1e-3
STEP_RAD = np.radians(STEP_DEG)
# What is left of a slope by steps: of rounding, and of the bend of a path within a step.
CLOSE_M = 2e-6
UNCROSSED = [
    name
    for name in ALL
    if name.removesuffix("_l").removesuffix("_r") not in COORDINATES
    and not name.startswith(MIDLINE)
]


def arm(name: str, coordinate: str, **angles: float) -> float:
    """In millimetres, left."""
    found = paths.moment_arms(pose(**angles))
    return float(1000 * found[0, lines()[name].column, 0, AT[coordinate]])


def moved(values: np.ndarray, name: str, by: float) -> np.ndarray:
    changed = values.copy()
    changed[:, COLUMN[name]] += by
    return changed


def slopes(values: np.ndarray, name: str) -> np.ndarray:
    """(n, M, 2): by small steps, metres a radian."""
    high, low = (paths.lengths(moved(values, name, by)) for by in (STEP_DEG, -STEP_DEG))
    return (high - low) / (2 * STEP_RAD)


def mirrored(values: np.ndarray) -> np.ndarray:
    signs = [-1.0 if name in TURNED_ROUND else 1.0 for name in ALL]
    return values[:, [COLUMN[mirror_name(name)] for name in ALL]] * signs


@pytest.mark.parametrize("name", COORDINATES)
@pytest.mark.parametrize("side", BOTH)
def test_an_arm_is_minus_the_slope_of_the_length(name: str, side):
    coordinate = sided(name, side.value[0])
    own = BOTH.index(side)
    found = paths.moment_arms(POSES)[:, :, own, AT[name]]
    assert np.abs(found + slopes(POSES, coordinate)[:, :, own]).max() < CLOSE_M


@pytest.mark.parametrize("way", ["extension", "bending", "rotation"])
def test_the_ribs_turn_muscles_as_the_loin_does(way: str):
    found = paths.moment_arms(POSES)[:, :, :, AT[f"lumbar_{way}"]]
    assert np.abs(found + slopes(POSES, f"thorax_{way}")).max() < CLOSE_M


@pytest.mark.parametrize("name", UNCROSSED)
def test_what_no_muscle_crosses_changes_no_length(name: str):
    by = 0.3 if name in PELVIS_PLACE else 30.0
    assert np.array_equal(paths.lengths(moved(POSES[:20], name, by)), paths.lengths(POSES[:20]))


@pytest.mark.parametrize("side", BOTH)
def test_a_leg_does_not_pull_on_the_other(side):
    for name in ("hip_flexion", "knee_angle", "ankle_angle"):
        other = moved(POSES, sided(name, side.other.value[0]), 20)
        own = BOTH.index(side)
        assert np.array_equal(paths.lengths(other)[:, :, own], paths.lengths(POSES)[:, :, own])


def test_the_left_is_the_mirror_image_of_the_right():
    here, there = paths.paths(POSES), paths.paths(mirrored(POSES))
    assert np.array_equal(here.lengths[:, :, ::-1], there.lengths)
    signs = [-1.0 if name in TURNED_ROUND else 1.0 for name in COORDINATES]
    # There is no minus nought among whole numbers: equal, not the same bits.
    assert np.abs(here.arms[:, :, ::-1] * signs - there.arms).max() == 0


@pytest.mark.parametrize("name", COORDINATES)
@pytest.mark.parametrize("seed", range(2))
def test_neither_lengths_nor_arms_jump_anywhere_along_a_range(name: str, seed: int):
    """Where something jumps, half the step leaves the jump as large as it was."""
    others = dict(zip(ALL, spread(1, seed)[0].tolist(), strict=True))
    coordinate = sided(name, "l")
    others.pop(coordinate)

    def steps(count: int) -> tuple[float, float]:
        poses = along(coordinate, whole_range(name, count), **others)
        found = paths.paths(poses)
        return (
            float(np.abs(np.diff(found.lengths, axis=0)).max()),
            float(np.abs(np.diff(found.arms, axis=0)).max()),
        )

    (coarse_length, coarse_arm), (fine_length, fine_arm) = steps(1001), steps(8001)
    assert fine_length < coarse_length / 4 + 1e-9
    assert fine_arm < coarse_arm / 4 + 1e-9


@pytest.mark.parametrize(
    ("name", "coordinate", "angles", "low", "high"),
    [
        # Anatomy: which way a muscle pulls, and about how far from the joint (mm).
        ("iliacus", "hip_flexion", {}, 15, 50),
        ("rect_fem", "hip_flexion", {}, 25, 55),
        ("glut_max2", "hip_flexion", {}, -80, -35),
        ("bifemlh", "hip_flexion", {"hip_flexion_l": 45}, -90, -45),
        ("glut_med2", "hip_adduction", {}, -70, -35),
        ("add_long", "hip_adduction", {}, 50, 90),
        ("glut_max2", "hip_rotation", {}, -50, -10),
        ("glut_med1", "hip_rotation", {"hip_flexion_l": 60}, 10, 60),
        ("quad_fem", "hip_rotation", {}, -55, -20),
        ("vas_lat", "knee_angle", {"knee_angle_l": 45}, -60, -25),
        ("semimem", "knee_angle", {"knee_angle_l": 60}, 20, 60),
        ("soleus", "ankle_angle", {}, -60, -35),
        ("tib_ant", "ankle_angle", {}, 25, 60),
        ("tib_post", "subtalar_angle", {}, 5, 35),
        ("per_long", "subtalar_angle", {}, -35, -5),
        ("ercspn", "lumbar_extension", {}, 30, 90),
        ("extobl", "lumbar_extension", {}, -150, -20),
    ],
)
def test_muscles_pull_the_way_that_anatomy_says(
    name: str, coordinate: str, angles: dict[str, float], low: float, high: float
):
    assert low < arm(name, coordinate, **angles) < high


def test_the_obliques_bend_the_trunk_to_their_own_side():
    bending = AT["lumbar_bending"]
    left, right = paths.moment_arms(pose())[0, lines()["extobl"].column, :, bending]
    # Plus is to the right.
    assert left < 0 < right


def test_the_first_adductor_turns_from_bending_to_straightening_as_the_hip_bends():
    assert arm("add_long", "hip_flexion", hip_flexion_l=-10) > 0
    assert arm("add_long", "hip_flexion", hip_flexion_l=90) < 0


def test_lengths_alone_are_the_lengths_of_both():
    assert np.array_equal(paths.lengths(POSES), paths.paths(POSES).lengths)


def test_many_poses_are_the_same_as_each_by_itself():
    many = np.tile(POSES, (12, 1))  # more than one block
    whole, one = paths.paths(many), paths.paths(many[-1:])
    assert np.allclose(whole.lengths[-1], one.lengths[0], atol=1e-12)
    assert np.allclose(whole.arms[-1], one.arms[0], atol=1e-12)


def test_no_pose_is_no_length():
    assert paths.paths(POSES[:0]).lengths.shape == (0, len(model().names), 2)


@pytest.mark.parametrize("values", [np.zeros(len(ALL)), np.zeros((3, 5))])
def test_other_columns_are_refused(values: np.ndarray):
    for measure in (paths.paths, paths.lengths, paths.moment_arms):
        with pytest.raises(ValueError, match="poses are"):
            measure(values)
