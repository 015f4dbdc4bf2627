"""Lines of the body in the picture, against gravity or the trunk: what a check's angle is.

Degrees. Plus is up, or outward. A line is read with the confidence of its worst point.
"""

from collections.abc import Callable, Mapping, Sequence
from math import atan2, degrees, hypot
from types import MappingProxyType

from coxa.motion.watching.certainty import OUT_OF_PLANE, Reading, rated, worst
from coxa.motion.watching.checking.measuring import Look
from coxa.motion.watching.limbs import LEFT_LEG, RIGHT_LEG, TRUNK, Leg
from coxa.motion.watching.view import View

Line = Callable[[Look, Leg], Reading]
Flat = tuple[float, float]


def across(look: Look) -> float:
    """What x of the image is times, so that in a frontal view it grows to the person's left."""
    return -look.frame.aspect if look.view is View.BACK else look.frame.aspect


def between(points: Sequence[float], start: int, end: int, across: float) -> Flat:
    """From one point to another: x times `across`, and y **up**."""
    return (points[end] - points[start]) * across, points[start + 1] - points[end + 1]


def leg_elevation(look: Look, leg: Leg) -> Reading:
    """Hip to ankle above level, seen from a side, lying: 0 flat, 90 straight up, beyond is more."""
    return _elevation(look, leg, leg.ankle)


def thigh_elevation(look: Look, leg: Leg) -> Reading:
    """Hip to knee above level, seen from a side, lying: minus hangs below."""
    return _elevation(look, leg, leg.knee)


def _elevation(look: Look, leg: Leg, end: int) -> Reading:
    points = look.points
    x, up = between(points, leg.hip, end, look.frame.aspect)
    # Away from the head is where a lying leg points; which way that is in the picture, the
    # shoulder says.
    from_head, _ = between(points, leg.shoulder, leg.hip, look.frame.aspect)
    if from_head == 0.0 or hypot(x, up) < 1e-6:
        return OUT_OF_PLANE
    along = x if from_head > 0.0 else -x
    return rated(degrees(atan2(up, along)), worst(points, (leg.shoulder, leg.hip, end)), 1.0)


def leg_spread(look: Look, leg: Leg) -> Reading:
    """Hip to ankle away from the line of the trunk, to the leg's own side, seen from in front.

    Lying, the camera is above. The trunk's line goes through the middles of shoulders and hips.
    """
    points = look.points
    wide = across(look)
    down_x, down_up = _down_the_trunk(points, wide)
    x, up = between(points, leg.hip, leg.ankle, wide)
    if hypot(down_x, down_up) < 1e-6 or hypot(x, up) < 1e-6:
        return OUT_OF_PLANE
    # Counter-clockwise, with x to the person's left and y up: from straight down to the left.
    turn = degrees(atan2(down_x * up - down_up * x, down_x * x + down_up * up))
    return rated(leg.outward * turn, worst(points, (*TRUNK, leg.ankle)), 1.0)


def _down_the_trunk(points: Sequence[float], wide: float) -> Flat:
    left = between(points, LEFT_LEG.shoulder, LEFT_LEG.hip, wide)
    right = between(points, RIGHT_LEG.shoulder, RIGHT_LEG.hip, wide)
    return left[0] + right[0], left[1] + right[1]


def shin_out(look: Look, leg: Leg) -> Reading:
    """Knee to ankle away from hanging straight down, outward, seen from in front or behind."""
    points = look.points
    x, up = between(points, leg.knee, leg.ankle, across(look))
    if hypot(x, up) < 1e-6:
        return OUT_OF_PLANE
    turn = degrees(atan2(leg.outward * x, -up))
    return rated(turn, worst(points, (leg.knee, leg.ankle)), 1.0)


def pelvic_tip(readings: Mapping[str, Reading]) -> Reading:
    """The hips' line against the trunk, degrees: the right hip nearer to the feet is plus.

    Unlike `pelvic_drop` it needs no gravity: somebody who lies is seen from above.
    """
    drop, list_ = readings["pelvic_drop"], readings["trunk_list"]
    if drop.value is None or list_.value is None:
        return drop if drop.value is None else list_
    sure = min(drop, list_, key=lambda one: one.confidence)
    return Reading(drop.value - list_.value, sure.confidence, sure.status)


LINES: Mapping[str, Line] = MappingProxyType(
    {
        "leg_elevation": leg_elevation,
        "thigh_elevation": thigh_elevation,
        "leg_spread": leg_spread,
        "shin_out": shin_out,
    }
)
