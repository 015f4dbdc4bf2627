"""Angles in the plane of the picture: sagittal ones from a side, frontal ones from front or back.

All in image coordinates with x times the aspect, so that x and y have one unit. Against the
vertical means against the picture's own: the camera stands level.
"""

from collections.abc import Sequence
from math import atan2, degrees, hypot
from typing import NamedTuple

from coxa.motion.watching.in_space import knee_valgus
from coxa.motion.watching.limbs import LEFT_LEG, RIGHT_LEG, Leg

# A knee does not bend this far backwards: then the person faces the other way than it seems.
BACKWARDS_DEG = -25.0


class Sagittal(NamedTuple):
    """Degrees; `over_toe` as a share of the shank's length."""

    hip_flexion: float
    knee_angle: float
    ankle_angle: float
    over_toe: float


class Frontal(NamedTuple):
    """Degrees. `hip_rotation` as if the thigh pointed at the camera."""

    hip_adduction: float
    hip_rotation: float
    knee_valgus: float


def sagittal(points: Sequence[float], aspect: float, of: Leg, left_near: bool) -> Sagittal | None:
    """A leg in the picture from a side; None where points fall together.

    With the left side near, somebody upright faces the picture's left. The trunk goes from this
    leg's hip to the shoulder of its side.
    """
    shoulder, hip, knee, ankle = of.shoulder, of.hip, of.knee, of.ankle
    knee_x, knee_y = points[knee] * aspect, points[knee + 1]
    hip_x, hip_y = points[hip] * aspect, points[hip + 1]
    ankle_x, ankle_y = points[ankle] * aspect, points[ankle + 1]
    toe_x, toe_y = points[of.toe] * aspect, points[of.toe + 1]
    up_x, up_y = points[shoulder] * aspect - hip_x, points[shoulder + 1] - hip_y
    thigh_x, thigh_y = knee_x - hip_x, knee_y - hip_y
    shank_x, shank_y = ankle_x - knee_x, ankle_y - knee_y
    foot_x, foot_y = toe_x - points[of.heel] * aspect, toe_y - points[of.heel + 1]
    long = hypot(shank_x, shank_y)
    if long < 1e-6 or hypot(thigh_x, thigh_y) < 1e-6 or hypot(up_x, up_y) < 1e-6:
        return None
    # Turned so that plus bends forward, whichever way the person faces.
    way = 1.0 if left_near else -1.0
    knee_angle = -way * _turn(thigh_x, thigh_y, shank_x, shank_y)
    return Sagittal(
        hip_flexion=way * _turn(-up_x, -up_y, thigh_x, thigh_y),
        knee_angle=-knee_angle if knee_angle < BACKWARDS_DEG else knee_angle,
        ankle_angle=90.0 + way * _turn(-shank_x, -shank_y, foot_x, foot_y),
        over_toe=-way * (knee_x - toe_x) / long,
    )


def lean(points: Sequence[float], aspect: float, of: Leg, left_near: bool) -> float:
    """How far the trunk leans forward of vertical in the picture from a side, in degrees.

    90 is face down, -90 on the back. 0 where hip and shoulder fall together.
    """
    up_x = (points[of.shoulder] - points[of.hip]) * aspect
    up_y = points[of.shoulder + 1] - points[of.hip + 1]
    return degrees(atan2(-up_x if left_near else up_x, -up_y)) if up_x or up_y else 0.0


def frontal(points: Sequence[float], aspect: float, of: Leg, in_front: bool) -> Frontal | None:
    """A leg in the picture from the front or from the back; None where points fall together."""
    # With x to the person's left, a picture from the back is the mirror of one from the front.
    across = aspect if in_front else -aspect
    hip, knee, ankle = of.hip, of.knee, of.ankle
    thigh_x, thigh_y = (points[knee] - points[hip]) * across, points[knee + 1] - points[hip + 1]
    shank_x = (points[ankle] - points[knee]) * across
    shank_y = points[ankle + 1] - points[knee + 1]
    left_x, left_y = _hips(points, across)
    if left_x == left_y == 0.0:
        return None
    # Down from the hips' line: (-left_y, left_x), as y goes down.
    inward = -of.outward * (thigh_x * left_x + thigh_y * left_y)
    down = thigh_y * left_x - thigh_x * left_y
    out = of.outward * (shank_x * left_x + shank_y * left_y)
    shank_down = shank_y * left_x - shank_x * left_y
    return Frontal(
        hip_adduction=degrees(atan2(inward, down)),
        hip_rotation=degrees(atan2(out, shank_down)),
        knee_valgus=knee_valgus(of, thigh_x, thigh_y, shank_x, shank_y),
    )


def sideways(points: Sequence[float], aspect: float, in_front: bool) -> tuple[float, float]:
    """Trunk list (to the person's right) and pelvic drop (right hip lower), in degrees."""
    across = aspect if in_front else -aspect
    a, b, c, d = LEFT_LEG.shoulder, RIGHT_LEG.shoulder, LEFT_LEG.hip, RIGHT_LEG.hip
    up_x = (points[a] + points[b] - points[c] - points[d]) * across
    up_y = points[a + 1] + points[b + 1] - points[c + 1] - points[d + 1]
    left_x, left_y = _hips(points, across)
    return degrees(atan2(-up_x, -up_y)), degrees(atan2(-left_y, left_x))


def _hips(points: Sequence[float], across: float) -> tuple[float, float]:
    left, right = LEFT_LEG.hip, RIGHT_LEG.hip
    return (points[left] - points[right]) * across, points[left + 1] - points[right + 1]


def _turn(x: float, y: float, to_x: float, to_y: float) -> float:
    """Degrees from the first direction to the second, clockwise as the picture is seen."""
    return degrees(atan2(x * to_y - y * to_x, x * to_x + y * to_y))
