"""How the person is placed: upright, on the side, on which foot. From points that were seen."""

from collections.abc import Sequence
from math import asin, atan2, degrees, dist, hypot, sqrt

from coxa.anatomy.sides import Side
from coxa.motion.watching.certainty import worst
from coxa.motion.watching.faults.fault import Moment, leg_of
from coxa.motion.watching.in_space import Trunk, trunk
from coxa.motion.watching.limbs import LEFT_LEG, RIGHT_LEG, TRUNK, Leg
from coxa.motion.watching.points import Frame

SEEN = 0.5  # visibility of the worst point (our choice)
# The cosine of how far the trunk may be from vertical to be called upright: 60 degrees, as deep
# squats lean forward by up to 50 (our choice).
UPRIGHT = 0.5
ON_THE_SIDE = 0.7  # the sine of 45 degrees: how steep the line of the hips is (our choice)
OFF_THE_FLOOR = 0.08  # of the leg's length: a sole so much higher than the other is lifted
# Of the way from one foot to the other: with the trunk so near over one foot, the other bears next
# to nothing (our choice). The library's one-legged figures are between -0.24 and 0.13, lunges of
# figures and people (UI-PRMD, s01-s07) from 0.28 on, a touch of the toes in front from 0.23 on.
OVER_ONE_FOOT = 0.15
APART = 0.05  # of the leg's length: feet that are nearer than this are not told apart by it
# Of the thigh's length, seen from in front: below this it points at the camera, and its direction
# there tells nothing (50 degrees; our choice).
ACROSS = 0.64

_LEFT_FOOT, _RIGHT_FOOT = ((leg.ankle, leg.heel, leg.toe) for leg in (LEFT_LEG, RIGHT_LEG))


def trunk_of(frame: Frame) -> Trunk | None:
    """The trunk's axes in space, or None where it was not seen well or has no depth."""
    points = frame.world
    return trunk(points) if points is not None and worst(points, TRUNK) >= SEEN else None


def upright(frame: Frame) -> bool:
    """Whether the shoulders are well above the hips. False where that was not seen."""
    body = trunk_of(frame)
    return body is not None and -body.up[1] >= UPRIGHT


def on_the_side(frame: Frame) -> bool:
    """Whether one hip lies above the other and the trunk is level."""
    points = frame.world
    if points is None:
        return False
    high = points[LEFT_LEG.hip + 1] - points[RIGHT_LEG.hip + 1]
    across = points[LEFT_LEG.hip] - points[RIGHT_LEG.hip]
    away = points[LEFT_LEG.hip + 2] - points[RIGHT_LEG.hip + 2]
    # Cheap first: hardly anybody lies on the side.
    if abs(high) < ON_THE_SIDE * sqrt(high * high + across * across + away * away):
        return False
    body = trunk_of(frame)
    return body is not None and -body.up[1] < UPRIGHT


def rolled_back_deg(frame: Frame) -> float | None:
    """Of somebody on the side: how far the belt turns to the ceiling. 0: hips above one another."""
    body, points = trunk_of(frame), frame.world
    if body is None or points is None:
        return None
    a, b = LEFT_LEG.hip, RIGHT_LEG.hip
    x, y, z = (points[a + i] - points[b + i] for i in range(3))
    up = body.up
    forward = y * up[2] - z * up[1], z * up[0] - x * up[2], x * up[1] - y * up[0]
    long = sqrt(sum(one * one for one in forward))
    # y of the points is down: the ceiling is minus.
    return degrees(asin(max(-1.0, min(1.0, -forward[1] / long)))) if long > 1e-6 else None


def free_foot(frame: Frame) -> Side | None:
    """The side whose foot bears no weight; None if both do, or that was not seen.

    It is off the floor, toes and all, or the trunk is over the other foot: toes that hang a few
    centimetres above the floor cannot be told from toes on it.
    """
    left, right = (_sole_m(frame, leg) for leg in (LEFT_LEG, RIGHT_LEG))
    if left is None or right is None:
        return None
    long = _leg_m(frame)
    if abs(left - right) >= OFF_THE_FLOOR * long:
        return Side.LEFT if left > right else Side.RIGHT
    return _unloaded(frame, APART * long)


def _unloaded(frame: Frame, apart_m: float) -> Side | None:
    """The side of the foot that the trunk is not over; None if it is over both, or between."""
    points = frame.world
    if points is None or worst(points, TRUNK) < SEEN:
        return None
    x, z = _middle(points, _LEFT_FOOT)
    to_x, to_z = _middle(points, _RIGHT_FOOT)
    body_x, body_z = _middle(points, TRUNK)
    to_x, to_z, body_x, body_z = to_x - x, to_z - z, body_x - x, body_z - z
    square = to_x * to_x + to_z * to_z
    if square < apart_m * apart_m:
        return None
    share = (body_x * to_x + body_z * to_z) / square
    if OVER_ONE_FOOT < share < 1.0 - OVER_ONE_FOOT:
        return None
    return Side.RIGHT if share <= OVER_ONE_FOOT else Side.LEFT


def _middle(points: Sequence[float], parts: Sequence[int]) -> tuple[float, float]:
    """The mean of these points on the floor (x, z), in metres."""
    x = sum([points[part] for part in parts])
    z = sum([points[part + 2] for part in parts])
    return x / len(parts), z / len(parts)


def _sole_m(frame: Frame, leg: Leg) -> float | None:
    """The height (m, above the hips' middle, so minus) of the lowest point of that foot."""
    points, parts = frame.world, (leg.ankle, leg.heel, leg.toe)
    if points is None or worst(points, parts) < SEEN:
        return None
    return -max(points[part + 1] for part in parts)


def trails(frame: Frame, side: Side) -> bool:
    """Whether that foot is behind the other by a quarter of the leg or more, as in a lunge."""
    points, body = frame.world, trunk_of(frame)
    if points is None or body is None or body.level_left is None:
        return False
    one, other = leg_of(side).ankle, leg_of(side.other).ankle
    x, z = body.level_left
    ahead = (points[one] - points[other]) * z - (points[one + 2] - points[other + 2]) * x
    return ahead < -0.25 * _leg_m(frame)


def carries(moment: Moment, side: Side | None) -> bool:
    """Whether that foot bears weight."""
    return free_foot(moment.frame) is not side


def thigh_shows_from_front(frame: Frame, side: Side) -> bool:
    """Whether enough of that thigh lies in the frontal plane for its direction to be read."""
    points, body, leg = frame.world, trunk_of(frame), leg_of(side)
    if points is None or body is None or body.level_left is None:
        return False
    x, y, z = (points[leg.knee + i] - points[leg.hip + i] for i in range(3))
    level_x, level_z = body.level_left
    long = sqrt(x * x + y * y + z * z)
    return hypot(x * level_x + z * level_z, y) > ACROSS * long


def heel_up_deg(frame: Frame, side: Side) -> float | None:
    """How steep the sole is, heel above toes; None where the foot was not seen."""
    points, leg = frame.world, leg_of(side)
    if points is None or min(points[leg.heel + 3], points[leg.toe + 3]) < SEEN:
        return None
    x, y, z = (points[leg.toe + i] - points[leg.heel + i] for i in range(3))
    return degrees(atan2(y, hypot(x, z)))


def _leg_m(frame: Frame) -> float:
    """The length of thigh and shank of the left leg, in metres."""
    points = frame.world
    if points is None:
        return 0.0
    hip, knee, ankle = (points[i : i + 3] for i in (LEFT_LEG.hip, LEFT_LEG.knee, LEFT_LEG.ankle))
    return dist(hip, knee) + dist(knee, ankle)
