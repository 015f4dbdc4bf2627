"""The parts whose sum is a muscle's length, worked out for many poses at once.

Each part keeps the weights of its lengths and of their slopes in one matrix, and writes into
arrays that the caller owns. Everything is of one side, as if it were the right; radians, metres.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from coxa.mechanics import bases
from coxa.mechanics.model import AT, Bent, Knee, Strings
from coxa.mechanics.strings import Moved, over_edge, slope, straight
from coxa.motion.values import Array

BEND = AT["knee_angle"]

# Rows of `bases.circular` by the coordinates that they are of.
Circles: TypeAlias = Mapping[tuple[int, ...], Array]


@dataclass(frozen=True, eq=False)
class Sums:
    """Where results go: they are added to `lengths` (M, n), and set in `arms` (C, M, n). With no
    `arms` only lengths are worked out."""

    lengths: Array
    arms: Array | None


class Straight:
    """Straight strings across one joint, or several that follow each other."""

    def __init__(self, of: Strings) -> None:
        self._of = of
        self._count = len(of.squared)
        # Minus the slopes: an arm is positive where the muscle gets shorter.
        turns = bases.circular_slopes(len(of.coordinates))
        self._weights = np.concatenate([of.squared, *(-of.squared @ turn for turn in turns)])

    def add(self, circles: Circles, sums: Sums) -> None:
        of, rows = self._of, circles[self._of.coordinates]
        weights = self._weights if sums.arms is not None else self._weights[: self._count]
        squared, *pulls = (weights @ rows).reshape(-1, self._count, rows.shape[1])
        length, half = straight(squared)
        sums.lengths[of.lines] += length
        if sums.arms is not None:
            for coordinate, pull in zip(of.coordinates, pulls, strict=True):
                np.multiply(pull, half, out=sums.arms[coordinate, of.lines])


class KneeParts:
    """All that the knee's bend counts for. Its polynomials are worked out together, once."""

    def __init__(self, knee: Knee, bent: tuple[Bent, ...]) -> None:
        self._knee = knee
        self._bent = [BentStrings(one) for one in bent]
        parts = [knee.length, *(rows for one in bent for rows in (*one.edge, *one.near))]
        weights = np.concatenate(parts)
        self._count = len(weights)
        self._scale = 2 / (knee.high - knee.low)
        turned = weights @ bases.chebyshev_slope(knee.degree) * self._scale
        self._weights = np.concatenate([weights, turned])
        self._ends = np.cumsum([len(part) for part in parts])[:-1]

    def add(self, bend: Array, circles: Circles, sums: Sums) -> None:
        """Beyond its ends a polynomial goes straight on."""
        knee = self._knee
        inside = np.clip(bend, knee.low, knee.high)
        rows = bases.chebyshev((inside - knee.low) * self._scale - 1, knee.degree)
        beyond = bend - inside
        if sums.arms is None and not beyond.any():
            values = slopes = self._weights[: self._count] @ rows  # nobody asks for slopes
        else:
            values, slopes = (self._weights @ rows).reshape(2, -1, len(bend))
            values += slopes * beyond
        at, moved = np.split(values, self._ends), np.split(slopes, self._ends)
        sums.lengths[knee.lines] += at[0]
        if sums.arms is not None:
            np.negative(moved[0], out=sums.arms[BEND, knee.lines])
        for i, part in enumerate(self._bent):
            own = slice(1 + 4 * i, 5 + 4 * i)
            part.add(circles, at[own], moved[own], sums)


class BentStrings:
    """Strings over an edge at the knee, to a bone beyond the next joint."""

    def __init__(self, of: Bent) -> None:
        self._of = of
        turns = bases.circular_slopes(len(of.coordinates))
        far = np.concatenate(list(of.far))
        self._weights = np.concatenate([far, *(-far @ turn for turn in turns)])
        self._shape = (-1, *of.far.shape[:2])
        self._far_z = (of.edge_z - of.near_z)[:, None]

    def add(self, circles: Circles, at: list[Array], moved: list[Array], sums: Sums) -> None:
        """`at` and `moved` are x and y of the edge and of the near point, and their slopes."""
        of, rows = self._of, circles[self._of.coordinates]
        count = 3 * len(of.far[0]) if sums.arms is None else len(self._weights)
        far, *turned = (self._weights[:count] @ rows).reshape(*self._shape, rows.shape[1])
        far[:2] -= at[:2]
        far[2] -= of.edge_z[:, None]
        near = (at[2] - at[0], at[3] - at[1], -self._far_z)
        found = over_edge(Moved(*far), Moved(*near), of.way[:, None])
        sums.lengths[of.lines] += found.length
        if sums.arms is None:
            return
        start, end = found.pulls()
        for coordinate, one in zip(of.coordinates, turned, strict=True):
            sums.arms[coordinate, of.lines] = slope(start, Moved(*one))
        edge_x, edge_y, near_x, near_y = moved
        # A move of the edge is one of both ends the other way.
        arm = (start.x + end.x) * edge_x
        arm += (start.y + end.y) * edge_y
        arm -= end.x * near_x
        arm -= end.y * near_y
        sums.arms[BEND, of.lines] = arm
