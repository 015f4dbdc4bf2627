"""The standing figure as the muscle map sees it: places on its skin behind each point of a picture.

Axes are ours (x forward, y up, z to the person's right), metres. A view is flat (no perspective),
so that the same muscle is as wide on the left as on the right, one sample a millimetre.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from coxa.motion.body import read_body
from coxa.motion.picture.raster import Corners, Grid, visible
from coxa.motion.posing import skin_of

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

# Feet a hand apart: the inner thighs are seen. The arms are left out, they would hide the hips.
STANCE = {"pelvis_ty": 0.892, "hip_adduction_l": 0.5, "hip_adduction_r": 0.5}
ARMS = ("upper_arm", "forearm", "hand", "finger", "thumb")
# Where clothes end there is a step in the figure: these heights (m) are evened out from what lies
# below and above, round the middle of each leg, and of the trunk.
HEMS = ((0.655, 0.755), (0.935, 1.00))
AROUND_M = 0.10
HARMONICS = 4
# From the lower ribs to below the knee: the whole person would be too small on a phone.
TOP_M, BOTTOM_M = 1.195, 0.375
MARGIN_M = 0.012
PER_M = 1000  # samples

# What runs to the right on the picture, and what comes toward the eye.
VIEWS: Mapping[str, tuple[tuple[int, int, int], tuple[int, int, int]]] = {
    "front": ((0, 0, -1), (1, 0, 0)),
    "back": ((0, 0, 1), (-1, 0, 0)),
    "side": ((-1, 0, 0), (0, 0, -1)),  # the left side; the right one is its mirror image
}


@dataclass(frozen=True, eq=False)
class Sight:
    """A view: `place` and `normal` (h, w, 3) of the skin at each sample, NaN where there is none.

    `right` (3,) runs to the right on the picture, whose left upper corner is at `left` along it
    and at `top` (m).
    """

    place: Floats
    normal: Floats
    right: Floats
    left: float
    top: float

    @property
    def on_skin(self) -> Bools:
        return np.asarray(np.isfinite(self.place[..., 0]))

    def flat(self, places: Floats) -> Floats:
        """Places (n, 3) on the picture, in samples (n, 2)."""
        x = places @ self.right - self.left
        return np.stack([x, self.top - places[:, 1]], axis=1) * PER_M


@dataclass(frozen=True, eq=False)
class Skin:
    """The figure without its arms: `places` and `normals` (n, 3), `triangles` (t, 3)."""

    places: Floats
    normals: Floats
    triangles: npt.NDArray[np.int64]


@cache
def skin() -> Skin:
    body = read_body()
    parts = skin_of(body, list(STANCE), np.array(list(STANCE.values())))
    main = np.take_along_axis(body.joints, body.weights.argmax(axis=1)[:, None], axis=1)[:, 0]
    arm = np.array([name.startswith(ARMS) for name in body.joint_names])[main]
    corners = np.concatenate([part.triangles for part in parts])
    kept = corners[~arm[corners].any(axis=1)]
    used = np.unique(kept)
    places = parts[0].vertices.copy()
    leg, trunk = HEMS
    for side in (-1, 1):
        own = used[places[used, 2] * side > 0]
        places[own] = _evened(places[own], *leg)
    places[used] = _evened(places[used], *trunk)
    return Skin(places, parts[0].normals, kept)


def _evened(places: Floats, low: float, high: float) -> Floats:
    """Places (n, 3) of which those between two heights have the distance from the middle that
    the ones within reach below and above lead to: waves round it, a parabola up along it."""
    height = (places[:, 1] - (low + high) / 2) / AROUND_M
    near = np.abs(height) < (high - low) / 2 / AROUND_M + 1
    middle = _middles(places[:, [0, 2]], height, near)
    away = places[:, [0, 2]] - middle
    reach = np.linalg.norm(away, axis=1)
    angle = np.arctan2(away[:, 1], away[:, 0])
    waves = [np.ones_like(angle)]
    for n in range(1, HARMONICS + 1):
        waves += [np.cos(n * angle), np.sin(n * angle)]
    basis = np.stack([wave * height**power for wave in waves for power in range(3)], axis=1)
    inside = (places[:, 1] > low) & (places[:, 1] < high)
    known = near & ~inside
    found, *_ = np.linalg.lstsq(basis[known], reach[known], rcond=None)
    even = places.copy()
    # Full in the middle of the hem, nothing at its ends: no new step.
    share = np.clip(2 * np.minimum(places[:, 1] - low, high - places[:, 1]) / (high - low), 0, 1)
    share = np.minimum(2 * share, 1)[inside, None]
    along = away[inside] / reach[inside, None]
    target = middle[inside] + along * (basis[inside] @ found)[:, None]
    flat = places[:, [0, 2]]
    flat[inside] += share * (target - flat[inside])
    even[:, 0], even[:, 2] = flat.T
    return even


def _middles(flat: Floats, height: Floats, near: Bools) -> Floats:
    """A straight line up the middle of a leg or the trunk, at each height: (n, 2)."""
    slope = [np.polyfit(height[near], flat[near, i], 1) for i in (0, 1)]
    return np.stack([np.polyval(line, height) for line in slope], axis=1)


def seen(view: str) -> Sight:
    """The standing figure from "front", "back" or "side"."""
    right, toward = (np.array(axis, dtype=np.float64) for axis in VIEWS[view])
    one = skin()
    across = one.places @ right
    cut = (one.places[:, 1] < TOP_M) & (one.places[:, 1] > BOTTOM_M)
    used = np.intersect1d(np.unique(one.triangles), np.flatnonzero(cut))
    low, high = across[used].min() - MARGIN_M, across[used].max() + MARGIN_M
    width, height = round((high - low) * PER_M), round((TOP_M - BOTTOM_M) * PER_M)
    xy = np.stack([across - low, TOP_M - one.places[:, 1]], axis=1) * PER_M
    near = one.places @ toward
    hits = visible(Corners(xy[one.triangles], near[one.triangles]), Grid(width, height))
    grid_x, grid_y = Grid(width, height).xy(hits.place)
    place = np.full((height * width, 3), np.nan)
    flat = (grid_x / PER_M + low)[:, None] * right + hits.near[:, None] * toward
    flat[:, 1] = TOP_M - grid_y / PER_M
    place[hits.place] = flat
    normal = np.zeros((height * width, 3))
    normal[hits.place] = _between(one, hits.triangle, flat)
    shape = (height, width, 3)
    return Sight(place.reshape(shape), normal.reshape(shape), right, float(low), TOP_M)


def _between(one: Skin, triangle: npt.NDArray[np.int64], at: Floats) -> Floats:
    """Unit normals at places within triangles, between those of the corners."""
    corners = one.places[one.triangles[triangle]]
    away = np.linalg.norm(corners - at[:, None], axis=2)
    share = 1 / np.maximum(away, 1e-6)
    found = (one.normals[one.triangles[triangle]] * share[..., None]).sum(axis=1)
    return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True))
