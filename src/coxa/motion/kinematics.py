"""From coordinates to places: where the joints and the skin are, and how each moves with each
coordinate.

Shapes: n poses, C coordinates, J joints, T turns, m points. Metres and radians inside; values come
in degrees
(the pelvis's place in metres). Sources: forward kinematics and the geometric Jacobian of an open
chain of hinges as
in any robotics text; the skin is linear blend skinning, as glTF 2.0 defines it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from coxa.motion.body import Body
from coxa.motion.turns import COLUMN, COORDINATES, PELVIS_PLACE, TURNS, elementary, runs
from coxa.motion.values import Array, Whole

_PLACE = len(PELVIS_PLACE)
EVERY = slice(None)


@dataclass(frozen=True)
class Frames:
    """Where every joint of n poses is: `turn` (n, J, 3, 3), `at` (n, J, 3); `axes` (n, T, 3) of the
    hinges.
    """

    turn: Array
    at: Array
    axes: Array


@dataclass(frozen=True)
class SkinPoints:
    """Points that move with the body: up to four joints (m, 4) with weights, and their places in
    those joints'
    anatomical frames `local` (m, 4, 3); `outward` (m, 4, 3) are the skin's normals likewise."""

    joints: Whole
    weights: Array
    local: Array
    outward: Array


class Skeleton:
    """The body's chain of joints, ready to be posed."""

    def __init__(self, body: Body) -> None:
        self.body = body
        self.names = body.joint_names
        self.index = {name: i for i, name in enumerate(self.names)}
        self._parents = [int(p) for p in body.parents]
        self._runs = runs()
        self._columns = np.array([COLUMN[t.coordinate] for t in TURNS])
        self._shares = np.array([t.share for t in TURNS])
        self._axes = np.array([t.axis for t in TURNS])
        self.turn_joint = np.array([self.index[t.joint] for t in TURNS])
        self._offsets = self._rest_offsets()

    def _rest_offsets(self) -> Array:
        body = self.body
        offsets = np.zeros((len(self.names), 3))
        for j, p in enumerate(self._parents):
            if p >= 0:
                offsets[j] = body.alignments[p] @ (body.heads[j] - body.heads[p])
        return offsets

    @cached_property
    def moved(self) -> Array:
        """(T, J): 1 where the joint moves with the turn, itself included."""
        chain = np.eye(len(self.names), dtype=bool)
        for j, p in self._in_order():
            if p >= 0:
                chain[:, j] |= chain[:, p]
        return chain[self.turn_joint].astype(float)

    @cached_property
    def to_coordinates(self) -> Array:
        """(T, C): how much each turn, in rad, follows each coordinate, in degrees."""
        out = np.zeros((len(TURNS), len(COORDINATES)))
        out[np.arange(len(TURNS)), self._columns] = self._shares * np.pi / 180
        return out

    def _in_order(self) -> Iterator[tuple[int, int]]:
        """Joints with their parents, parents first."""
        done: set[int] = set()
        waiting = list(range(len(self.names)))
        while waiting:
            for j in list(waiting):
                if self._parents[j] < 0 or self._parents[j] in done:
                    done.add(j)
                    waiting.remove(j)
                    yield j, self._parents[j]

    @cached_property
    def _order(self) -> list[tuple[int, int]]:
        return list(self._in_order())

    def frames(self, values: Array) -> Frames:
        """The joints of poses (n, C)."""
        values = np.atleast_2d(values)
        n, angles = len(values), np.radians(values[:, self._columns]) * self._shares
        turn = np.empty((n, len(self.names), 3, 3))
        at = np.empty((n, len(self.names), 3))
        axes = np.empty((n, len(TURNS), 3))
        for j, p in self._order:
            frame = turn[:, p] if p >= 0 else np.broadcast_to(np.eye(3), (n, 3, 3))
            at[:, j] = at[:, p] + frame @ self._offsets[j] if p >= 0 else values[:, :_PLACE]
            for i in self._runs.get(self.names[j], ()):
                axes[:, i] = frame[:, :, self._axes[i]]
                frame = frame @ elementary(int(self._axes[i]), angles[:, i])
            turn[:, j] = frame
        return Frames(turn, at, axes)

    def skin(self, vertices: Whole | None = None) -> SkinPoints:
        """The skin's vertices by index (all of them if none is given)."""
        body = self.body
        chosen = np.arange(len(body.vertices)) if vertices is None else np.asarray(vertices)
        joints = body.joints[chosen]
        align = body.alignments[joints]
        offset = body.vertices[chosen, None, :] - body.heads[joints]
        outward = np.einsum("mkij,mj->mki", align, body.normals[chosen])
        return SkinPoints(
            joints, body.weights[chosen], np.einsum("mkij,mkj->mki", align, offset), outward
        )

    def rigid(self, joint: str, local: Array) -> SkinPoints:
        """Points (m, 3) fixed to one joint, given in its anatomical frame."""
        local = np.atleast_2d(local)
        m = len(local)
        joints = np.zeros((m, 4), dtype=np.int64)
        joints[:, 0] = self.index[joint]
        weights = np.zeros((m, 4))
        weights[:, 0] = 1
        places = np.repeat(local[:, None, :], 4, axis=1)
        return SkinPoints(joints, weights, places, np.zeros_like(places))


