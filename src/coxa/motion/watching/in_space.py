"""Angles in three dimensions, from the world points (or from an image with its own depth).

Axes of the trunk: `up` from the hips to the shoulders, `left` from the right to the left hip and
shoulder and square to `up`, `forward` square to both. Hip angles follow OpenSim's order (flexion,
adduction, rotation) with the trunk in the place of the pelvis. Angles against the vertical and the
level take the y of the points for the vertical: the camera stands level.

Depth is the weak one of the three: from in front a landmark model misreads a knee by 20 degrees.
"""

from collections.abc import Sequence
from math import acos, asin, atan2, degrees, hypot, sqrt
from typing import NamedTuple

from coxa.motion.watching.limbs import LEFT_LEG, RIGHT_LEG, Leg

Vector = tuple[float, float, float]
BENT = (
    0.64  # the sine of 40 degrees: with a straighter knee the shank does not tell how a hip turns
)
LYING = 0.3  # the person's left points up or down: the level part of it says nothing below this


class Trunk(NamedTuple):
    """The trunk's axes (unit vectors) and its angles in degrees.

    `lean` is forward of vertical, `list` to the person's right, `drop` the right hip below the
    left; None for `lean` and `list` of somebody who lies on the side. `level_left` and
    `level_forward` (x, z) are the same axes without their height, None likewise.
    """

    left: Vector
    up: Vector
    forward: Vector
    level_left: tuple[float, float] | None
    lean: float | None
    list: float | None
    drop: float


class LegAngles(NamedTuple):
    """Degrees, signs as everywhere; None where the pose does not tell.

    `over_toe` is how far the knee is in front of the toes, as a share of the shank's length.
    """

    hip_flexion: float
    hip_adduction: float
    hip_rotation: float | None
    knee_angle: float
    ankle_angle: float | None
    knee_valgus: float | None
    over_toe: float | None


def trunk(points: Sequence[float], across: float = 1.0, depth: float = 1.0) -> Trunk | None:
    """The trunk of those points; x and z are multiplied. None where points fall together."""
    a, b, c, d = LEFT_LEG.shoulder, RIGHT_LEG.shoulder, LEFT_LEG.hip, RIGHT_LEG.hip
    hip_x, hip_y = (points[c] - points[d]) * across, points[c + 1] - points[d + 1]
    hip_z = (points[c + 2] - points[d + 2]) * depth
    left_x = (points[a] - points[b]) * across + hip_x
    left_y = points[a + 1] - points[b + 1] + hip_y
    left_z = (points[a + 2] - points[b + 2]) * depth + hip_z
    up_x = (points[a] + points[b] - points[c] - points[d]) * across
    up_y = points[a + 1] + points[b + 1] - points[c + 1] - points[d + 1]
    up_z = (points[a + 2] + points[b + 2] - points[c + 2] - points[d + 2]) * depth
    long = sqrt(up_x * up_x + up_y * up_y + up_z * up_z)
    if long < 1e-6:
        return None
    up_x, up_y, up_z = up_x / long, up_y / long, up_z / long
    along = left_x * up_x + left_y * up_y + left_z * up_z
    left_x, left_y, left_z = left_x - along * up_x, left_y - along * up_y, left_z - along * up_z
    long = sqrt(left_x * left_x + left_y * left_y + left_z * left_z)
    if long < 1e-6:
        return None
    left = left_x / long, left_y / long, left_z / long
    drop = degrees(atan2(-hip_y, hypot(hip_x, hip_z)))
    return _with_level(left, (up_x, up_y, up_z), drop)


def _with_level(left: Vector, up: Vector, drop: float) -> Trunk:
    left_x, left_y, left_z = left
    up_x, up_y, up_z = up
    forward = (
        left_y * up_z - left_z * up_y,
        left_z * up_x - left_x * up_z,
        left_x * up_y - left_y * up_x,
    )
    long = hypot(left_x, left_z)
    if long < LYING:
        return Trunk(left, up, forward, None, None, None, drop)
    x, z = left_x / long, left_z / long
    # Forward on the level is the left turned by a right angle: (z, -x).
    lean = degrees(atan2(up_x * z - up_z * x, -up_y))
    sideways = degrees(atan2(-(up_x * x + up_z * z), -up_y))
    return Trunk(left, up, forward, (x, z), lean, sideways, drop)


