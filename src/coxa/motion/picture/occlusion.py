"""Soft darkness where surfaces meet or one is close before another, from the picture's depth.

Each point looks round on the picture; what rises above its own surface there takes away sky.
Source of the falloff: "Scalable Ambient Obscurance" (McGuire, Mara, Luebke 2012), our own code.
"""

import numpy as np

from coxa.motion.picture.axes import Floats, along
from coxa.motion.picture.camera import Camera
from coxa.motion.picture.shadows import spiral

RADIUS_M = 0.16  # about the width of a thigh: a leg before a leg is set off
TAPS = 28
STEADY_M = 0.004  # a rise up to this is the mesh's own roundness
SOFT_M2 = 0.0004  # keeps the nearest points from counting without end
STRENGTH = 1.15
CROWDED = 1.6  # taps gather toward the middle, where creases are


def open_share(at: Floats, normals: Floats, near: Floats, camera: Camera) -> Floats:
    """How open each place (m, 3) with its normal is: (m,) from 0 to 1.

    `near` (height, width) holds 1 / distance of what the camera sees at each pixel, 0 for nothing.
    """
    here = camera.seen(at)
    out = along(normals, camera.axes)
    pixels = camera.on_picture(here)
    spread = np.float32(RADIUS_M * camera.scale) / here[:, 2]
    away = np.where(near > 0, 1 / np.maximum(near, 1e-6), 1e6).astype(np.float32)
    taken = np.zeros(len(at), dtype=np.float32)
    for step in _taps():
        taken += _taken(here, out, pixels + spread[:, None] * step, away, camera)
    return np.asarray(np.clip(1 - STRENGTH * taken / TAPS, 0, 1))


def _taps() -> Floats:
    disc = spiral(TAPS)
    radius = np.sqrt((disc * disc).sum(axis=1, keepdims=True))
    return (disc * radius ** (CROWDED - 1)).astype(np.float32)


def _taken(here: Floats, out: Floats, pixels: Floats, away: Floats, camera: Camera) -> Floats:
    """What the surface seen at `pixels` (m, 2) takes of the sky of the places `here`."""
    height, width = away.shape
    column = np.clip(pixels[:, 0], 0, width - 1).astype(np.int32)
    row = np.clip(pixels[:, 1], 0, height - 1).astype(np.int32)
    there = away.ravel()[row * width + column]
    scaled = there / np.float32(camera.scale)
    right = (column + np.float32(0.5 - width / 2)) * scaled - here[:, 0]
    up = (np.float32(height / 2 - 0.5) - row) * scaled - here[:, 1]
    forward = there - here[:, 2]
    square = right * right + up * up + forward * forward
    rise = right * out[:, 0] + up * out[:, 1] + forward * out[:, 2] - np.float32(STEADY_M)
    close = np.maximum(0, 1 - square / np.float32(RADIUS_M**2))
    strength = np.maximum(rise, 0) * np.float32(RADIUS_M) / (square + np.float32(SOFT_M2))
    return np.asarray(strength * close * close)
