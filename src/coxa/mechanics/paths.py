"""How long every muscle is in a pose, and about which joints it pulls with which moment arm.

Poses are rows of `coxa.motion.turns.COORDINATES` in degrees, as `coxa.motion.clip.all_values`
gives them; lengths and arms are metres. A moment arm is minus the slope of the length in the
angle: positive where a pull of the muscle turns the coordinate up. Sides are in the order of
`coxa.anatomy.sides.BOTH`: left, right.

A path is a chain of strings between points of bones, so lengths are closed forms of the angles,
right at the ends of every range and beyond; only what the knee's bend decides by itself is a
fitted polynomial. How near all this is to OpenSim: tests/reference/mechanics.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from threadpoolctl import ThreadpoolController

from coxa.anatomy.sides import BOTH, Side
from coxa.mechanics.bases import circular
from coxa.mechanics.brim import HIP, BrimParts
from coxa.mechanics.measuring import BEND, KneeParts, Straight, Sums
from coxa.mechanics.model import AT, COORDINATES, Model, model
from coxa.motion.turns import COLUMN
from coxa.motion.values import Array

# Poses worked on at once: enough for few calls, and few enough for the processor's cache.
BLOCK = 2048
# The model's trunk is one body on one joint: whatever turns the ribs against the pelvis turns it.
ALSO = {f"lumbar_{way}": f"thorax_{way}" for way in ("extension", "bending", "rotation")}
# What a mirror turns round.
_MIRRORED = [AT[name] for name in ("lumbar_bending", "lumbar_rotation")]


@dataclass(frozen=True, eq=False)
class Paths:
    """Of n poses: `lengths` (n, M, 2) and `arms` (n, M, 2, C), C as `model.COORDINATES`.

    The lumbar arms of a muscle are of `lumbar_*` and of `thorax_*` alike.
    """

    lengths: Array
    arms: Array


def paths(values: Array) -> Paths:
    """Both lengths and arms of poses (n, coordinates).

    Raises ValueError for an array with other columns than `turns.COORDINATES`.
    """
    sides = [side_angles(values, side) for side in BOTH]
    n, lines = len(values), len(model().names)
    lengths = np.empty((len(BOTH), lines, n))
    # Left at zero, most of it is never written: few muscles cross a joint.
    arms = np.zeros((len(BOTH), len(COORDINATES), lines, n))
    with _blas().limit(limits=1):
        for s, angles in enumerate(sides):
            for block in _blocks(n):
                _measure()(angles[:, block], Sums(lengths[s, :, block], arms[s, :, :, block]))
    arms[BOTH.index(Side.LEFT), _MIRRORED, _trunk()] *= -1.0
    return Paths(lengths.transpose(2, 1, 0), arms.transpose(3, 2, 0, 1))


def lengths(values: Array) -> Array:
    """Lengths (n, M, 2) of muscle with tendon, in metres, of poses (n, coordinates).

    Raises ValueError for an array with other columns than `turns.COORDINATES`.
    """
    sides = [side_angles(values, side) for side in BOTH]
    found = np.empty((len(BOTH), len(model().names), len(values)))
    with _blas().limit(limits=1):
        for s, angles in enumerate(sides):
            for block in _blocks(len(values)):
                _measure()(angles[:, block], Sums(found[s, :, block], None))
    return found.transpose(2, 1, 0)


def moment_arms(values: Array) -> Array:
    """Arms (n, M, 2, C) in metres of poses (n, coordinates); C as `model.COORDINATES`.

    Raises ValueError for an array with other columns than `turns.COORDINATES`.
    """
    return paths(values).arms


def side_angles(values: Array, side: Side) -> Array:
    """The angles (C, n) in radians that the muscles of a side cross, as if it were the right.

    Raises ValueError for an array with other columns than `turns.COORDINATES`.
    """
    poses = np.asarray(values, dtype=np.float64)
    if poses.ndim != 2 or poses.shape[1] != len(COLUMN):
        raise ValueError(f"poses are {poses.shape}, must be (n, {len(COLUMN)})")
    angles = np.empty((len(COORDINATES), len(poses)))
    for i, name in enumerate(COORDINATES):
        if name in ALSO:
            angles[i] = poses[:, COLUMN[name]] + poses[:, COLUMN[ALSO[name]]]
        else:
            angles[i] = poses[:, COLUMN[f"{name}_{side.value[0]}"]]
    if side is Side.LEFT:
        angles[_MIRRORED] *= -1.0
    return np.radians(angles, out=angles)


class Measure:
    """Works out all muscles of one side."""

    def __init__(self, of: Model) -> None:
        self._fixed = of.fixed[:, None]
        self._straight = [Straight(one) for one in of.strings]
        self._knee = KneeParts(of.knee, (of.thigh, of.calf))
        self._brim = BrimParts(of.brim)
        self._joints = {one.coordinates for one in of.strings}
        self._joints |= {one.coordinates for one in (of.thigh, of.calf)}

    def __call__(self, angles: Array, sums: Sums) -> None:
        """`angles` (C, n) as `model.COORDINATES`."""
        sums.lengths[:] = self._fixed
        circles = {c: circular([angles[i] for i in c]) for c in self._joints}
        for part in self._straight:
            part.add(circles, sums)
        self._knee.add(angles[BEND], circles, sums)
        self._brim.add(angles[list(HIP)], sums)


def _blocks(n: int) -> list[slice]:
    return [slice(start, start + BLOCK) for start in range(0, n, BLOCK)]


def _trunk() -> slice:
    """The muscles that cross the midline's joints."""
    return next(one.lines for one in model().strings if _MIRRORED[0] in one.coordinates)


@cache
def _measure() -> Measure:
    return Measure(model())


@cache
def _blas() -> ThreadpoolController:
    """For matrices as small as these, threads wait for each other longer than they work: on a busy
    machine all of it takes eight times as long with them."""
    return ThreadpoolController()
