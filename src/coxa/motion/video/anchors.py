"""The places in a picture that the detector answers about.

A single-shot detector says of each of a fixed set of places how far away, and how large, a person
is. BlazePose's looks through five layers of cells, the last three of the same coarseness.
Layers and strides: mediapipe's `pose_detection` graph (confirmed: 2,254 answers come out).
"""

import numpy as np
from numpy.typing import NDArray

SIDE = 224  # pixels of the detector's picture
LAYERS = ((8, 2), (16, 2), (32, 6))  # pixels of a cell, places in each


def anchors() -> NDArray[np.float32]:
    """(2254, 2): x and y of each place, as shares of the detector's picture, row by row."""
    return np.concatenate([_layer(SIDE // stride, places) for stride, places in LAYERS])


def _layer(cells: int, places: int) -> NDArray[np.float32]:
    middles = (np.arange(cells, dtype=np.float32) + np.float32(0.5)) / np.float32(cells)
    y, x = np.meshgrid(middles, middles, indexing="ij")
    return np.repeat(np.stack([x.ravel(), y.ravel()], axis=1), places, axis=0)
