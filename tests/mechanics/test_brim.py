"""Iliacus and psoas around the brim of the pelvis: our own choice, and smooth."""

import numpy as np
import pytest
from tests.mechanics.poses import along, pose

from coxa.mechanics import paths
from coxa.mechanics.model import AT, model
from coxa.mechanics.muscle import lines

NAMES = ("iliacus", "psoas")
FLEXION = AT["hip_flexion"]
BRIM = model().brim
ENDS_DEG = [*np.degrees(BRIM.lets_go), np.degrees(BRIM.held), np.degrees(BRIM.spent)]


def arms(muscle: str, poses: np.ndarray) -> np.ndarray:
    """Of the left hip's flexion, metres."""
    found: np.ndarray = paths.moment_arms(poses)[:, lines()[muscle].column, 0, FLEXION]
    return found


@pytest.mark.parametrize("muscle", NAMES)
def test_they_bend_the_hip_from_its_straightest_to_the_end(muscle: str):
    assert arms(muscle, along("hip_flexion_l", np.linspace(-25, 139, 200))).min() > 0


@pytest.mark.parametrize("muscle", NAMES)
def test_they_bend_it_no_more_at_the_end_of_the_range(muscle: str):
    assert arms(muscle, pose(hip_flexion_l=ENDS_DEG[-1])) == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("muscle", NAMES)
@pytest.mark.parametrize("end", ENDS_DEG)
@pytest.mark.parametrize("spread", [-45.0, 0.0, 20.0])
def test_nothing_jumps_where_one_way_becomes_the_other(muscle: str, end: float, spread: float):
    poses = along("hip_flexion_l", end + np.array([-1e-6, 1e-6]), hip_adduction_l=spread)
    found, own = paths.paths(poses), lines()[muscle].column
    assert np.abs(np.diff(found.lengths[:, own, 0])) < 1e-7
    assert np.abs(np.diff(found.arms[:, own, 0], axis=0)).max() < 1e-5


def test_the_lunge_has_them_longest():
    straight, standing, seated = (
        paths.lengths(pose(hip_flexion_l=angle))[0, lines()["psoas"].column, 0]
        for angle in (-20, 0, 90)
    )
    assert straight > standing > seated
