"""A muscle group in any pose, and whether what is told of it is what the model does."""

import numpy as np
import pytest

from coxa.anatomy.actions import Action, actions
from coxa.anatomy.groups import Look, groups
from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import BOTH, Side
from coxa.mechanics.exploring import (
    crossed,
    ends_of,
    explored,
    in_pose,
    moved_by,
    out_of_reach,
    parts,
    swept,
)
from coxa.mechanics.muscle import lines
from coxa.mechanics.paths import paths

LOOKS = [(muscle, look) for muscle, group in groups().items() for look in group.looks]
# Of the trunk's rows some are of either side, and two of its three lines are of the belly.
ACTIONS = [row for muscle in Muscle if muscle is not Muscle.CORE for row in actions(muscle)]
LEAST = 0.1  # of what it was: a change that one sees in a curve


def values(muscle: Muscle, look: Look) -> tuple[float, float]:
    i = [part.name for part in parts(muscle)].index(look.line)
    poses = swept(look.pose, look.along, np.array([look.start, look.end]))
    first, last = explored(muscle, poses).measure(look.measure)[:, i].tolist()
    return first, last


@pytest.mark.parametrize(("muscle", "look"), LOOKS, ids=[look.words for _, look in LOOKS])
def test_what_is_worth_seeing_is_to_be_seen(muscle: Muscle, look: Look):
    first, last = values(muscle, look)
    if look.change == "changes":
        assert first * last < 0
        assert min(abs(first), abs(last)) > 0.005  # m: what the page calls next to nothing
    elif look.change == "grows":
        assert abs(last) > (1 + LEAST) * abs(first)
    else:
        assert abs(last) < (1 - LEAST) * abs(first)


@pytest.mark.parametrize("row", ACTIONS, ids=lambda row: f"{row.muscle} {row.words}")
def test_what_a_group_is_said_to_do_its_strength_does_in_the_model(row: Action):
    """Each line's lever by its force: where the action is said to hold."""
    pose = {"hip_flexion": 90.0, "knee_angle": 90.0} if row.when else {"knee_angle": 15.0}
    arms = explored(row.muscle, in_pose(pose)).measure(row.coordinate)[0]
    force = np.array([part.max_force_n for part in parts(row.muscle)])
    assert row.sign * float(arms @ force) > 0


def test_a_share_is_nothing_at_the_shortest_and_all_at_the_longest():
    flexed = explored(Muscle.HIP_FLEXORS, in_pose({"hip_flexion": 140, "knee_angle": 120}))
    stretched = explored(Muscle.HIP_FLEXORS, in_pose({"hip_flexion": -25}))
    psoas = [part.name for part in parts(Muscle.HIP_FLEXORS)].index("psoas")
    assert flexed.shares[0, psoas] < 0.1
    assert stretched.shares[0, psoas] > 0.9


@pytest.mark.parametrize("muscle", Muscle)
def test_shares_and_scales_are_of_a_length_and_hold_every_pose(muscle: Muscle):
    ends = ends_of(muscle)
    assert (ends.longest > ends.shortest + 0.02).all()
    assert (ends.highest >= ends.lowest).all()
    shares = explored(muscle, swept({}, moved_by(muscle)[0], np.linspace(-20, 120, 30))).shares
    assert ((shares >= 0) & (shares <= 1)).all()


def test_lengths_and_arms_are_those_of_the_paths():
    pose = in_pose({"hip_flexion": 40, "hip_rotation": 10})
    found, whole = explored(Muscle.DEEP_ROTATORS, pose), paths(pose)
    column, left = lines()["peri"].column, BOTH.index(Side.LEFT)
    assert found.lengths[0, 0] == whole.lengths[0, column, left]
    assert (found.arms[0, 0] == whole.arms[0, column, left]).all()


def test_parts_stand_as_a_group_names_them():
    assert [part.name for part in parts(Muscle.GLUTE_MED)][:3] == [
        "glut_med1",
        "glut_med2",
        "glut_med3",
    ]


def test_a_group_is_moved_by_the_joints_that_matter_to_it():
    assert moved_by(Muscle.GLUTE_MED)[0] == "hip_flexion"
    assert moved_by(Muscle.QUADS) == ("knee_angle", "hip_flexion")
    assert moved_by(Muscle.CORE)[0] == "lumbar_extension"
    assert crossed(Muscle.QUADS) == ("knee_angle",)
    assert "knee_angle" in crossed(Muscle.HAMSTRINGS)
    assert "knee_angle" not in crossed(Muscle.GLUTE_MAX)


def test_a_straight_knee_stops_the_hip_and_a_bent_one_does_not():
    assert list(out_of_reach({"hip_flexion": 120, "knee_angle": 0})) == ["hip_flexion"]
    assert not out_of_reach({"hip_flexion": 120, "knee_angle": 100})


def test_a_sweep_moves_one_joint_and_leaves_the_others():
    poses = swept({"knee_angle": 30}, "hip_flexion", np.array([0.0, 45.0]))
    moved = (poses != poses[0]).any(axis=0)
    assert moved.sum() == 1
    assert (poses == 30).any(axis=1).all()


def test_an_unknown_joint_is_refused_with_the_nearest_name():
    with pytest.raises(ValueError, match="hip_flexion"):
        in_pose({"hip_flexon": 3})
