"""A muscle group in any pose: how long each of its lines is, how and how well each pulls.

What a page shows while somebody moves a joint. The left side; the right is its mirror image.
Coordinates are named without their side, as in `coxa.mechanics.model`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from coxa.anatomy.coordinates import coordinate, sided
from coxa.anatomy.muscles import Muscle
from coxa.anatomy.ranges import Breach, breaches
from coxa.anatomy.sides import BOTH, Side
from coxa.mechanics.model import AT, COORDINATES, model
from coxa.mechanics.muscle import GROUPS, MuscleLine, lines
from coxa.mechanics.paths import paths
from coxa.motion.turns import COLUMN
from coxa.motion.turns import COORDINATES as OF_FIGURE
from coxa.motion.values import Array, Whole

SIDE = Side.LEFT
HIP = ("hip_flexion", "hip_adduction", "hip_rotation", "knee_angle")
KNEE = ("knee_angle", "hip_flexion")
TRUNK = ("lumbar_extension", "lumbar_bending", "lumbar_rotation")
# The shortest and the longest of a line are taken over so many poses, spread evenly over what the
# combined ranges allow, without the outermost: as `model().longest` is (tools/muscles).
SAMPLED, SEED, EXTREME = 4000, 5, 0.005
NO_ARM = 1e-6  # metres: the rounding error of a line that does not cross a joint

Pose = Mapping[str, float]


@dataclass(frozen=True, eq=False)
class Explored:
    """Of n poses, for the L lines of a group: `lengths` (n, L) in metres, muscle with tendon;
    `shares` (n, L) of the way from the shortest (0) to the longest (1) that they get within the
    joints' ranges; `arms` (n, L, C) in metres, C as `model.COORDINATES`, positive where a pull
    turns the coordinate up.
    """

    lengths: Array
    shares: Array
    arms: Array

    def measure(self, name: str) -> Array:
        """(n, L): the share for "length", else the arm about that coordinate."""
        return self.shares if name == "length" else self.arms[:, :, AT[name]]


@dataclass(frozen=True, eq=False)
class Ends:
    """Of each line `shortest` and `longest` (L,); for each coordinate the `lowest` and `highest`
    arm (C,) of any line of the group. Metres; within the joints' combined ranges."""

    shortest: Array
    longest: Array
    lowest: Array
    highest: Array


def explored(muscle: Muscle, poses: Array) -> Explored:
    """A group in poses (n, coordinates) in degrees, columns as `turns.COORDINATES`."""
    found = paths(poses)
    own, side = _columns(muscle), BOTH.index(SIDE)
    lengths = found.lengths[:, own, side]
    ends = ends_of(muscle)
    shares = (lengths - ends.shortest) / (ends.longest - ends.shortest)
    return Explored(lengths, np.clip(shares, 0.0, 1.0), found.arms[:, own, side])


def in_pose(pose: Pose) -> Array:
    """One pose (1, coordinates) in degrees; what `pose` does not name is zero.

    Raises ValueError with the nearest names for an unknown coordinate.
    """
    row = np.zeros((1, len(OF_FIGURE)))
    for name, value in pose.items():
        row[0, COLUMN[sided(name, SIDE)]] = value
    return row


def swept(pose: Pose, along: str, angles: Array) -> Array:
    """Poses (n, coordinates): as `pose`, but with `along` at each of `angles` (n,) in turn."""
    rows = np.repeat(in_pose(pose), len(angles), axis=0)
    rows[:, COLUMN[sided(along, SIDE)]] = angles
    return rows


@cache
def parts(muscle: Muscle) -> tuple[MuscleLine, ...]:
    """The lines of a group, in the order of every array here: from front or top to back."""
    return tuple(lines()[name] for name in GROUPS[muscle] if name in lines())


@cache
def moved_by(muscle: Muscle) -> tuple[str, ...]:
    """The coordinates that a group is explored with, the first of them first.

    One that it does not cross may be among them: that nothing changes is worth seeing, and the
    knee decides how far the hip goes.
    """
    crosses = set(crossed(muscle))
    if crosses & set(TRUNK):
        return TRUNK
    return HIP if crosses & set(HIP[:3]) else KNEE


@cache
def crossed(muscle: Muscle) -> tuple[str, ...]:
    """The coordinates about which any line of a group has a moment arm."""
    found = np.any(crossing(muscle), axis=0).tolist()
    return tuple(name for name, crosses in zip(COORDINATES, found, strict=True) if crosses)


@cache
def crossing(muscle: Muscle) -> NDArray[np.bool_]:
    """Which line of a group crosses what: (L, C), C as `model.COORDINATES`."""
    bent = dict.fromkeys((*HIP, *TRUNK), 10.0)  # where no arm passes through zero by chance
    arms = paths(in_pose(bent)).arms[0, _columns(muscle), BOTH.index(SIDE)]
    return np.abs(arms) > NO_ARM


def out_of_reach(pose: Pose) -> dict[str, Breach]:
    """What of a pose is beyond the combined ranges of the joints, by its name without a side."""
    named = {sided(name, SIDE): name for name in pose}
    found = breaches({sided(name, SIDE): value for name, value in pose.items()})
    return {named[one.coordinate]: one for one in found}


@cache
def ends_of(muscle: Muscle) -> Ends:
    """How short and how long a group's lines get, and how small and how great their arms."""
    found = paths(_all_over(moved_by(muscle)))
    own, side = _columns(muscle), BOTH.index(SIDE)
    shortest = np.quantile(found.lengths[:, own, side], EXTREME, axis=0)
    arms = found.arms[:, own, side]
    return Ends(shortest, model().longest[own], arms.min(axis=(0, 1)), arms.max(axis=(0, 1)))


@cache
def _all_over(names: tuple[str, ...]) -> Array:
    """Poses (`SAMPLED`, coordinates); the same ones each time."""
    random = np.random.default_rng(SEED)
    low, high = np.transpose([coordinate(sided(name, SIDE)).farthest for name in names])
    found: list[Array] = []
    while len(found) < SAMPLED:
        pose = dict(zip(names, random.uniform(low, high).tolist(), strict=True))
        if not out_of_reach(pose):
            found.append(in_pose(pose))
    return np.concatenate(found)


@cache
def _columns(muscle: Muscle) -> Whole:
    return np.array([line.column for line in parts(muscle)])
