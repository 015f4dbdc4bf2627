"""The balance of forces and moments: weight and levers as anyone can work them out by hand."""

from functools import cache

import numpy as np
import pytest

from coxa.mechanics.equilibrium import Balance, balance
from coxa.mechanics.model import model
from coxa.mechanics.rows import JOINTS, ROWS, WHOLE
from coxa.motion.body import read_body
from coxa.motion.judging.loads import WEIGHT_N, masses
from coxa.motion.judging.seen import Seen
from coxa.motion.library import clip, described
from coxa.motion.masses import SEGMENTS
from coxa.motion.turns import COLUMN

SIDE_LYING, STANDING, PLANK = "side_lying_leg_raise", "habit_even_stance", "side_plank"


@cache
def equations(key: str) -> Balance:
    return balance(Seen(clip(key), read_body()), described()[key].shown)


def row(name: str) -> int:
    return WHOLE + JOINTS.index(name)


def test_weight_pulls_the_whole_body_down_and_turns_it_no_way() -> None:
    down = -WEIGHT_N * equations(STANDING).weight[0, 1]
    assert down[:WHOLE] == pytest.approx([0, -WEIGHT_N, 0, 0, 0, 0], abs=1e-9)


def test_a_leg_raised_sideways_is_as_heavy_at_the_hip_as_its_parts_are_far_from_it() -> None:
    of = equations(SIDE_LYING)
    top = len(of.known) - 1
    centres, shares = masses(of.seen)
    index = of.seen.figure.skeleton.index
    hip = of.seen.frames.at[top, index["thigh_l"]]
    turn = of.seen.frames.turn[top, index["pelvis"]]
    legs = [i for i, one in enumerate(SEGMENTS) if one.start in ("thigh_l", "shank_l", "foot_l")]
    about = sum(np.cross(centres[top, i] - hip, [0, -WEIGHT_N * shares[i], 0]) for i in legs)
    # Adduction of the left hip turns about the pelvis's own axis forward, once flexed: here hardly.
    flexion = np.radians(of.seen.values[top, COLUMN["hip_flexion_l"]])
    axis = turn @ np.array([np.cos(flexion), np.sin(flexion), 0])
    found = -WEIGHT_N * of.weight[top, 1, row("hip_adduction_l")]
    assert found == pytest.approx(-about @ axis, rel=1e-6)
    assert found > 15  # Nm: about what textbooks give for a straight leg held out


def test_a_push_under_a_foot_lifts_the_whole_body_by_its_size() -> None:
    of = equations(STANDING)
    up = of.others[0, 1] / WEIGHT_N
    assert np.isclose(up, 1.0).sum() >= 6  # heel and both balls of both feet
    assert not np.any(up > 1 + 1e-9)


def test_the_sides_of_an_even_stance_mirror_each_other() -> None:
    down = equations(STANDING).weight[0, 1]
    for left, right in zip(JOINTS[:5], JOINTS[5:10], strict=True):
        assert down[row(left)] == pytest.approx(down[row(right)], abs=2e-3)


def test_gluteus_medius_of_the_left_opens_the_left_hip_and_does_nothing_to_the_right() -> None:
    of = equations(STANDING)
    line = model().names.index("glut_med2")
    assert of.muscles[0, row("hip_adduction_l"), line] < -10
    assert of.muscles[0, row("hip_adduction_r"), line] == 0
    assert of.muscles.shape[1:] == (ROWS, 2 * len(model().names))


def test_a_contact_carries_only_while_it_lasts() -> None:
    of = equations("x_sit_to_stand")
    seat = of.most[:, : len(of.costs)].sum(axis=1)
    assert seat[-1] < seat[0]  # standing: the chair carries nothing


def test_muscles_do_not_push_on_the_room() -> None:
    assert not np.any(equations(PLANK).muscles[:, :WHOLE])
