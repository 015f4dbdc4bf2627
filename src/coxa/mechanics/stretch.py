"""Which muscles a motion lengthens, and by how much of what they have.

Each line is measured against itself: 0 is no longer than in standing, 1 as long as it gets within
the ranges of the joints (`model().longest`: of poses spread evenly over the combined ranges, one in
two hundred has it longer). Between them the score rises as the force of resting fibres does, little
at first and steeply at the end. So it says "stretched" where the person feels it, and compares
muscles that the model makes too long or too short for their place; the force itself, in newtons,
does not (gluteus maximus, for one, never gets tight in the model).
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import BOTH, Side
from coxa.mechanics import paths
from coxa.mechanics.fibres import at_rest, curves
from coxa.mechanics.model import model
from coxa.mechanics.muscle import columns
from coxa.motion.clip import Clip, all_values
from coxa.motion.turns import COORDINATES
from coxa.motion.values import Array

# Of the best fibre length. A muscle that stands near its longest (sartorius, the short head of
# biceps femoris) is not stretched by the little that is left.
LEAST_SPAN = 0.1
# Of a group's strength, the most stretched part that counts: a fan that is long on one side is
# stretched, one small head of a large muscle is not the muscle.
COUNTED = 0.5


@dataclass(frozen=True, eq=False)
class Stretch:
    """Along n frames, for M lines, left before right: each (n, M, 2).

    `fibre` is the fibres' length as a share of their best one, `passive_n` the force in newtons of
    the relaxed muscle, `reach` how far from its standing to its longest length it is (0 to 1),
    `score` that on the scale of what is felt (0 to 1). `times` (n,) are seconds.
    """

    times: Array
    fibre: Array
    passive_n: Array
    reach: Array
    score: Array

    def of(self, muscle: Muscle) -> Array:
        """The score of a group, (n, 2): the mean over the most stretched half of its strength."""
        own = columns(muscle)
        strength = model().fibres.max_force[own]
        scores = self.score[:, own]
        order = np.argsort(-scores, axis=1)
        sorted_scores = np.take_along_axis(scores, order, axis=1)
        before = np.cumsum(strength[order], axis=1) - strength[order]
        counted = np.clip(COUNTED * strength.sum() - before, 0.0, strength[order])
        mean: Array = (counted * sorted_scores).sum(axis=1) / counted.sum(axis=1)
        return mean

    def at(self, time: float) -> dict[Muscle, tuple[float, float]]:
        """The score of every group, left and right, at the frame nearest to `time` (s)."""
        frame = int(np.argmin(np.abs(self.times - time)))
        scores = {muscle: self.of(muscle)[frame] for muscle in Muscle}
        return {muscle: (float(left), float(right)) for muscle, (left, right) in scores.items()}

    def most(self, muscle: Muscle, side: Side) -> float:
        """The highest score of a group on a side, along the motion."""
        return float(self.of(muscle)[:, BOTH.index(side)].max())


def stretch(clip: Clip) -> Stretch:
    """What a clip stretches, frame by frame.

    Raises ValueError for a coordinate that the figure does not have.
    """
    return stretch_in(all_values(clip), clip.times)


def stretch_in(values: Array, times: Array) -> Stretch:
    """The same of poses (n, coordinates) in degrees at `times` (n,).

    Raises ValueError for an array with other columns than `turns.COORDINATES`.
    """
    now = at_rest(paths.lengths(values))
    standing, longest = _ends()
    span = np.maximum(longest - standing, LEAST_SPAN)[:, None]
    reach = np.clip((now.fibre - standing[:, None]) / span, 0.0, 1.0)
    # The curve of resting fibres, laid between these two lengths.
    shape = curves().passive_shape
    score = np.expm1(shape * reach) / np.expm1(shape)
    return Stretch(times, now.fibre, now.passive_n, reach, score)


@cache
def _ends() -> tuple[Array, Array]:
    """Fibres in standing and at their longest, shares of their best length (M,)."""
    standing = paths.lengths(np.zeros((1, len(COORDINATES))))
    longest = np.broadcast_to(model().longest[None, :, None], standing.shape)
    return at_rest(standing).fibre[0, :, 0], at_rest(longest).fibre[0, :, 0]
