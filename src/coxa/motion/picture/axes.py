"""Vectors along other axes, in plain sums.

Matrix products would start threads for a few thousand rows, and round otherwise on another make
of processor; these are as quick, and the same everywhere.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from coxa.motion.values import Array

Floats = NDArray[np.floating[Any]]

UPRIGHT = 0.9  # cosine: nearer to the vertical than this, up says little about a picture's top


def along(vectors: Floats, axes: Floats) -> Floats:
    """Components (..., k) of `vectors` (..., 3) along the rows of `axes` (k, 3); as precise."""
    x, y, z = (vectors[..., i] for i in range(3))
    rows = axes.astype(vectors.dtype)
    return np.stack([x * row[0] + y * row[1] + z * row[2] for row in rows], axis=-1)


def across(forward: Array) -> Array:
    """Unit rows right, up, forward (3, 3) of someone who looks along `forward` (3,)."""
    forward = forward / np.linalg.norm(forward)
    above = np.eye(3)[2 if abs(forward[1]) > UPRIGHT else 1]
    right = np.cross(forward, above)
    right /= np.linalg.norm(right)
    return np.stack([right, np.cross(right, forward), forward])
