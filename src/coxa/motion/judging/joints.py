"""Joints stay in the range that the combined position allows, and move as people move."""

import numpy as np

from coxa.anatomy.coordinates import Unit, coordinates
from coxa.anatomy.ranges import ROUNDING_DEG, breaches
from coxa.motion.judging.finding import Finding, worst
from coxa.motion.judging.seen import Seen
from coxa.motion.turns import COORDINATES
from coxa.motion.values import Array, Whole

FASTEST_DEG_S = 250.0  # our choice: a brisk swing of the leg; walking bends the knee by 350
FASTEST_M_S = 1.2  # our choice, for the pelvis: a walking pace
# Our choice: a speed that changes at once by three times so much a frame (at 12 a second: by 140
# degrees, or a metre, a second) is seen as a jerk; an eased way stays under half of it.
JUMP_DEG = 4.0
JUMP_M = 0.025
# A frame on a smooth curve through the two before it and the two after it (a cubic) is this mean.
_CUBIC = np.array([-1.0, 4.0, 0.0, 4.0, -1.0]) / 6
_TURNS = np.array([coordinates()[name].unit is Unit.DEGREES for name in COORDINATES])


def ranging(seen: Seen) -> list[Finding]:
    """Coordinates beyond the range of the position that the body is in, past rounding."""
    found = []
    for u, frame in enumerate(seen.first):
        for one in breaches(seen.pose(u), ROUNDING_DEG):
            end = one.high if one.value > one.high else one.low
            found.append(Finding("range", int(frame), one.coordinate, one.value, end, "deg"))
    return worst(found)


def speeding(seen: Seen) -> list[Finding]:
    """Coordinates that change faster than people move, or that jump."""
    found = []
    for way in seen.ways():
        if len(way) > 1:
            found += _fast(seen, way)
        if len(way) >= len(_CUBIC):
            found += _jumps(seen, way)
    return worst(found)


def _fast(seen: Seen, way: Whole) -> list[Finding]:
    values = seen.values[seen.which[way]]
    rates = np.abs(np.diff(values, axis=0)) / np.diff(seen.clip.times[way])[:, None]
    return _over("speed", way[1:], rates, FASTEST_DEG_S, FASTEST_M_S, "/s")


def _jumps(seen: Seen, way: Whole) -> list[Finding]:
    """How far a frame is off the smooth curve through its neighbours; a way's frames are evenly
    spaced. At its ends the motion rests or turns round: what comes next is what was before.
    """
    values = np.pad(seen.values[seen.which[way]], ((2, 2), (0, 0)), mode="reflect")
    smooth = sum(share * values[i : len(values) - 4 + i] for i, share in enumerate(_CUBIC))
    off = np.abs(values[2:-2] - smooth)
    return _over("jump", way, off, JUMP_DEG, JUMP_M, "")


def _over(
    rule: str, frames: Whole, values: Array, most_deg: float, most_m: float, each: str
) -> list[Finding]:
    limits = np.where(_TURNS, most_deg, most_m)
    found = []
    for i, c in np.argwhere(values > limits):
        unit = ("deg" if _TURNS[c] else "m") + each
        value, limit = float(values[i, c]), float(limits[c])
        found.append(Finding(rule, int(frames[i]), COORDINATES[c], value, limit, unit))
    return found
