"""Curves as the paths of a drawing."""

import numpy as np
import pytest

from coxa.web.anatomy.charts import (
    BOTTOM,
    LEFT,
    RIGHT,
    SHARES,
    TOP,
    Along,
    arm_scale,
    chart,
)

ANGLES = np.linspace(-20.0, 80.0, 5)


def along(now: float = 30.0, reached: tuple[bool, ...] = (True,) * 5) -> Along:
    return Along(ANGLES, np.array(reached), now)


def points(path: str) -> list[tuple[float, float]]:
    return [tuple(map(float, point.split())) for point in path.removeprefix("M").split("L")]


def test_a_curve_goes_from_end_to_end_and_up_is_more():
    values = np.array([[0.0], [25.0], [50.0], [75.0], [100.0]])
    (curve,) = chart(values, np.array([50.0]), along(), SHARES).curves
    found = points(curve.path)
    assert found[0] == (LEFT, BOTTOM)
    assert found[-1] == (RIGHT, TOP)
    assert curve.now == found[2][1]


def test_the_present_angle_and_upright_stand_at_their_places():
    drawn = chart(np.zeros((5, 1)), np.zeros(1), along(now=80.0), SHARES)
    assert drawn.here == RIGHT
    assert LEFT < drawn.upright < RIGHT


def test_what_is_out_of_reach_is_shaded_up_to_the_end():
    reached = (True, True, True, False, False)
    (shade,) = chart(np.zeros((5, 1)), np.zeros(1), along(reached=reached), SHARES).shades
    assert shade.x + shade.width == pytest.approx(RIGHT)
    assert shade.x == pytest.approx(LEFT + (RIGHT - LEFT) * 2.5 / 4, abs=0.1)


def test_two_runs_out_of_reach_are_two_shades():
    reached = (False, True, True, True, False)
    shades = chart(np.zeros((5, 1)), np.zeros(1), along(reached=reached), SHARES).shades
    assert len(shades) == 2
    assert shades[0].x == LEFT


def test_where_all_is_in_reach_nothing_is_shaded():
    assert not chart(np.zeros((5, 1)), np.zeros(1), along(), SHARES).shades


@pytest.mark.parametrize(
    ("lowest", "highest", "marks"),
    [
        (-29.0, 23.0, (-30, 0, 30)),
        (-47.0, 55.0, (-60, 0, 60)),
        (4.0, 33.0, (0, 20, 40)),
        (-133.0, -20.0, (-140, -70, 0)),
    ],
)
def test_a_scale_of_arms_holds_them_and_zero(lowest: float, highest: float, marks):
    scale = arm_scale(lowest, highest)
    assert scale.marks == marks
    assert scale.low <= min(lowest, 0)
    assert scale.high >= max(highest, 0)
