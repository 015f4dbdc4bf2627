"""Loose triangles of many surfaces at once, and the part of them that lies before the eye."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coxa.motion.picture.camera import Camera
from coxa.motion.picture.palette import Material, palette
from coxa.motion.surface import Surface
from coxa.motion.values import Array, Whole

NEAREST_M = 0.05  # from the eye: what is nearer, or behind, is cut off


@dataclass(frozen=True, eq=False)
class Soup:
    """Loose triangles: corners `points` (t, 3, 3) m, unit `normals` (t, 3, 3), `material` (t,)."""

    points: Array
    normals: Array
    material: Whole

    def kept(self, which: NDArray[np.bool_]) -> "Soup":
        return Soup(self.points[which], self.normals[which], self.material[which])


def materials(surfaces: Sequence[Surface]) -> dict[str, Material]:
    """The materials in use, in a fixed order: a soup's material is an index into it."""
    known = palette()
    return {name: known.material(name) for name in sorted({one.material for one in surfaces})}


def soup(surfaces: Sequence[Surface], used: dict[str, Material]) -> Soup:
    """All triangles of `surfaces`."""
    order = {name: i for i, name in enumerate(used)}
    if not surfaces:
        return Soup(np.empty((0, 3, 3)), np.empty((0, 3, 3)), np.empty(0, dtype=np.int64))
    return Soup(
        np.concatenate([one.vertices[one.triangles] for one in surfaces]),
        np.concatenate([one.normals[one.triangles] for one in surfaces]),
        np.concatenate([np.full(len(one.triangles), order[one.material]) for one in surfaces]),
    )


def before_eye(loose: Soup, camera: Camera) -> Soup:
    """Without what lies behind the eye; triangles that reach there are cut at `NEAREST_M`."""
    depth = camera.seen(loose.points.reshape(-1, 3))[:, 2].reshape(-1, 3) - NEAREST_M
    inside = (depth > 0).sum(axis=1)
    if (inside == 3).all():
        return loose
    cut = [loose.kept(inside == 3)]
    for corners in (1, 2):
        part = inside == corners
        cut.append(_cut(loose.kept(part), depth[part], corners))
    return together(cut)


def together(parts: Sequence[Soup]) -> Soup:
    return Soup(
        np.concatenate([one.points for one in parts]),
        np.concatenate([one.normals for one in parts]),
        np.concatenate([one.material for one in parts]),
    )


def _cut(loose: Soup, depth: Array, inside: int) -> Soup:
    """Triangles of which `inside` corners (1 or 2) lie before the eye, cut to what does."""
    # The lone corner first, the order round the triangle kept.
    lone = np.argmax((depth > 0) if inside == 1 else (depth <= 0), axis=1)
    turn = (lone[:, None] + np.arange(3)) % 3
    rows = np.arange(len(depth))[:, None]
    depth = depth[rows, turn]
    share = (depth[:, :1] / (depth[:, :1] - depth[:, 1:]))[:, :, None]
    parts = []
    for values in (loose.points[rows, turn], loose.normals[rows, turn]):
        edge = values[:, :1] + share * (values[:, 1:] - values[:, :1])
        if inside == 1:
            parts.append(np.concatenate([values[:, :1], edge], axis=1))
        else:
            one = np.stack([edge[:, 0], values[:, 1], values[:, 2]], axis=1)
            two = np.stack([edge[:, 0], values[:, 2], edge[:, 1]], axis=1)
            parts.append(np.concatenate([one, two]))
    return Soup(parts[0], parts[1], np.tile(loose.material, 1 if inside == 1 else 2))
