"""From our axes to glTF's: y is up in both; a person who faces our +x faces glTF's +z."""

import numpy as np

from coxa.motion.values import Array


def places(ours: Array) -> Array:
    """Places (..., 3) in metres: ours (x forward, y up, z right) become (-z, y, x)."""
    return np.stack([-ours[..., 2], ours[..., 1], ours[..., 0]], axis=-1)


def sizes(ours: Array) -> Array:
    """Scales (..., 3) along the axes, which have no sign."""
    return np.stack([ours[..., 2], ours[..., 1], ours[..., 0]], axis=-1)


def turns(ours: Array) -> Array:
    """Quaternions (..., 4), x, y, z, w."""
    return np.stack([-ours[..., 2], ours[..., 1], ours[..., 0], ours[..., 3]], axis=-1)
