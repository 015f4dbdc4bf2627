"""The things of a clip as solid bodies, frame by frame: how deep a point is inside, how far off."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from coxa.exercises.props import PROPS, PropKind
from coxa.motion.clip import Clip, Held, Placed
from coxa.motion.values import Array

FLOOR = "floor"
SOLID = ("box", "cylinder", "ball")
ON_FLOOR = 0.002  # m: a thing whose underside is so near the floor stands on it
DOWN = 0.9  # cosine: a face that looks so far down is the underside
Mask: TypeAlias = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Thing:
    """A solid part of a prop. Rounds lie along their own y axis."""

    placed: Placed
    kind: PropKind | None

    @property
    def name(self) -> str:
        return self.placed.name

    @property
    def gives(self) -> float:
        """How far its surface yields, in metres."""
        return self.kind.gives if self.kind else 0.0

    @property
    def half(self) -> Array:
        """The half sides (3,) of the box around it in its own axes."""
        size = self.placed.size
        if self.placed.kind == "box":
            return np.array(size) / 2
        return np.array([size[0], size[0] if len(size) == 1 else size[1] / 2, size[0]])

    def local(self, points: Array, frame: int) -> Array:
        """Points (m, 3) in the thing's own axes at a frame of the clip."""
        return (points - _row(self.placed.positions, frame)) @ self._turn(frame)

    def within(self, local: Array) -> Mask:
        """Which of points (m, 3), in its own axes, are inside."""
        inside = np.all(np.abs(local) < self.half, axis=1)
        if self.placed.kind != "box":
            inside = inside & (self._from_axis(local) < self.placed.size[0])
        return np.asarray(inside)

    def depth(self, local: Array, frame: int) -> float:
        """How far a piece of the body with points (m, 3), some of them inside, must move to be out.

        The shortest way straight out through a flat face, with all of the piece that is before or
        behind the face (there is no way out through the floor), or out of a round side the way of
        the deepest point.
        """
        if self.placed.kind == "box":
            return min(self._ways(local, frame, (0, 1, 2)))
        inside = self.within(local)
        ways = [float((self.placed.size[0] - self._from_axis(local[inside])).max())]
        if self.placed.kind == "cylinder":
            ways += self._ways(local, frame, (1,))
        return min(ways)

    def apart(self, points: Array, frame: int) -> Array:
        """How far points (m, 3) are from it, 0 inside."""
        local, size = self.local(points, frame), self.placed.size
        if self.placed.kind == "box":
            beyond = np.maximum(np.abs(local) - self.half, 0)
            return np.asarray(np.linalg.norm(beyond, axis=1))
        beyond = np.maximum(self._from_axis(local) - size[0], 0)
        if self.placed.kind == "ball":
            return np.asarray(beyond)
        return np.hypot(beyond, np.maximum(np.abs(local[:, 1]) - size[1] / 2, 0))

    def reach(self, frame: int) -> tuple[Array, Array]:
        """Its middle (3,), and the half sides (3,) of the upright box around it."""
        return _row(self.placed.positions, frame), np.abs(self._turn(frame)) @ self.half

    def _from_axis(self, local: Array) -> Array:
        """How far points are from a cylinder's axis, or a ball's middle."""
        across = local * [1, 0, 1] if self.placed.kind == "cylinder" else local
        return np.asarray(np.linalg.norm(across, axis=1))

    def _ways(self, local: Array, frame: int, axes: tuple[int, ...]) -> list[float]:
        half, turn = self.half, self._turn(frame)
        height = _row(self.placed.positions, frame)[1]
        found = []
        for axis in axes:
            others = [i for i in range(3) if i != axis]
            here = local[(np.abs(local[:, others]) < half[others]).all(axis=1), axis]
            for sign in (1.0, -1.0):
                up = sign * turn[1, axis]
                if up > -DOWN or height + up * half[axis] > ON_FLOOR:
                    found.append(float(half[axis] - (sign * here).min()))
        return found

    def _turn(self, frame: int) -> Array:
        return np.asarray(Rotation.from_quat(_row(self.placed.rotations, frame)).as_matrix())


def things(clip: Clip) -> tuple[Thing, ...]:
    """The solid things of a clip; straps are none."""
    return tuple(Thing(one, kind_of(one)) for one in clip.props if one.kind in SOLID)


def thing_of(held: Held) -> str:
    """The thing of a contact: "chair" for "chair.seat"."""
    return held.on.partition(".")[0]


def kind_of(placed: Placed) -> PropKind | None:
    """The kind of prop that a placed part is of: by its colour, shape and size. None if unknown."""
    for kind in PROPS.values():
        if kind.colour != placed.colour:
            continue
        if any(p.shape == placed.kind and p.size == tuple(placed.size) for p in kind.parts):
            return kind
    return None


def _row(rows: Array, frame: int) -> Array:
    return rows[0 if len(rows) == 1 else frame]
