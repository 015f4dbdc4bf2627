"""Where a picture is seen from: gentle perspective, and a frame that fits.

Our axes: x forward, y up, z to the person's right; metres. On the picture x runs to the right and
y down, in pixels; a pixel's middle is at its index plus one half.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from coxa.motion.clip import View
from coxa.motion.picture.axes import Floats, along
from coxa.motion.surface import Surface
from coxa.motion.values import Array
from coxa.reading.faults import Fault, FaultyInputError

FIELD_DEG = 24.0  # of the longer side: an 85 mm lens; a near knee does not look swollen
MARGIN = 0.05  # of each side, left free round the figure
SMALLEST, LARGEST = 16, 4096  # px a side: below nothing is seen, above memory runs out
STEEP_DEG = 60.0  # from above this a turn about the upright shows the same again
LOW_DEG = 10.0
CENTRING_STEPS = 8  # to within a thousandth of a pixel
LEAST_DISTANCE_M = 0.5  # a lone small thing is not looked at from within itself

Size = tuple[int, int]


@dataclass(frozen=True, eq=False)
class Camera:
    """An eye (3,) in metres and its `axes` (3, 3): rows right, up, forward.

    `scale` is in pixels per unit of tangent; the optical axis meets the middle of the picture.
    `low` and `high` (3,) are the corners in metres of what the picture was framed for.
    """

    eye: Floats
    axes: Floats
    width: int
    height: int
    scale: float
    low: Floats
    high: Floats

    def seen(self, points: Floats) -> Floats:
        """Places (n, 3) in metres along right, up and forward from the eye."""
        return along(points - self.eye.astype(points.dtype), self.axes)

    def on_picture(self, seen: Floats) -> Floats:
        """Pixels (n, 2) of `seen` (n, 3), all in front of the eye."""
        away = self.scale / seen[:, 2]
        x, y = self.width / 2 + seen[:, 0] * away, self.height / 2 - seen[:, 1] * away
        return np.stack([x, y], axis=1)

    def floor(self, x: Floats, y: Floats) -> tuple[Floats, NDArray[np.bool_]]:
        """Where the rays through columns `x` (w,) and rows `y` (h,), in pixels, meet the floor.

        (h * w, 2) of x and z in metres, and (h, w) whether they do: a ray upward never does.
        """
        right, up = (x - self.width / 2) / self.scale, (self.height / 2 - y) / self.scale
        rays = self.axes[2] + right[None, :, None] * self.axes[0] + up[:, None, None] * self.axes[1]
        falls = (rays[:, :, 1] < 0) & (self.eye[1] > 0)
        away = np.where(falls, self.eye[1] / -np.where(falls, rays[:, :, 1], -1), 0)
        met = self.eye[[0, 2]] + away[:, :, None] * rays[:, :, [0, 2]]
        return met.reshape(-1, 2), falls


def at_right_angles(view: View) -> View:
    """What `view` hides: a quarter turn round the person, from a height where depth is seen."""
    if abs(view.pitch_deg) > STEEP_DEG:
        return View("across", view.yaw_deg, LOW_DEG)
    turns = [(view.yaw_deg + turn + 180) % 360 - 180 for turn in (90, -90)]
    # Of the two, the one that sees more of the face.
    return View("across", min(turns, key=abs), view.pitch_deg)


def framed(surfaces: Iterable[Surface], view: View, size: Size, margin: float = MARGIN) -> Camera:
    """The camera that looks along `view` and fits all framed `surfaces` into (width, height).

    Give the surfaces of several phases together, and their pictures line up. Raises
    FaultyInputError for a view or size that cannot be, ValueError if there is nothing to see.
    """
    _check(view, size)
    width, height = size
    axes = _axes(view)
    places = _to_fit(surfaces)
    long = max(width, height)
    tangent = np.tan(np.radians(FIELD_DEG / 2))
    reach = tangent * (1 - 2 * margin) * np.array([width, height]) / long
    middle, distance = _fit(along(places, axes), reach)
    eye = along(np.array([*middle, -distance]), axes.T)
    box = places.min(axis=0), places.max(axis=0)
    return Camera(eye, axes, width, height, float(long / 2 / tangent), *box)


def _fit(points: Floats, reach: Array) -> tuple[Array, float]:
    """Middle (2,) and distance of the nearest eye that keeps every point within `reach`.

    A point (u, v, w) fits if |u - middle| <= reach (distance + w), and so for v: straight lines,
    so that the two points that touch the frame on either side give the distance at once.
    """
    depth = points[:, 2:] * reach
    high = (points[:, :2] - depth).max(axis=0)
    low = (-points[:, :2] - depth).max(axis=0)
    nearest = LEAST_DISTANCE_M - float(points[:, 2].min())
    distance = max(float(((high + low) / 2 / reach).max()), nearest)
    return _middle(points, (high - low) / 2, distance), distance


def _middle(points: Floats, first: Array, distance: float) -> Array:
    """The middle (2,) that leaves as much room on either side, from a `first` guess.

    Where the frame is not touched the guess is for a nearer eye; each step takes away most of
    what is left of the difference.
    """
    middle = first
    away = points[:, 2:] + distance
    for _ in range(CENTRING_STEPS):
        shown = (points[:, :2] - middle) / away
        middle = middle + (shown.max(axis=0) + shown.min(axis=0)) / 2 * away.mean()
    return np.asarray(middle)


def _to_fit(surfaces: Iterable[Surface]) -> Array:
    every = list(surfaces)
    wanted = [one for one in every if one.frame] or every
    corners = [one.vertices[np.unique(one.triangles)] for one in wanted if len(one.triangles)]
    if not corners:
        raise ValueError("a picture needs at least one surface with triangles")
    return np.concatenate(corners)


def _axes(view: View) -> Array:
    """Rows right, up, forward. Yaw 0 looks at the person's face, + goes to their left."""
    yaw, pitch = np.radians([view.yaw_deg, view.pitch_deg])
    forward = -np.array([np.cos(pitch) * np.cos(yaw), np.sin(pitch), -np.cos(pitch) * np.sin(yaw)])
    # From the yaw alone, so that straight from above there is a right and a left as well.
    right = np.array([-np.sin(yaw), 0.0, -np.cos(yaw)])
    return np.stack([right, np.cross(right, forward), forward])


def _check(view: View, size: Size) -> None:
    faults = []
    if not isfinite(view.yaw_deg):
        faults.append(Fault("picture", "view.yaw_deg", str(view.yaw_deg), "must be a number"))
    if not -90 <= view.pitch_deg <= 90:
        right = "must be from -90 (from below) to 90 (from above)"
        faults.append(Fault("picture", "view.pitch_deg", str(view.pitch_deg), right))
    if not all(SMALLEST <= side <= LARGEST for side in size):
        right = f"must be (width, height), each from {SMALLEST} to {LARGEST} px"
        faults.append(Fault("picture", "size", str(size), right))
    if faults:
        raise FaultyInputError(faults)
