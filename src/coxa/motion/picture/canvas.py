"""Samples that become a picture: several a pixel at edges, one where nothing changes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coxa.motion.picture.axes import Floats
from coxa.motion.picture.layers import Layer
from coxa.motion.picture.raster import Grid
from coxa.motion.values import Whole

# Six samples a pixel, no two in one row or column: an edge has six steps whichever way it runs.
ACROSS = (3 / 12, 9 / 12, 5 / 12, 1 / 12, 7 / 12, 11 / 12)
MIDDLE = 2  # the sample nearest the pixel's middle
FLAT = 0.004  # change of nearness within a pixel, as a share, that is one smooth surface


@dataclass(frozen=True, eq=False)
class Chosen:
    """Which hits are lit, `which` (m,), and whose light each hit shows, `shows` (s,)."""

    which: Whole
    shows: Whole


def chosen(layer: Layer, grid: Grid) -> Chosen:
    """One point a pixel where its samples see one smooth surface of one material, else all."""
    hits = layer.hits
    pixel = grid.pixels(hits.place)
    plain = _plain(pixel, layer, grid)[pixel]
    middle = hits.place // grid.width % len(grid.across) == MIDDLE
    which = np.flatnonzero(~plain | middle)
    number = np.zeros(len(pixel), dtype=np.int64)
    number[which] = np.arange(len(which))
    by_pixel = np.zeros(grid.width * grid.height, dtype=np.int64)
    by_pixel[pixel[middle]] = number[middle]
    return Chosen(which, np.where(plain, by_pixel[pixel], number))


def _plain(pixel: Whole, layer: Layer, grid: Grid) -> NDArray[np.bool_]:
    """(pixels,): whether all samples of a pixel see the same smooth surface."""
    near, material = layer.hits.near, layer.soup.material[layer.hits.triangle]
    count = np.bincount(pixel, minlength=grid.width * grid.height)
    low, high = np.full(len(count), np.inf), np.zeros(len(count))
    least, most = np.full(len(count), material.max(initial=0)), np.zeros(len(count), dtype=int)
    np.minimum.at(low, pixel, near)
    np.maximum.at(high, pixel, near)
    np.minimum.at(least, pixel, material)
    np.maximum.at(most, pixel, material)
    full = (count == len(grid.across)) & (least == most)
    full[full] = high[full] - low[full] <= FLAT * high[full]
    return full


class Canvas:
    """The samples of a grid: light times alpha, and alpha."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self._samples = np.zeros((grid.samples, 4), dtype=np.float32)

    def lay(self, place: Whole, over: Floats) -> None:
        """Light times alpha, and alpha, (s, 4) over what is at the samples `place` (s,)."""
        under = self._samples[place]
        under *= 1 - over[:, 3:]
        under += over
        self._samples[place] = under

    def pixels(self) -> Floats:
        """The mean of each pixel's samples: (height, width, 4)."""
        grid = self.grid
        rows = self._samples.reshape(grid.height, len(grid.across), grid.width, 4)
        return np.asarray(rows.mean(axis=1))
