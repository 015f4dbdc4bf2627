"""Which points of the skin are inside another part of the body, how deep, and the way out."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product

import numpy as np

from coxa.motion.body import Body
from coxa.motion.judging.limbs import may_press, one_flesh
from coxa.motion.judging.segments import PARTS, Shape, segments
from coxa.motion.kinematics import Frames
from coxa.motion.values import Array, Whole

APART_M = 0.02  # one vertex of those nearer to one another than this is enough to be kept out
SHARE = 0.35  # of what flesh may give: the solver keeps farther off than the judge demands

Sunk = tuple[Whole, Whole, Array, Array]  # rows, joints, depths (k,), ways out (k, 3)
NONE = np.empty(0, dtype=np.int64)
NOTHING: Sunk = (NONE, NONE, np.empty(0), np.empty((0, 3)))


@dataclass(frozen=True, eq=False)
class Parts:
    """`vertices` of all parts one after the other, `rows` of each; pairs that must keep apart."""

    vertices: Whole
    rows: Mapping[str, slice]
    shapes: Mapping[str, Shape]
    pairs: tuple[tuple[str, str, float], ...]

    def sunk(self, places: Array, frames: Frames) -> Sunk:
        """Of points at `places` (m, 3), those deeper in another part than flesh gives."""
        low = np.minimum.reduceat(places, self._starts, axis=0)
        high = np.maximum.reduceat(places, self._starts, axis=0)
        ones, others = self._numbers
        meet = (low[ones] < high[others]).all(axis=1) & (low[others] < high[ones]).all(axis=1)
        found = [self._in(places, frames, *self.pairs[n]) for n in np.flatnonzero(meet)]
        if not found:
            return NOTHING
        rows, joints, deep, ways = (np.concatenate(part) for part in zip(*found, strict=True))
        return rows, joints, deep, ways

    def _in(self, places: Array, frames: Frames, one: str, other: str, gives: float) -> Sunk:
        shape, rows = self.shapes[other], self.rows[one]
        turn = frames.turn[0, shape.joint]
        local = (places[rows] - frames.at[0, shape.joint]) @ turn
        near = shape.near(local)
        if not len(near):
            return NOTHING
        depth, way = shape.depth_and_way(local[near])
        deep = depth > gives
        joints = np.full(np.count_nonzero(deep), shape.joint)
        return near[deep] + rows.start, joints, depth[deep] - gives, way[deep] @ turn.T

    @cached_property
    def _starts(self) -> Whole:
        """Where the rows of each part begin: they lie one after the other."""
        return np.array([rows.start for rows in self.rows.values()])

    @cached_property
    def _numbers(self) -> tuple[Whole, Whole]:
        """Of each pair, the numbers of its parts among `rows`."""
        number = {name: at for at, name in enumerate(self.rows)}
        ones, others = zip(*((number[a], number[b]) for a, b, _ in self.pairs), strict=True)
        return np.array(ones), np.array(others)


@cache
def parts_of(body: Body) -> Parts:
    known = segments(body, APART_M)
    rows, start = {}, 0
    for name, vertices in known.own.items():
        if len(vertices):
            rows[name] = slice(start, start + len(vertices))
            start += len(vertices)
    pairs = tuple(
        (one, other, SHARE * may_press(one, other))
        for one, other in product(rows, PARTS)
        if one != other and other in known.shapes and not one_flesh(one, other)
        if other in rows
    )
    return Parts(np.concatenate([known.own[name] for name in rows]), rows, known.shapes, pairs)
