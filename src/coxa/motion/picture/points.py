"""Places on what is seen, to be lit: where they are, which way they face, what they are made of."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coxa.motion.picture.axes import Floats, along
from coxa.motion.picture.camera import Camera
from coxa.motion.picture.layers import Layer
from coxa.motion.picture.raster import Grid, gradients, towards_eye
from coxa.motion.values import Array, Whole


@dataclass(frozen=True, eq=False)
class Points:
    """Places on surfaces to be lit: `at` (m, 3) m, unit `normals` (m, 3) toward the eye,
    `material` (m,). Samples share a point where nothing changes between them."""

    at: Floats
    normals: Floats
    material: Whole

    def kept(self, which: NDArray[np.bool_]) -> "Points":
        return Points(self.at[which], self.normals[which], self.material[which])


def points_on(layer: Layer, which: Whole, camera: Camera, grid: Grid) -> Points:
    """The points of the layer's hits `which`."""
    hits = layer.hits
    triangle = hits.triangle[which]
    x, y = grid.xy(hits.place[which])
    return Points(
        _places(x, y, hits.near[which], camera),
        _normals(layer, triangle, x, y),
        layer.soup.material[triangle],
    )


def _places(x: Array, y: Array, near: Floats, camera: Camera) -> Floats:
    away = 1 / near
    right = (x - camera.width / 2) * away / camera.scale
    up = (camera.height / 2 - y) * away / camera.scale
    found = camera.eye + along(np.stack([right, up, away], axis=1), camera.axes.T)
    return np.asarray(found.astype(np.float32))


def _normals(layer: Layer, triangle: Whole, x: Array, y: Array) -> Floats:
    """Between the corners' normals by straight lines on the picture, turned toward the eye."""
    corners = layer.corners
    away = np.stack([x, y], axis=1) - corners.xy[triangle, 0]
    # Turned once for each triangle, not for each point.
    facing = np.where(towards_eye(corners), 1.0, -1.0)[:, None, None]
    own = (layer.soup.normals * facing).astype(np.float32)
    found = own[triangle, 0]
    for i in (1, 2):
        share = np.broadcast_to(np.eye(3)[i], corners.near.shape)
        part = (gradients(corners, share)[triangle] * away).sum(axis=1).astype(np.float32)
        found += part[:, None] * (own[:, i] - own[:, 0])[triangle]
    length = np.sqrt((found * found).sum(axis=1, keepdims=True))
    return np.asarray(found / np.maximum(length, np.float32(1e-9)))
