"""Which triangle is seen at which sample: a z-buffer in numpy, without a loop over triangles.

Every triangle is cut into its rows, every row into its samples; the nearest triangle keeps the
sample. Edges that two triangles share belong to one of them only: no gaps, nothing twice.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coxa.motion.picture.axes import Floats
from coxa.motion.values import Array, Whole

# A sample's key holds nearness above and the triangle below, so that one maximum finds both.
TRIANGLE_BITS = 22
MOST_TRIANGLES = 1 << TRIANGLE_BITS
NEARNESS_STEPS = float(1 << 40)


@dataclass(frozen=True, eq=False)
class Corners:
    """Triangles on a picture: `xy` (t, 3, 2) in pixels, `near` (t, 3), larger is nearer.

    `near` must run straight over the picture: 1 / distance in perspective, else minus distance.
    """

    xy: Floats
    near: Floats


@dataclass(frozen=True, eq=False)
class Grid:
    """Where a picture of `width` by `height` pixels is sampled.

    Each pixel has as many samples as `across` has entries: its i-th lies at the height of the
    i-th of equal rows within the pixel, `across[i]` of the pixel from its left side.
    """

    width: int
    height: int
    across: tuple[float, ...] = (0.5,)

    @property
    def rows(self) -> int:
        return self.height * len(self.across)

    @property
    def samples(self) -> int:
        return self.rows * self.width

    def pixels(self, place: Whole) -> Whole:
        """The pixel (row * width + column) of each sample."""
        row, column = np.divmod(place, self.width)
        return np.asarray(row // len(self.across) * self.width + column)

    def xy(self, place: Whole) -> tuple[Array, Array]:
        """Where samples lie on the picture, in pixels."""
        row, column = np.divmod(place, self.width)
        return column + self.beside(row), self.level(row)

    def level(self, row: Whole) -> Array:
        return np.asarray((row + 0.5) / len(self.across))

    def beside(self, row: Whole) -> Array:
        return np.asarray(np.array(self.across)[row % len(self.across)])


@dataclass(frozen=True, eq=False)
class Hits:
    """What samples see: `place` (s,) in rising order (row of samples * width + column),
    `triangle` (s,), `near` (s,)."""

    place: Whole
    triangle: Whole
    near: Floats

    def kept(self, which: NDArray[np.bool_] | Whole) -> "Hits":
        return Hits(self.place[which], self.triangle[which], self.near[which])


def visible(corners: Corners, grid: Grid) -> Hits:
    """The nearest triangle at each sample. Raises ValueError for too many triangles."""
    if len(corners.xy) > MOST_TRIANGLES:
        raise ValueError(f"{len(corners.xy)} triangles, must be at most {MOST_TRIANGLES}")
    place, triangle, near = _samples(corners, grid)
    low, step = _steps(near)
    key = ((near - low) / step).astype(np.int64) << TRIANGLE_BITS | triangle
    nearest = np.full(grid.samples, -1, dtype=np.int64)
    np.maximum.at(nearest, place, key)
    seen = np.flatnonzero(nearest >= 0)
    key = nearest[seen]
    return Hits(seen, key & (MOST_TRIANGLES - 1), low + step * (key >> TRIANGLE_BITS))


def towards_eye(corners: Corners) -> NDArray[np.bool_]:
    """(t,): whether the triangle's outside is seen. On the picture y runs down."""
    a, b = corners.xy[:, 1] - corners.xy[:, 0], corners.xy[:, 2] - corners.xy[:, 0]
    return np.asarray(a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0] < 0)


def _steps(near: Array) -> tuple[float, float]:
    if not len(near):
        return 0.0, 1.0
    low, high = float(near.min()), float(near.max())
    return low, max((high - low) / NEARNESS_STEPS, np.finfo(np.float64).tiny * NEARNESS_STEPS)


def _samples(corners: Corners, grid: Grid) -> tuple[Whole, Whole, Array]:
    """Place, triangle and nearness of every sample of every triangle."""
    triangle, row = _rows(corners.xy, grid)
    y, beside = grid.level(row), grid.beside(row)
    left, right = _span(corners.xy[triangle], y)
    first = np.clip(np.ceil(left - beside), 0, grid.width).astype(np.int64)
    count = np.clip(np.ceil(right - beside), 0, grid.width).astype(np.int64) - first
    full = np.flatnonzero(count > 0)
    triangle, first, count = triangle[full], first[full], count[full]
    slopes = gradients(corners, corners.near)
    corner = corners.xy[triangle, 0]
    step = np.stack([first + beside[full] - corner[:, 0], y[full] - corner[:, 1]], axis=1)
    level = corners.near[triangle, 0] + (slopes[triangle] * step).sum(axis=1)
    of_row, along = _spread(count)
    near = level[of_row] + slopes[triangle, 0][of_row] * along
    return (row[full] * grid.width + first)[of_row] + along, triangle[of_row], near


def _spread(count: Whole) -> tuple[Whole, Whole]:
    """For counts [2, 3]: owners [0, 0, 1, 1, 1] and running numbers [0, 1, 0, 1, 2]."""
    owner = np.repeat(np.arange(len(count)), count)
    starts = np.cumsum(count) - count
    return owner, np.arange(len(owner)) - starts[owner]


def _rows(xy: Floats, grid: Grid) -> tuple[Whole, Whole]:
    """Every row of samples of every triangle: triangle and row."""
    y = xy[:, :, 1] * len(grid.across) - 0.5
    first = np.clip(np.ceil(y.min(axis=1)), 0, grid.rows).astype(np.int64)
    count = np.clip(np.ceil(y.max(axis=1)), 0, grid.rows).astype(np.int64) - first
    triangle, along = _spread(np.maximum(count, 0))
    return triangle, first[triangle] + along


def _span(xy: Floats, y: Array) -> tuple[Array, Array]:
    """Where triangles (r, 3, 2) start and end at heights `y` (r,)."""
    by_y = np.argsort(xy[:, :, 1], axis=1, kind="stable")
    rows = np.arange(len(xy))
    top, mid, end = (xy[rows, by_y[:, i]] for i in range(3))
    one = _edge(top, end, y)
    upper = (y < mid[:, 1])[:, None]
    other = _edge(np.where(upper, top, mid), np.where(upper, mid, end), y)
    return np.minimum(one, other), np.maximum(one, other)


def _edge(upper: Floats, lower: Floats, y: Array) -> Array:
    """x at height y of the line from `upper` to `lower`; flat lines have no rows of their own."""
    rise = lower[:, 1] - upper[:, 1]
    safe = np.where(rise > 0, rise, 1.0)
    return np.asarray(upper[:, 0] + (y - upper[:, 1]) * ((lower[:, 0] - upper[:, 0]) / safe))


def gradients(corners: Corners, values: Floats) -> Array:
    """How `values` (t, 3) at the corners change a pixel to the right and down: (t, 2)."""
    a, b = corners.xy[:, 1] - corners.xy[:, 0], corners.xy[:, 2] - corners.xy[:, 0]
    area = a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]
    area = np.where(area == 0, np.inf, area)
    da, db = values[:, 1] - values[:, 0], values[:, 2] - values[:, 0]
    right = (da * b[:, 1] - db * a[:, 1]) / area
    down = (db * a[:, 0] - da * b[:, 0]) / area
    return np.stack([right, down], axis=1)
