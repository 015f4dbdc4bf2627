"""Placing the landmarks of one person inside a region of a picture."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from coxa.motion.video.network import Floats, Network, sigmoid
from coxa.motion.video.pruning import only
from coxa.motion.video.region import Region
from coxa.motion.watching.points import POINTS

ENOUGH = 0.5  # confidence below which the person is lost: mediapipe's own choice
HIPS, TOP = 33, 34  # two further points: from them comes the next picture's region
ALL = 39  # points that the network places
NUMBERS = 5  # of a point: x, y, z in pixels of the cut-out, visibility, presence
HEAT = 64  # cells along a side of the heat map
REACH = 3  # cells about a point over which its heat is averaged: mediapipe's own choice (7 x 7)
# What is asked of the network: landmarks, whether there is anybody, heat, landmarks in metres.
WANTED = {(1, ALL * NUMBERS), (1, 1), (1, HEAT, HEAT, ALL), (1, ALL * 3)}


@dataclass(frozen=True)
class Landmarks:
    """One person's points. `image` (33, 4): x, y, z in pixels of the picture, visibility 0 to 1.
    `world` (33, 4): metres from the middle of the hips, likewise. `region`: where to look next."""

    image: Floats
    world: Floats
    region: Region


class Placer:
    def __init__(self, content: bytes, threads: int) -> None:
        self._network = Network(only(content, WANTED), threads)

    def place(self, picture: Image.Image, region: Region) -> Landmarks | None:
        """The landmarks of whoever is in `region`; None if nobody seems to be."""
        side = self._network.side
        self._network.run(region.cut(picture, side), 1 / 255, 0.0)
        if self._network.output(1)[0] < ENOUGH:
            return None
        points = self._network.output(ALL * NUMBERS).reshape(ALL, NUMBERS)
        rows = region.rows(side).astype(np.float32)
        places = self._refined(points[:, :2], side) @ rows[:, :2].T + rows[:, 2]
        seen = sigmoid(points[: len(POINTS), 3:4])
        depth = points[: len(POINTS), 2:3] * np.float32(region.size / side)
        image = np.concatenate([places[: len(POINTS)], depth, seen], axis=1)
        following = Region.of_body(places[HIPS], places[TOP])
        return Landmarks(image, np.concatenate([self._world(region), seen], axis=1), following)

    def _world(self, region: Region) -> Floats:
        """(33, 3) metres, turned back from the region's upright to the picture's."""
        world = self._network.output(ALL * 3).reshape(ALL, 3)[: len(POINTS)]
        turn = region.rows(1)[:, :2].astype(np.float32) / np.float32(region.size)
        world[:, :2] = world[:, :2] @ turn.T
        return world

    def _refined(self, places: Floats, side: int) -> Floats:
        """`places` (39, 2) moved to the middle of the heat about them, where there is heat enough.

        As mediapipe does: the heat map is coarse, but it is nearer to what the picture shows.
        """
        cell = side / HEAT
        near = np.floor(places / cell).astype(np.int64)
        steps = np.arange(-REACH, REACH + 1)
        x, y = near[:, 0, None] + steps, near[:, 1, None] + steps
        inside = _inside(y)[:, :, None] & _inside(x)[:, None, :]
        where = (np.clip(y, 0, HEAT - 1)[:, :, None], np.clip(x, 0, HEAT - 1)[:, None, :], _EACH)
        heat = np.where(inside, sigmoid(self._network.part(HEAT, HEAT, ALL, where=where)), 0)
        total = np.maximum(heat.sum(axis=(1, 2)), 1e-9)
        middle = np.stack([(heat.sum(axis=1) * x).sum(1), (heat.sum(axis=2) * y).sum(1)], axis=1)
        hot = (heat.max(axis=(1, 2)) >= ENOUGH) & _inside(near[:, 0]) & _inside(near[:, 1])
        return np.where(hot[:, None], middle / total[:, None] * cell, places)


_EACH = np.arange(ALL)[:, None, None]


def _inside(cells: NDArray[np.int64]) -> NDArray[np.bool_]:
    return (cells >= 0) & (cells < HEAT)
