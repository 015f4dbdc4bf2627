"""Shadows: of the lamp on everything, and of the whole figure, from all of the sky, on the floor.

Both look from afar along a straight direction (the lamp's; straight up) and keep what is nearest.
"""

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter, map_coordinates

from coxa.motion.picture.axes import Floats, across, along
from coxa.motion.picture.raster import Corners, Grid, visible
from coxa.motion.values import Array

LAMP_CELLS = 560  # of the lamp's map along its longer side: 4 mm for a lying person
LAMP_TAPS = 14
PENUMBRA_M = 0.02  # half width of a shadow's soft edge: a wide lamp at some metres
LIFT_M = 0.012  # off the surface, along its normal: a surface must not shade itself
FADE_M = 0.012  # depth over which a shadow sets in: flat triangles do not show as steps

CELL_M = 0.012  # of the floor's map
MOST_CELLS = 500  # along a side: what is larger than some metres has a coarser map
ROOM_M = 0.75  # round the figure: where its shadow ends
# Height up to which a part shades, how far its shadow spreads (m), and how dark: near things
# touch with a dark line, far ones leave a haze.
FLOOR_SHADOWS = ((0.02, 0.014, 0.70), (0.08, 0.035, 0.45), (0.30, 0.10, 0.36), (1.0, 0.24, 0.30))
POOL_M = 0.22  # how far the floor round the figure counts as near
TINY = 1e-9  # a sheet seen edge-on covers no cell
SLANT = 0.5  # of the spread: the shadow lies a little away from the lamp


@dataclass(frozen=True, eq=False)
class LampMap:
    """Distances from a lamp far away: `axes` (3, 3) right, up, forward; `depth` (r, c) in m."""

    axes: Array
    low: Array
    per_m: float
    depth: Floats


def lamp_map(corners: Array, toward_lamp: Array) -> LampMap:
    """What triangles (t, 3, 3) m the lamp in the direction `toward_lamp` (3,) sees first."""
    axes = across(-toward_lamp)
    seen = along(corners, axes)
    low = seen.reshape(-1, 3)[:, :2].min(axis=0) - PENUMBRA_M
    high = seen.reshape(-1, 3)[:, :2].max(axis=0) + PENUMBRA_M
    per_m = LAMP_CELLS / float((high - low).max())
    columns, rows = np.ceil((high - low) * per_m).astype(int) + 1
    grid = Grid(int(columns), int(rows))
    hits = visible(Corners((seen[:, :, :2] - low) * per_m, -seen[:, :, 2]), grid)
    depth = np.full(rows * columns, np.inf)
    depth[hits.place] = -hits.near
    return LampMap(axes, low, per_m, depth.reshape(rows, columns).astype(np.float32))


def lamp_reaches(lamp: LampMap, at: Floats, normals: Floats) -> Floats:
    """How much of the lamp each place (m, 3) with its normal sees: (m,) from 0 to 1."""
    seen = along(at + np.float32(LIFT_M) * normals, lamp.axes)
    x, y = ((seen[:, :2] - lamp.low) * lamp.per_m).T.astype(np.float32)
    away = seen[:, 2].astype(np.float32)
    rows, columns = lamp.depth.shape
    flat = lamp.depth.ravel()
    lit = np.zeros(len(at), dtype=np.float32)
    for right, down in spiral(LAMP_TAPS) * PENUMBRA_M * lamp.per_m:
        column = np.clip(x + np.float32(right), 0, columns - 1).astype(np.int32)
        row = np.clip(y + np.float32(down), 0, rows - 1).astype(np.int32)
        ahead = flat[row * columns + column] - away
        lit += np.clip(1 + ahead / np.float32(FADE_M), 0, 1)
    return lit / LAMP_TAPS


@dataclass(frozen=True, eq=False)
class FloorMap:
    """The floor in cells (x, z), `cell_m` wide, from `low` (x, z) m: `dark` is how much of the sky
    is hidden from it, `near` how near it is to the figure, both 0 to 1."""

    low: Array
    cell_m: float
    dark: Floats
    near: Floats


def floor_map(corners: Array, toward_lamp: Array) -> FloorMap:
    """The shadow of triangles (t, 3, 3) m on the floor at y = 0; what lies in it leaves none."""
    corners = corners[corners[:, :, 1].max(axis=1) > 0]
    if not len(corners):
        return FloorMap(np.zeros(2), CELL_M, np.zeros((1, 1)), np.zeros((1, 1)))
    flat = corners[:, :, (0, 2)]
    low = flat.reshape(-1, 2).min(axis=0) - ROOM_M
    room = flat.reshape(-1, 2).max(axis=0) + ROOM_M - low
    cell_m = max(CELL_M, float(room.max()) / MOST_CELLS)
    cells = np.ceil(room / cell_m).astype(int)
    across = (flat - low)[:, :, ::-1] / cell_m
    hits = visible(Corners(across, -corners[:, :, 1]), Grid(int(cells[1]), int(cells[0])))
    height = np.full(cells[0] * cells[1], np.inf)
    height[hits.place] = np.maximum(-hits.near, 0)
    height = height.reshape(cells)
    open_sky = np.ones(cells)
    for reach, spread, strength in FLOOR_SHADOWS:
        shade = gaussian_filter(np.exp(-height / reach), spread / cell_m, mode="constant")
        away = -toward_lamp[[0, 2]] * spread * SLANT / cell_m
        open_sky *= 1 - strength * _moved(shade, away)
    near = gaussian_filter(np.isfinite(height).astype(float), POOL_M / cell_m, mode="constant")
    return FloorMap(low, cell_m, 1 - open_sky, near / max(near.max(), TINY))


def on_floor(floor: FloorMap, values: Floats, x: Floats, z: Floats) -> Floats:
    """`dark` or `near` of the floor at places (m,) in metres; 0 beyond its map."""
    cells = np.stack([x - floor.low[0], z - floor.low[1]]) / floor.cell_m - 0.5
    return np.asarray(map_coordinates(values, cells, order=1, mode="constant"))


def _moved(values: Array, cells: Array) -> Array:
    x, z = np.arange(values.shape[0]) - cells[0], np.arange(values.shape[1]) - cells[1]
    grid = np.meshgrid(x, z, indexing="ij")
    return np.asarray(map_coordinates(values, grid, order=1, mode="constant"))


GOLDEN_TURN = np.pi * (3 - np.sqrt(5))  # each point as far as can be from those before it


def spiral(count: int) -> Floats:
    """`count` points (count, 2) spread evenly over a disc of radius 1."""
    step = np.arange(count)
    radius = np.sqrt((step + 0.5) / count)
    return np.stack([radius * np.cos(step * GOLDEN_TURN), radius * np.sin(step * GOLDEN_TURN)], 1)
