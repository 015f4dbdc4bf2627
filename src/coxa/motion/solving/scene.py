"""All points of the body that the solver looks at, prepared once, and one pose's places and slopes
of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from coxa.motion.body import Body
from coxa.motion.kinematics import Frames, Moving, Skeleton, SkinPoints, joined, normals
from coxa.motion.masses import SEGMENTS
from coxa.motion.solving.parts import parts_of
from coxa.motion.values import Array, Whole

SAMPLES = 1100  # skin points kept out of floor and things: one about every 4 cm


class Scene:
    """The skeleton with patches, samples, limbs and centre of mass as one set of points.

    Only the patches `named` are in it: a motion touches with a few of them.
    """

    def __init__(self, skeleton: Skeleton, named: Iterable[str]) -> None:
        self.skeleton = skeleton
        body = skeleton.body
        self.patch_names = tuple(sorted(set(named)))
        self.patch_index = {name: i for i, name in enumerate(self.patch_names)}
        self.parts = parts_of(body)
        patches = [skeleton.skin(body.points[name]) for name in self.patch_names]
        samples = skeleton.skin(spread(body, SAMPLES))
        limbs = skeleton.skin(self.parts.vertices)
        self.moving = Moving(skeleton, joined([*patches, samples, limbs, self._mass_points()]))
        sizes = [len(p.joints) for p in patches]
        edges = np.cumsum([sum(sizes), SAMPLES, len(limbs.joints), len(SEGMENTS)])
        self.patch_rows = slice(0, edges[0])
        self.skin_rows = slice(0, edges[2])
        self.limb_rows = slice(edges[1], edges[2])
        self.mass_rows = slice(edges[2], edges[3])
        self.patch_mean = self._means(sizes)

    def _means(self, sizes: list[int]) -> Array:
        """(patches, patch vertices): the mean over each patch's own."""
        out = np.zeros((len(sizes), sum(sizes)))
        start = 0
        for i, size in enumerate(sizes):
            out[i, start : start + size] = 1 / size
            start += size
        return out

    def _mass_points(self) -> SkinPoints:
        skeleton, body = self.skeleton, self.skeleton.body
        points = []
        for segment in SEGMENTS:
            j, k = skeleton.index[segment.start], skeleton.index[segment.end]
            bone = body.alignments[j] @ (body.heads[k] - body.heads[j])
            points.append(skeleton.rigid(segment.start, bone * segment.along))
        return joined(points)

    @cached_property
    def mass_shares(self) -> Array:
        shares = np.array([segment.share for segment in SEGMENTS])
        return np.asarray(shares / shares.sum())

    def state(self, values: Array) -> "State":
        return State(self, self.skeleton.frames(values[None]))


@dataclass(frozen=True)
class State:
    """One pose, with what is asked of it worked out when asked."""

    scene: Scene
    frames: Frames

    @cached_property
    def places(self) -> Array:
        return self.scene.moving.at(self.frames)

    def slopes(self, rows: Whole | slice) -> Array:
        return self.scene.moving.jacobian(self.frames, rows)

    @cached_property
    def patches(self) -> tuple[Array, Array]:
        """Middles of all patches (P, 3) and their slopes (P, 3, C)."""
        scene = self.scene
        slopes = self.slopes(scene.patch_rows)
        return (
            scene.patch_mean @ self.places[scene.patch_rows],
            np.tensordot(scene.patch_mean, slopes, axes=1),
        )

    @cached_property
    def patch_normals(self) -> tuple[Array, Array]:
        scene = self.scene
        there = normals(self.frames, scene.moving.points)[0, scene.patch_rows]
        slopes = scene.moving.normal_jacobian(self.frames, scene.patch_rows)
        return scene.patch_mean @ there, np.tensordot(scene.patch_mean, slopes, axes=1)

    @cached_property
    def centre_of_mass(self) -> tuple[Array, Array]:
        rows, shares = self.scene.mass_rows, self.scene.mass_shares
        return shares @ self.places[rows], np.tensordot(shares, self.slopes(rows), axes=1)


_SPREAD: dict[tuple[int, int], Whole] = {}


def spread(body: Body, count: int) -> Whole:
    """Indices of `count` vertices far from one another: each next one is the farthest from those
    before.
    """
    key = (id(body), count)
    if key not in _SPREAD:
        _SPREAD[key] = _spread(body.vertices, count)
    return _SPREAD[key]


def _spread(vertices: Array, count: int) -> Whole:
    chosen = [int(vertices[:, 1].argmin())]
    distance = np.linalg.norm(vertices - vertices[chosen[0]], axis=1)
    for _ in range(count - 1):
        chosen.append(int(distance.argmax()))
        distance = np.minimum(distance, np.linalg.norm(vertices - vertices[chosen[-1]], axis=1))
    return np.array(chosen)
