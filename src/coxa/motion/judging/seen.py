"""A clip as the rules see it: the skin of every frame that differs, the joints, and what touches.

Shapes: n frames of the clip, u frames that differ (the way back is the way out turned round), V
vertices, J joints. Metres, our axes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from scipy.sparse import csr_array

from coxa.motion.body import Body
from coxa.motion.clip import CLOSE, Clip, Held, all_values
from coxa.motion.kinematics import Frames, Skeleton
from coxa.motion.turns import COORDINATES
from coxa.motion.values import Array, Whole

SAME = 9  # decimals: what differs later is the same frame


@dataclass(frozen=True, eq=False)
class Figure:
    """The body, prepared once: `blend` (V, 4 J) takes the joints' frames to the skin; `pieces` (V,)
    is the joint that each vertex follows most.
    """

    body: Body
    skeleton: Skeleton
    blend: csr_array
    pieces: Whole


@cache
def figure(body: Body) -> Figure:
    skeleton = Skeleton(body)
    vertices, joints = len(body.vertices), len(body.joint_names)
    rows = np.repeat(np.arange(vertices), 16)
    columns = (4 * body.joints[:, :, None] + np.arange(4)).reshape(-1)
    whole = np.concatenate([body.vertices, np.ones((vertices, 1))], axis=1)
    shares = (body.weights[:, :, None] * whole[:, None, :]).reshape(-1)
    blend = csr_array((shares, (rows, columns)), shape=(vertices, 4 * joints))
    blend.sum_duplicates()
    blend.eliminate_zeros()
    pieces = body.joints[np.arange(vertices), body.weights.argmax(axis=1)]
    return Figure(body, skeleton, blend, pieces)


class Seen:
    """One clip with what the rules ask of it, each worked out once."""

    def __init__(self, clip: Clip, body: Body) -> None:
        self.clip = clip
        self.figure = figure(body)
        self.body = body
        values = all_values(clip)
        moving = [rows for thing in clip.props for rows in (thing.positions, thing.rotations)]
        key = np.hstack([values, *(rows for rows in moving if len(rows) > 1)]).round(SAME)
        # + 0.0: minus zero is zero.
        _, first, which = np.unique(key + 0.0, axis=0, return_index=True, return_inverse=True)
        order = np.argsort(first)
        rank = np.empty_like(order)
        rank[order] = np.arange(len(order))
        self.first: Whole = first[order]  # (u,) the clip's frame where each was seen first
        self.which: Whole = rank[which.reshape(-1)]  # (n,) which of them each frame is
        self.values: Array = values[self.first]

    @cached_property
    def frames(self) -> Frames:
        return self.figure.skeleton.frames(self.values)

    @cached_property
    def skin(self) -> Array:
        """(u, V, 3)."""
        body, frames = self.body, self.frames
        turn = frames.turn @ body.alignments
        shift = frames.at - np.einsum("ujik,jk->uji", turn, body.heads)
        # (u, J, 4, 3): the transposed turn above the shift, as rows for the blend.
        rows = np.concatenate([np.swapaxes(turn, 2, 3), shift[:, :, None, :]], axis=2)
        u, joints = rows.shape[:2]
        wide = rows.transpose(1, 2, 0, 3).reshape(4 * joints, 3 * u)
        skin = np.asarray(self.figure.blend @ wide).reshape(-1, u, 3)
        return np.ascontiguousarray(skin.transpose(1, 0, 2))

    @cached_property
    def triangles(self) -> Whole:
        """The corners of all of the skin's triangles: (t, 3)."""
        return np.concatenate(list(self.body.triangles.values()))

    def dense(self, frame: int) -> Array:
        """The vertices of the skin, then the middles of its triangles, at a frame that differs."""
        skin = self.skin[frame]
        return np.concatenate([skin, skin[self.triangles].mean(axis=1)])

    def normals(self, frame: int, vertices: Whole) -> Array:
        """The skin's outward directions at vertices of one of the frames that differ: (m, 3)."""
        body = self.body
        joints, weights = body.joints[vertices], body.weights[vertices]
        turn = self.frames.turn[frame, joints] @ body.alignments[joints]
        leaning = np.einsum("mk,mkij,mj->mi", weights, turn, body.normals[vertices])
        length = np.linalg.norm(leaning, axis=1, keepdims=True)
        return np.asarray(leaning / np.maximum(length, np.finfo(float).tiny))

    def patch(self, name: str) -> Array:
        """The vertices of a named patch of skin: (u, m, 3). Raises KeyError for an unknown name."""
        return self.skin[:, self.body.points[name]]

    def place(self, name: str, wide: float) -> Array:
        """A named patch with all skin that is within `wide` metres of it at rest: (u, m, 3)."""
        rest = self.body.vertices
        off = np.linalg.norm(rest[:, None] - rest[self.body.points[name]], axis=2).min(axis=1)
        return self.skin[:, off <= wide]

    def pose(self, frame: int) -> dict[str, float]:
        """The coordinates of one of the frames that differ, by name."""
        return dict(zip(COORDINATES, self.values[frame].tolist(), strict=True))

    def on_skin(self, held: Held) -> bool:
        """Whether a contact is one of the body with itself."""
        return held.on in self.body.points

    def in_force(self, held: Held) -> Whole:
        """The frames that differ during which a contact is in force, in their order."""
        return np.unique(self.which[held.first : held.last + 1])

    @cached_property
    def hold(self) -> Whole:
        """The frames that differ of the hold; the far end of the way where there is none."""
        start, end = self.clip.out_s, self.clip.out_s + self.clip.hold_s
        at_s = self.clip.times
        inside = (at_s >= start - CLOSE) & (at_s <= end + CLOSE)
        return np.unique(self.which[inside])

    def ways(self) -> Iterator[Whole]:
        """The clip's frames of the way out, then those of the way back; none for a still hold."""
        at_s, clip = self.clip.times, self.clip
        if clip.out_s > 0:
            yield np.flatnonzero(at_s <= clip.out_s + CLOSE)
        if clip.back_s > 0:
            yield np.flatnonzero(at_s >= clip.out_s + clip.hold_s - CLOSE)
