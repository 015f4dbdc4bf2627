"""What muscles, ligaments and joints can give to each moment along a motion.

Newton metres; u frames that differ, d rows of `rows`, k columns. A column of something that helps
only as far as it must (a resting muscle, a ligament) is as strong as that gets: x is its share.
"""

from dataclasses import dataclass

import numpy as np

from coxa.anatomy.ranges import limits
from coxa.mechanics import resistance
from coxa.mechanics.fibres import AtRest, at_rest, curves
from coxa.mechanics.method import Method
from coxa.mechanics.model import AT, model
from coxa.mechanics.paths import paths
from coxa.mechanics.rows import JOINTS, ROWS, WHOLE
from coxa.mechanics.strengths import young
from coxa.motion.judging.seen import Seen
from coxa.motion.turns import COLUMN
from coxa.motion.values import Array

LEAST_ACTIVE = 0.05  # of a muscle's force, however short it is
# A supple person's resting muscles pull less than the model's: they may help, nobody has to fight
# them. Less than this never counts.
LEAST_PASSIVE_N = 10.0
# Capsule and ligaments near the end of a range (our choice of size): from so many degrees before it
# on they hold more and more, up to so many Nm at the end and half as much again beyond.
NEAR_END_DEG = 10.0
BEYOND = 1.5
END_NM = {
    "knee_angle": 60.0,
    "hip_flexion": 40.0,
    "hip_adduction": 30.0,
    "hip_rotation": 20.0,
    "ankle_angle": 30.0,
    "lumbar_extension": 60.0,
    "lumbar_bending": 40.0,
    "lumbar_rotation": 30.0,
}
# Posture settles how a leg is turned: so much is held by the capsule or given way to, at any angle.
FREE_NM = {"hip_rotation": 10.0}
HELPS = 0.05  # the cost of all that a ligament or resting muscle can give, beside 1 for a muscle


@dataclass(frozen=True, eq=False)
class Tissue:
    """`muscles` (u, d, 2 M), left then right, at full activation; `helping` (u, d, k), of which at
    most the share `most` (u, k); `resisting` (u, d), always there."""

    muscles: Array
    helping: Array
    most: Array
    resisting: Array


def tissue(seen: Seen, method: Method) -> Tissue:
    """Of every frame that differs."""
    muscles, passive = _muscles(seen.values, method)
    ligaments, most = _ligaments(seen)
    resisting = _resisting(seen.values) if method.resisting else np.zeros(muscles.shape[:2])
    return Tissue(
        muscles=muscles,
        helping=np.concatenate([ligaments, passive], axis=2),
        most=np.concatenate([most, np.ones((len(most), passive.shape[2]))], axis=1),
        resisting=resisting,
    )


def max_force(method: Method) -> Array:
    """Of each line, (M,) in newtons."""
    return young() if method.young else model().fibres.max_force


def _muscles(values: Array, method: Method) -> tuple[Array, Array]:
    """Moments of every muscle at full activation (u, d, 2 M), and of those that pull at rest."""
    found = paths(values)
    rest = at_rest(found.lengths)
    arms = _arms(found.arms)
    strongest = max_force(method)[:, None]
    active = (_share_active(rest) * strongest).transpose(0, 2, 1)[:, None]
    # The table of forces at rest is of the published strengths.
    pulls = rest.passive_n * strongest / model().fibres.max_force[:, None]
    passive = pulls.transpose(0, 2, 1)[:, None]
    tight = passive.reshape(len(values), -1).max(axis=0) > LEAST_PASSIVE_N
    shape = len(values), ROWS, -1
    return (arms * active).reshape(shape), (arms * passive).reshape(shape)[:, :, tight]


def _share_active(rest: AtRest) -> Array:
    """(u, M, 2): of its greatest force, what each muscle can do at its length."""
    across = np.sin(model().fibres.pennation)[:, None] / rest.fibre
    cosine = np.sqrt(np.maximum(1 - across**2, 0.0))
    return np.maximum(curves().active(rest.fibre) * cosine, LEAST_ACTIVE)


def _arms(arms: Array) -> Array:
    """Moment arms (u, d, 2, M) of rows, from those of coordinates (u, M, 2, C)."""
    found = np.zeros((len(arms), ROWS, 2, arms.shape[1]))
    for row, name in enumerate(JOINTS, WHOLE):
        side = {"_l": 0, "_r": 1}.get(name[-2:])
        column = AT[name if side is None else name[:-2]]
        sides = slice(None) if side is None else slice(side, side + 1)
        found[:, row, sides] = arms[:, :, sides, column].transpose(0, 2, 1)
    return found


def _ligaments(seen: Seen) -> tuple[Array, Array]:
    """Columns (u, d, k), and 1 (u, k) where they hold anything."""
    columns = []
    poses = [seen.pose(u) for u in range(len(seen.first))]
    for row, name in enumerate(JOINTS, WHOLE):
        plain = name.removesuffix("_l").removesuffix("_r")
        ends = np.array([limits(name, pose) for pose in poses])
        value = seen.values[:, COLUMN[name]]
        for sign, room in ((1.0, value - ends[:, 0]), (-1.0, ends[:, 1] - value)):
            share = np.clip((NEAR_END_DEG - room) / NEAR_END_DEG, 0.0, BEYOND)
            column = np.zeros((len(value), ROWS))
            column[:, row] = sign * np.maximum(END_NM[plain] * share, FREE_NM.get(plain, 0.0))
            columns.append(column)
    stacked = np.stack(columns, axis=2)
    return stacked, (np.abs(stacked).max(axis=1) > 0).astype(float)


def _resisting(values: Array) -> Array:
    """(u, d): what resting hips hold against being bent."""
    found = np.zeros((len(values), ROWS))
    for side in "lr":
        hip, knee = (values[:, COLUMN[f"{name}_{side}"]] for name in ("hip_flexion", "knee_angle"))
        found[:, WHOLE + JOINTS.index(f"hip_flexion_{side}")] = resistance.hip_flexion(hip, knee)
    return found