def leg(
    points: Sequence[float], of: Leg, body: Trunk, across: float = 1.0, depth: float = 1.0
) -> LegAngles | None:
    """The angles of one leg; x and z are multiplied. None where points fall together."""
    hip, knee, ankle, heel, toe = of.hip, of.knee, of.ankle, of.heel, of.toe
    knee_x, knee_y, knee_z = points[knee] * across, points[knee + 1], points[knee + 2] * depth
    ankle_x, ankle_y, ankle_z = points[ankle] * across, points[ankle + 1], points[ankle + 2] * depth
    toe_x, toe_y, toe_z = points[toe] * across, points[toe + 1], points[toe + 2] * depth
    thigh_x, thigh_y = knee_x - points[hip] * across, knee_y - points[hip + 1]
    thigh_z = knee_z - points[hip + 2] * depth
    shank_x, shank_y, shank_z = ankle_x - knee_x, ankle_y - knee_y, ankle_z - knee_z
    foot_x, foot_y = toe_x - points[heel] * across, toe_y - points[heel + 1]
    foot_z = toe_z - points[heel + 2] * depth
    thigh_long = sqrt(thigh_x * thigh_x + thigh_y * thigh_y + thigh_z * thigh_z)
    shank_long = sqrt(shank_x * shank_x + shank_y * shank_y + shank_z * shank_z)
    foot_long = sqrt(foot_x * foot_x + foot_y * foot_y + foot_z * foot_z)
    if thigh_long < 1e-6 or shank_long < 1e-6:
        return None
    thigh = thigh_x / thigh_long, thigh_y / thigh_long, thigh_z / thigh_long
    shank = shank_x / shank_long, shank_y / shank_long, shank_z / shank_long
    at_the_knee = thigh[0] * shank[0] + thigh[1] * shank[1] + thigh[2] * shank[2]
    at_the_ankle = -(shank[0] * foot_x + shank[1] * foot_y + shank[2] * foot_z)
    over_toe = None
    if body.level_left is not None:
        x, z = body.level_left
        over_toe = ((knee_x - toe_x) * z - (knee_z - toe_z) * x) / shank_long
    flexion, adduction, rotation = _hip(of, body, thigh, shank)
    return LegAngles(
        hip_flexion=flexion,
        hip_adduction=adduction,
        hip_rotation=rotation,
        knee_angle=degrees(acos(_cosine(at_the_knee))),
        ankle_angle=degrees(asin(_cosine(at_the_ankle / foot_long))) if foot_long > 1e-6 else None,
        knee_valgus=_valgus(of, body, (thigh_x, thigh_y, thigh_z), (shank_x, shank_y, shank_z)),
        over_toe=over_toe,
    )


def _valgus(of: Leg, body: Trunk, thigh: Vector, shank: Vector) -> float | None:
    """The knee's bend inwards in the plane of hip, ankle and the body's left.

    Standing straight that is the frontal plane. There a thigh that points forward would have no
    direction, and the angle would jump; from hip to ankle it goes however far the knee is bent.
    None where hip and ankle fall together, or the leg lies along the body's left.
    """
    long_x, long_y, long_z = thigh[0] + shank[0], thigh[1] + shank[1], thigh[2] + shank[2]
    square = long_x * long_x + long_y * long_y + long_z * long_z
    if square < 1e-6:
        return None
    left = body.left
    along = (left[0] * long_x + left[1] * long_y + left[2] * long_z) / square
    x, y, z = left[0] - along * long_x, left[1] - along * long_y, left[2] - along * long_z
    wide = sqrt(x * x + y * y + z * z)
    if wide < LYING:
        return None
    long = sqrt(square)
    return knee_valgus(
        of,
        (thigh[0] * x + thigh[1] * y + thigh[2] * z) / wide,
        (thigh[0] * long_x + thigh[1] * long_y + thigh[2] * long_z) / long,
        (shank[0] * x + shank[1] * y + shank[2] * z) / wide,
        (shank[0] * long_x + shank[1] * long_y + shank[2] * long_z) / long,
    )


def knee_valgus(of: Leg, thigh_x: float, thigh_y: float, shank_x: float, shank_y: float) -> float:
    """How far the knee is bent inwards in a plane, in degrees; minus is bow-legged.

    Thigh (hip to knee) and shank (knee to ankle) with x to the person's left and y down the leg.
    """
    across = thigh_y * shank_x - thigh_x * shank_y
    return of.outward * degrees(atan2(across, thigh_x * shank_x + thigh_y * shank_y))


def _hip(of: Leg, body: Trunk, thigh: Vector, shank: Vector) -> tuple[float, float, float | None]:
    """Flexion, adduction and rotation; rotation only of a bent knee."""
    left, up, forward = body.left, body.up, body.forward
    ahead = thigh[0] * forward[0] + thigh[1] * forward[1] + thigh[2] * forward[2]
    down = -(thigh[0] * up[0] + thigh[1] * up[1] + thigh[2] * up[2])
    inward = -of.outward * (thigh[0] * left[0] + thigh[1] * left[1] + thigh[2] * left[2])
    flexion = degrees(atan2(ahead, down))
    adduction = degrees(asin(_cosine(inward)))
    # The shank in the thigh's axes before it turns: `back` behind the thigh, `out` to its outside.
    long = hypot(ahead, down)
    if long < 1e-6:
        return flexion, adduction, None
    shank_ahead = shank[0] * forward[0] + shank[1] * forward[1] + shank[2] * forward[2]
    shank_down = -(shank[0] * up[0] + shank[1] * up[1] + shank[2] * up[2])
    shank_in = -of.outward * (shank[0] * left[0] + shank[1] * left[1] + shank[2] * left[2])
    back = (shank_down * ahead - shank_ahead * down) / long
    out = -shank_in * long + inward * (shank_ahead * ahead + shank_down * down) / long
    if hypot(back, out) < BENT:
        return flexion, adduction, None
    return flexion, adduction, degrees(atan2(out, back))


def _cosine(value: float) -> float:
    return -1.0 if value < -1.0 else 1.0 if value > 1.0 else value
