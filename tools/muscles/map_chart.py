"""A chart of one half of the body, on which muscle territories are drawn: level and angle.

`level` says how high: 0 at the knee joint, 100 at the hip joint, 200 at the joint above the lumbar
spine, straight between. `angle` in degrees goes round the middle of the half body at that height:
0 to the front, 90 outward, 180 back, -90 inward. In the trunk the midline is at about -40 in front
and at about 220 (-140) at the back. Both halves are mirror images, so one chart does for both.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from tools.muscles.map_figure import STANCE, Bools, Floats, skin

from coxa.motion.body import read_body
from coxa.motion.kinematics import Skeleton
from coxa.motion.turns import COLUMN

STEP_M = 0.005
SLICE_M = 0.012
SMOOTH_M = 0.02


@dataclass(frozen=True, eq=False)
class Axis:
    """The middle of the left half at `heights` (n,): `middles` (n, 2), x and z."""

    heights: Floats
    middles: Floats


def charted(place: Floats) -> tuple[Floats, Floats]:
    """Angle (degrees, -180 to 180) and level of places (..., 3); NaN stays NaN."""
    axis = _axis()
    height = place[..., 1]
    x = np.interp(height, axis.heights, axis.middles[:, 0])
    z = np.interp(height, axis.heights, axis.middles[:, 1])
    outward = np.abs(place[..., 2]) + z  # z of the left half is negative
    angle = np.degrees(np.arctan2(outward, place[..., 0] - x))
    return np.where(np.isfinite(height), angle, np.nan), level_of(height)


def level_of(height: Floats) -> Floats:
    """Levels of heights above the floor (m)."""
    knee, hip, spine = _marks()
    above = 100 + (height - hip) / (spine - hip) * 100
    return np.asarray(np.where(height < hip, (height - knee) / (hip - knee) * 100, above))


def left(place: Floats) -> Bools:
    return np.asarray(place[..., 2] < 0)


@cache
def _marks() -> tuple[float, float, float]:
    """Heights (m) of knee, hip and the joint above the lumbar spine."""
    at = joints()
    return at["shank_l"][1], at["thigh_l"][1], at["thorax"][1]


@cache
def joints() -> dict[str, tuple[float, float, float]]:
    """Where each joint of the standing figure is (m)."""
    row = np.zeros((1, len(COLUMN)))
    row[0, [COLUMN[name] for name in STANCE]] = list(STANCE.values())
    at = Skeleton(read_body()).frames(row).at[0]
    return {
        name: (float(x), float(y), float(z))
        for name, (x, y, z) in zip(read_body().joint_names, at, strict=True)
    }


@cache
def _axis() -> Axis:
    """The middle of the box round each slice of the left half, smoothed along the height."""
    one = skin()
    own = one.places[np.unique(one.triangles)]
    own = own[own[:, 2] < 0.002]
    heights = np.arange(0.3, 1.26, STEP_M)
    middles = np.array([_middle(own[np.abs(own[:, 1] - height) < SLICE_M]) for height in heights])
    reach = int(3 * SMOOTH_M / STEP_M)
    bell = np.exp(-(((np.arange(-reach, reach + 1) * STEP_M) / SMOOTH_M) ** 2) / 2)
    padded = np.pad(middles, ((reach, reach), (0, 0)), mode="edge")
    smooth = [np.convolve(padded[:, i], bell / bell.sum(), mode="valid") for i in (0, 1)]
    return Axis(heights, np.stack(smooth, axis=1))


def _middle(places: Floats) -> Floats:
    return np.asarray((places[:, [0, 2]].min(axis=0) + places[:, [0, 2]].max(axis=0)) / 2)
