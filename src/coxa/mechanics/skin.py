"""The places of the skin on which forces act, each once, and where they are along a motion.

Newtons, metres; u frames that differ (`coxa.motion.judging.seen`).
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from coxa.motion.clip import Held
from coxa.motion.judging.seen import Seen
from coxa.motion.judging.things import Mask, things
from coxa.motion.values import Array, Whole

SPREAD = 2  # points of a patch that carry: its farthest apart
NO_WAY = 1e-6  # m: no direction between points nearer than this
MOST = 3.0  # of the body's weight: more than any contact carries


@dataclass(frozen=True, eq=False)
class Push:
    """A force of unknown size: `points` (k,) of the places that act, `ways` (u, k, 3) the force on
    each for a size of 1 N, `frames` (u,) whether it can act, its `cost`, and the most that it can
    be, of the body's weight."""

    points: Whole
    ways: Array
    frames: Mask
    cost: float
    most: float = MOST


@dataclass(frozen=True, eq=False)
class Known:
    """A force of known size: on `points` (k,) of the places, `forces` (u, k, 3) in newtons."""

    points: Whole
    forces: Array


class Skin:
    """Hands out places by vertex, and remembers which were asked for."""

    def __init__(self, seen: Seen) -> None:
        self.seen = seen
        self.at = seen.skin
        self.frames = len(seen.first)
        self._row: dict[int, int] = {}

    @property
    def vertices(self) -> Whole:
        """Those that were asked for, (m,), in the order of their rows."""
        return np.array(list(self._row), dtype=np.int64)

    def rows(self, vertices: Iterable[int]) -> Whole:
        return np.array([self._row.setdefault(int(v), len(self._row)) for v in vertices])

    def middle(self, name: str) -> int:
        """The vertex of a patch that is nearest to its middle."""
        vertices = self.seen.body.points[name]
        rest = self.seen.body.vertices[vertices]
        return int(vertices[np.linalg.norm(rest - rest.mean(axis=0), axis=1).argmin()])

    def spread(self, name: str) -> list[int]:
        """The vertices of a patch that lie farthest apart."""
        return self.apart(self.seen.body.points[name], SPREAD)

    def piece(self, name: str) -> Whole:
        """The vertices that follow a joint most."""
        joint = self.seen.body.joint_names.index(name)
        return np.flatnonzero(self.seen.figure.pieces == joint)

    def apart(self, vertices: Whole, count: int) -> list[int]:
        """Those of `vertices` that lie farthest apart, one after the other."""
        if not len(vertices):
            return []
        rest = self.seen.body.vertices[vertices]
        chosen = [int(np.linalg.norm(rest - rest.mean(axis=0), axis=1).argmax())]
        while len(chosen) < min(count, len(vertices)):
            off = np.linalg.norm(rest[:, None] - rest[chosen], axis=2).min(axis=1)
            chosen.append(int(off.argmax()))
        return [int(vertices[i]) for i in chosen]

    def outward(self, name: str) -> Array:
        """The skin's outward direction in the middle of a patch, (u, 3)."""
        vertex = np.array([self.middle(name)])
        return np.stack([self.seen.normals(u, vertex)[0] for u in range(self.frames)])

    def between(self, one: str, other: str) -> tuple[Whole, Array]:
        """The middles of two patches, and a pull of 1 N of each toward the other (u, 2, 3)."""
        ends = self.middle(one), self.middle(other)
        way = unit(self.at[:, ends[1]] - self.at[:, ends[0]])
        return self.rows(ends), np.stack([way, -way], axis=1)

    def near(self, vertices: Whole, within: float) -> Mask:
        """(u, k): which vertices are on the floor, or on the top of a thing."""
        seen, skin = self.seen, self.at[:, vertices]
        near: Mask = skin[:, :, 1] < within
        for thing in things(seen.clip):
            if thing.placed.kind != "box" or (thing.kind is not None and thing.kind.backdrop):
                continue
            for u, frame in enumerate(seen.first):
                over = thing.local(skin[u], int(frame))
                level = np.all(np.abs(over[:, ::2]) < thing.half[::2], axis=1)
                near[u] |= level & (np.abs(over[:, 1] - thing.half[1]) < within)
        return near

    def contacts(self) -> list[tuple[Held, Mask]]:
        """Each contact once, with the frames (u,) at which it is in force."""
        found: dict[tuple[str, str], tuple[Held, Mask]] = {}
        for held in self.seen.clip.contacts:
            now = (self.seen.first >= held.first) & (self.seen.first <= held.last)
            _, before = found.get((held.point, held.on), (held, np.zeros_like(now)))
            found[held.point, held.on] = held, before | now
        return list(found.values())


def unit(ways: Array) -> Array:
    return np.asarray(ways / np.maximum(np.linalg.norm(ways, axis=1, keepdims=True), NO_WAY))


def across(away: Array) -> list[Array]:
    """Four directions along a surface whose outward direction is `away` (u, 3)."""
    level = np.array([1.0, 0.0, 0.0]) if abs(away[0, 0]) < 0.7 else np.array([0.0, 0.0, 1.0])
    one = unit(np.cross(away, level))
    other = np.cross(away, one)
    return [one, -one, other, -other]
