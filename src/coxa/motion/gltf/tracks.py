"""How each joint turns and moves within its parent, frame by frame, in glTF's axes."""

from dataclasses import dataclass

import numpy as np

from coxa.motion import quaternions
from coxa.motion.clip import Clip, all_values
from coxa.motion.gltf import axes
from coxa.motion.gltf.keys import Track, Truths
from coxa.motion.kinematics import Frames, Skeleton
from coxa.motion.values import Array, Whole

# No joint's rounding may move any skin by more than this: a foot that stands is looked at.
SKIN_M = 0.003
MOST_DEG = 0.3  # and no joint by more than that, however little hangs on it
MOST_M = 0.001


@dataclass(frozen=True, eq=False)
class Posed:
    """The J joints in n frames: `places` (n, J, 3) metres and `turns` (n, J, 4), in the parent."""

    places: Array
    turns: Array


def posed(clip: Clip, skeleton: Skeleton) -> Posed:
    """Every frame of `clip`."""
    return _within_parents(skeleton, skeleton.frames(all_values(clip)))


# Fingers that close a little as an arm moves are not looked at.
LITTLE = 5.0


def joint_tracks(
    clip: Clip, skeleton: Skeleton, coarser: float = 1.0, free: float | None = None
) -> list[Track]:
    """The turning and the moving of each joint; joint j is node j.

    `coarser`: by so much more than usual what is restored may be off; `free`: the same for what
    hangs on the chest and bears nothing. Raises ValueError for a coordinate that the figure does
    not have.
    """
    figure = posed(clip, skeleton)
    loose = _bears_nothing(clip, skeleton)
    tracks = []
    for j, degrees in enumerate(_tolerances(skeleton)):
        factor = free if free and loose[j] else coarser
        if factor > coarser and skeleton.names[j].startswith(("finger", "thumb")):
            factor *= LITTLE
        tracks += [
            Track(j, "rotation", figure.turns[:, j], float(degrees) * factor),
            Track(j, "translation", figure.places[:, j], MOST_M * factor),
        ]
    return tracks


def _bears_nothing(clip: Clip, skeleton: Skeleton) -> Truths:
    """(J,): arms and head, unless a point of theirs is planted."""
    body = skeleton.body
    below = _below(body.parents)
    loose = below[skeleton.index["thorax"]].copy()
    loose[[skeleton.index["thorax"], skeleton.index["chest"]]] = False
    for held in clip.contacts:
        if held.planted:
            joints = np.unique(body.joints[body.points[held.point]])
            loose &= ~below[:, joints].any(axis=1)
    return np.asarray(loose)


def _within_parents(skeleton: Skeleton, frames: Frames) -> Posed:
    """A node's frame is its joint's bind frame, turned as the joint is: turn times alignment."""
    turn = frames.turn @ skeleton.body.alignments
    parents = skeleton.body.parents
    above = turn[:, parents].swapaxes(-1, -2)  # of an orthonormal matrix, its inverse
    places = np.einsum("njab,njb->nja", above, frames.at - frames.at[:, parents])
    turns = above @ turn
    root = parents < 0
    places[:, root], turns[:, root] = frames.at[:, root], turn[:, root]
    turned = quaternions.continuous(quaternions.from_turns(turns))
    return Posed(axes.places(places), axes.turns(turned))


def _tolerances(skeleton: Skeleton) -> Array:
    """Degrees (J,) that each joint may be off: the less, the farther the skin that it moves."""
    body = skeleton.body
    below = _below(body.parents)
    moved = below[:, body.joints] & (body.weights > 0)
    away = np.linalg.norm(body.vertices[None] - body.heads[:, None], axis=-1)
    reach = np.where(moved.any(axis=-1), away, 0.0).max(axis=1)
    return np.asarray(np.minimum(MOST_DEG, np.degrees(SKIN_M / np.maximum(reach, SKIN_M))))


def _below(parents: Whole) -> Truths:
    """(J, J): whether the second joint hangs on the first, itself included."""
    below = np.eye(len(parents), dtype=bool)
    for j, parent in enumerate(parents):  # parents come before their children
        if parent >= 0:
            below[:, j] |= below[:, parent]
    return below
