"""From where the camera looks at the person: from the front, the back or a side.

The camera's direction is told in the person's own axes, so that somebody lying is seen *from the
front* when the camera looks at the chest. Two witnesses: the line from the right to the left hip
and shoulder against the depth (`world`, or the image's own depth), and how wide that line is in
the image against the trunk. In a side view the nose tells which way the person faces, as depth
confuses left and right more easily than a face does.
"""

from collections.abc import Sequence
from enum import StrEnum
from math import sqrt

from coxa.motion.watching.points import Frame, at

# The sine of how far the camera stands from straight in front. Our choice: beyond 30 degrees off a
# side, an angle in the image is off by more than 5 degrees in a squat.
SIDE_FROM, SIDE_UNTIL = 0.87, 0.82
FRONT_FROM, FRONT_UNTIL = 0.42, 0.5  # 25 degrees, and 30
ALONG_THE_TRUNK = 0.9  # the cosine above which the camera looks from the feet or the head
# Width of hips and shoulders in the image as a share of the trunk, for an adult: 0.5 from in front.
SIDE_WIDTH = 0.36  # a side is never wider
FRONT_WIDTH = 0.22  # a front is never narrower
FACE_SEEN = 0.5  # visibility from which the nose has a say
PROFILE = 0.2  # from ears to nose in profile, as a share of the trunk: our choice
PROFILE_SAYS = 1.5  # against 1 for depth
STEADY_S = 0.5


class View(StrEnum):
    """Where the camera is. LEFT: on the person's left, so that the left leg is near."""

    FRONT = "front"
    BACK = "back"
    LEFT = "side-left"
    RIGHT = "side-right"
    UNKNOWN = "unknown"

    @property
    def from_a_side(self) -> bool:
        return self in _SIDES

    @property
    def frontal(self) -> bool:
        """Whether it shows the frontal plane: from the front or from the back."""
        return self in _FRONTAL


_SIDES, _FRONTAL = (View.LEFT, View.RIGHT), (View.FRONT, View.BACK)
_NOSE, _LEFT_EAR, _RIGHT_EAR = at("nose"), at("left_ear"), at("right_ear")
_LEFT_SHOULDER, _RIGHT_SHOULDER = at("left_shoulder"), at("right_shoulder")
_LEFT_HIP, _RIGHT_HIP = at("left_hip"), at("right_hip")


def view_of(frame: Frame, before: View = View.UNKNOWN) -> View:
    """The view in this one picture; `before` is kept a little beyond where it would be found.

    UNKNOWN: nobody there, from between front and side, from the feet or the head, or the two
    witnesses disagree.
    """
    points = frame.world if frame.world is not None else frame.image
    if points is None:
        return View.UNKNOWN
    across, depth = (1.0, 1.0) if points is frame.world else (frame.aspect, frame.aspect)
    left, up = _axes(points, across, depth)
    if left is None or up is None or abs(up[2]) > ALONG_THE_TRUNK:
        return View.UNKNOWN
    to_the_side = -left[2]  # the camera is on the person's left when this is plus
    wide = _width(frame)
    if abs(to_the_side) > (SIDE_UNTIL if before.from_a_side else SIDE_FROM):
        if wide is not None and wide > SIDE_WIDTH:
            return View.UNKNOWN
        return View.LEFT if to_the_side + _facing(points, across, up) > 0.0 else View.RIGHT
    if abs(to_the_side) < (FRONT_UNTIL if before.frontal else FRONT_FROM):
        if wide is not None and wide < FRONT_WIDTH:
            return View.UNKNOWN
        # The way the chest points: left x up. Minus is towards the camera.
        return View.FRONT if left[0] * up[1] - left[1] * up[0] < 0.0 else View.BACK
    return View.UNKNOWN


class ViewFinder:
    """Finds the view over time: it changes when another was seen for half a second on end."""

    __slots__ = ("_other", "_since", "view")

    def __init__(self) -> None:
        self.view = View.UNKNOWN
        self._other = View.UNKNOWN
        self._since = 0.0

    def add(self, frame: Frame) -> View:
        """The view now. A picture without anybody changes nothing."""
        if frame.empty:
            return self.view
        now = view_of(frame, self.view)
        if now is self.view or now is not self._other:
            self._other, self._since = now, frame.time_s
        elif frame.time_s - self._since >= STEADY_S:
            self.view = now
        return self.view


Axis = tuple[float, float, float]


def _axes(points: Sequence[float], across: float, depth: float) -> tuple[Axis | None, Axis | None]:
    """Unit vectors to the person's left and up the trunk; None where points fall together."""
    a, b, c, d = _LEFT_SHOULDER, _RIGHT_SHOULDER, _LEFT_HIP, _RIGHT_HIP
    ax, bx, cx, dx = points[a], points[b], points[c], points[d]
    ay, by, cy, dy = points[a + 1], points[b + 1], points[c + 1], points[d + 1]
    az, bz, cz, dz = points[a + 2], points[b + 2], points[c + 2], points[d + 2]
    left = _unit((ax - bx + cx - dx) * across, ay - by + cy - dy, (az - bz + cz - dz) * depth)
    up = _unit((ax + bx - cx - dx) * across, ay + by - cy - dy, (az + bz - cz - dz) * depth)
    return left, up


def _unit(x: float, y: float, z: float) -> Axis | None:
    long = sqrt(x * x + y * y + z * z)
    return (x / long, y / long, z / long) if long > 1e-6 else None


def _width(frame: Frame) -> float | None:
    """Hips and shoulders in the image, their mean width as a share of the trunk's length."""
    points = frame.image
    if points is None:
        return None
    a, b, c, d = _LEFT_SHOULDER, _RIGHT_SHOULDER, _LEFT_HIP, _RIGHT_HIP
    across = frame.aspect
    up_x = (points[a] + points[b] - points[c] - points[d]) * across
    up_y = points[a + 1] + points[b + 1] - points[c + 1] - points[d + 1]
    wide_x = (points[a] - points[b] + points[c] - points[d]) * across
    wide_y = points[a + 1] - points[b + 1] + points[c + 1] - points[d + 1]
    trunk = up_x * up_x + up_y * up_y
    return sqrt((wide_x * wide_x + wide_y * wide_y) / trunk) if trunk > 1e-9 else None


def _facing(points: Sequence[float], across: float, up: Axis) -> float:
    """Which way the face points in the picture, as the side that would be near: left is plus.

    A face in profile outvotes depth (1.5); one that looks at the camera says little, and one
    that is not seen nothing (0).
    """
    # The ear seen best: in profile the other one is a guess.
    ear = max(_LEFT_EAR, _RIGHT_EAR, key=lambda one: points[one + 3])
    if min(points[_NOSE + 3], points[ear + 3]) < FACE_SEEN:
        return 0.0
    x, y = (points[_NOSE] - points[ear]) * across, points[_NOSE + 1] - points[ear + 1]
    trunk_x = (points[_LEFT_SHOULDER] - points[_LEFT_HIP]) * across
    trunk_y = points[_LEFT_SHOULDER + 1] - points[_LEFT_HIP + 1]
    profile = PROFILE * sqrt(trunk_x * trunk_x + trunk_y * trunk_y)
    if profile < 1e-6:
        return 0.0
    return PROFILE_SAYS * max(-1.0, min(1.0, (x * up[1] - y * up[0]) / profile))
