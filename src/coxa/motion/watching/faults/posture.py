"""How the person is placed: upright, on the side, on which foot. From points that were seen."""

from itertools import pairwise
from math import asin, atan2, degrees, hypot, sqrt

from coxa.anatomy.sides import Side
from coxa.motion.watching.certainty import worst
from coxa.motion.watching.faults.fault import leg_of
from coxa.motion.watching.in_space import Trunk, trunk
from coxa.motion.watching.limbs import LEFT_LEG, RIGHT_LEG, TRUNK, Leg
from coxa.motion.watching.points import Frame

SEEN = 0.5  # visibility of the worst point (our choice)
# The cosine of how far the trunk may be from vertical to be called upright: 60 degrees, as deep
# squats lean forward by up to 50 (our choice).
UPRIGHT = 0.5
ON_THE_SIDE = 0.7  # the sine of 45 degrees: how steep the line of the hips is (our choice)
OFF_THE_FLOOR = 0.08  # of the leg's length: a sole so much higher than the other is lifted
# Of the thigh's length, seen from in front: below this it points at the camera, and its direction
# there tells nothing (50 degrees; our choice).
ACROSS = 0.64


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


def lifted(frame: Frame) -> Side | None:
    """The side whose foot is off the floor, toes and all; None if neither is, or not seen."""
    left, right = (_sole_m(frame, leg) for leg in (LEFT_LEG, RIGHT_LEG))
    if left is None or right is None or abs(left - right) < OFF_THE_FLOOR * _leg_m(frame):
        return None
    return Side.LEFT if left > right else Side.RIGHT


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


def bears_weight(frame: Frame, side: Side) -> bool:
    """Whether that foot stands and is not the back one, whose knee and heel may do as they like."""
    return lifted(frame) is not side and not trails(frame, side)


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
    places = [tuple(points[at : at + 3]) for at in (LEFT_LEG.hip, LEFT_LEG.knee, LEFT_LEG.ankle)]
    return sum(
        sqrt(sum((p - q) ** 2 for p, q in zip(one, other, strict=True)))
        for one, other in pairwise(places)
    )