def joined(parts: list[SkinPoints]) -> SkinPoints:
    return SkinPoints(
        np.concatenate([p.joints for p in parts]),
        np.concatenate([p.weights for p in parts]),
        np.concatenate([p.local for p in parts]),
        np.concatenate([p.outward for p in parts]),
    )


def places(frames: Frames, points: SkinPoints) -> Array:
    """Where the points are: (n, m, 3)."""
    by_joint = np.einsum("nmkij,mkj->nmki", frames.turn[:, points.joints], points.local)
    by_joint += frames.at[:, points.joints]
    return np.einsum("nmki,mk->nmi", by_joint, points.weights)


def normals(frames: Frames, points: SkinPoints) -> Array:
    """The skin's unit normals there: (n, m, 3)."""
    by_joint = np.einsum("nmkij,mkj->nmki", frames.turn[:, points.joints], points.outward)
    blended = np.einsum("nmki,mk->nmi", by_joint, points.weights)
    length = np.linalg.norm(blended, axis=-1, keepdims=True)
    return np.asarray(blended / np.maximum(length, 1e-9))


class Moving:
    """Points with all that their Jacobian needs prepared once."""

    def __init__(self, skeleton: Skeleton, points: SkinPoints) -> None:
        self.skeleton, self.points = skeleton, points
        # (T, m, 4): the share of each point's weight that moves with each turn.
        self._share = skeleton.moved[:, points.joints] * points.weights
        self._lever = self._share.sum(axis=2)

    def at(self, frames: Frames) -> Array:
        return places(frames, self.points)[0]

    def jacobian(self, frames: Frames, rows: Whole | slice = EVERY) -> Array:
        """d place / d coordinate of one pose: (m, 3, C), per degree; per metre for the pelvis's
        place.

        `rows`: of these points only.
        """
        joints, share = self.points.joints[rows], self._share[:, rows]
        world = np.einsum("mkij,mkj->mki", frames.turn[0][joints], self.points.local[rows])
        world += frames.at[0][joints]
        origin = frames.at[0][self.skeleton.turn_joint]
        arm = _summed(share, world) - self._lever[:, rows, None] * origin[:, None, :]
        slopes = self._by_coordinate(frames, arm)
        slopes[:, :, :_PLACE] = np.eye(3)
        return slopes

    def normal_jacobian(self, frames: Frames, rows: Whole | slice = EVERY) -> Array:
        """d normal / d coordinate of one pose, as if the weights kept its length: (m, 3, C)."""
        turn = frames.turn[0][self.points.joints[rows]]
        world = np.einsum("mkij,mkj->mki", turn, self.points.outward[rows])
        return self._by_coordinate(frames, _summed(self._share[:, rows], world))

    def riding_jacobian(self, frames: Frames, joints: Whole, world: Array) -> Array:
        """Of points (m, 3) of the room as if each were fixed to a joint: (m, 3, C)."""
        origin = frames.at[0][self.skeleton.turn_joint]
        moves = self.skeleton.moved[:, joints, None]
        slopes = self._by_coordinate(frames, moves * (world[None] - origin[:, None, :]))
        slopes[:, :, :_PLACE] = np.eye(3)
        return slopes

    def _by_coordinate(self, frames: Frames, arm: Array) -> Array:
        axes = frames.axes[0][:, None, :]
        by_turn = np.empty_like(arm)
        for i, j, k in ((0, 1, 2), (1, 2, 0), (2, 0, 1)):  # axes x arm, faster than np.cross
            by_turn[..., i] = axes[..., j] * arm[..., k] - axes[..., k] * arm[..., j]
        turns, points, _ = by_turn.shape
        flat = self.skeleton.to_coordinates.T @ by_turn.reshape(turns, -1)
        return np.moveaxis(flat.reshape(len(flat), points, 3), 0, 2).copy()


def _summed(share: Array, world: Array) -> Array:
    """Each turn's share of each point's up to four places, added up: (T, m, 3)."""
    return np.asarray(np.matmul(share.transpose(1, 0, 2), world).transpose(1, 0, 2))
