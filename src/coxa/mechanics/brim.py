"""Iliacus and psoas: how they turn around the brim of the pelvis.

The model leads them through a point at the brim as long as the hip is bent less than 45 degrees,
and past it beyond. That is a jump: of nothing in a leg that is straight ahead, of up to 19 mm in
one spread wide. Here they go over from the one to the other smoothly. And from about 80 degrees on
the model's last string folds up: past 98 it would have them straighten the hip. Here they are
followed to 75 degrees, and from there their arm in flexion falls evenly to nothing at the end of
the range. That is our choice; where a path wraps around the bone, it falls likewise (in the model
of Rajagopal and others 2016 psoas has 30 mm at 100 degrees of flexion and 10 at 120).
"""

import numpy as np

from coxa.mechanics import bases
from coxa.mechanics.measuring import Sums
from coxa.mechanics.model import AT, Brim
from coxa.mechanics.strings import straight
from coxa.motion.values import Array

HIP = tuple(AT[f"hip_{way}"] for way in ("flexion", "adduction", "rotation"))
FLEXION, ADDUCTION, ROTATION = HIP


class BrimParts:
    """Works out these muscles for many poses."""

    def __init__(self, of: Brim) -> None:
        self._of = of
        flexion, adduction, rotation = bases.circular_slopes(len(HIP))
        first = (np.eye(len(flexion)), flexion, adduction, rotation)
        # The high string's flexion arm is carried on, so it is asked how that changes, too.
        second = (*first, flexion @ adduction, flexion @ rotation)
        self._low = np.concatenate([of.low @ turn for turn in first])
        self._high = np.concatenate([of.high @ turn for turn in second])

    def add(self, hip: Array, sums: Sums) -> None:
        """`hip` (3, n): flexion, adduction, rotation."""
        of, count = self._of, len(self._of.low)
        bent = np.minimum(hip[0], of.held)
        rows = bases.circular([bent, hip[1], hip[2]])
        low, high = self._low, self._high
        if sums.arms is None:
            low, high = low[:count], high[: 2 * count]
        shape = (-1, count, rows.shape[1])
        self._found(hip, bent, (low @ rows).reshape(shape), (high @ rows).reshape(shape), sums)

    def _found(self, hip: Array, bent: Array, low: Array, high: Array, sums: Sums) -> None:
        """`low` and `high` are the squares and their slopes, as far as anybody asks for them."""
        of = self._of
        squared, *slopes = high
        low, high = _string(*low), _string(squared, *slopes[:3])
        far, falls = self._carried(hip[0])
        share, grows = self._share(bent)
        apart = high[0] + of.high_fixed[:, None] - low[0] - of.low_fixed[:, None]
        found = low[0] + of.low_fixed[:, None] + share * apart
        sums.lengths[of.lines] += found + far * high[1]
        if sums.arms is None:
            return
        turned = low + share * (high - low)
        turned[1] += grows * apart
        # Slopes of the flexion slope of a length whose square's slopes are known.
        half = 0.5 / high[0]
        across = half * slopes[3] - high[1] * high[2] / high[0]
        along = half * slopes[4] - high[1] * high[3] / high[0]
        sums.arms[FLEXION, of.lines] = -falls * turned[1]
        sums.arms[ADDUCTION, of.lines] = -turned[2] - far * across
        sums.arms[ROTATION, of.lines] = -turned[3] - far * along

    def _carried(self, flexion: Array) -> tuple[Array, Array]:
        """How far the arm at `held` is carried on (rad), and which share of it is left."""
        width = self._of.spent - self._of.held
        beyond = np.clip(flexion - self._of.held, 0.0, width)
        return beyond - beyond**2 / (2 * width), 1 - beyond / width

    def _share(self, flexion: Array) -> tuple[Array, Array]:
        """Which share has gone over to the high string, and its slope: smooth at both ends."""
        first, last = self._of.lets_go
        way = np.clip((flexion - first) / (last - first), 0.0, 1.0)
        return way * way * (3 - 2 * way), 6 * way * (1 - way) / (last - first)


def _string(squared: Array, *slopes: Array) -> Array:
    """Length and slopes (4, m, n) from those of its square."""
    length, half = straight(squared)
    return np.stack([length, *(half * one for one in slopes)])
