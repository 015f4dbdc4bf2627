"""Depth of the legs from the lengths of their bones, as the landmark model's own is too flat.

A landmark model places points well in the picture and badly along the line of sight: a thigh that
points at the camera comes out too short. But a thigh has one length. Once it has been seen in full,
what is missing of it in the picture goes into depth (Taylor 2000, *Reconstruction of articulated
objects from point correspondences in a single uncalibrated image*); only whether towards the
camera or away is asked of the model.

Nothing here is fitted to angles measured elsewhere. What it needs is that the legs were seen
straight, or nearly, at some time; until then the model's own lengths are taken.
"""

from collections.abc import Sequence
from math import sqrt

from coxa.motion.watching.limbs import LEGS, TRUNK, Leg
from coxa.motion.watching.points import STRIDE, Frame

# A limb that seems 3 % short may be in the plane of the picture: so much landmarks tremble. In the
# tfjs_squats film the limbs of the standing person are 1-2.4 % below their 95th percentile.
ALLOWANCE = 0.03
# How quickly what was learnt changes: seconds until two thirds are new. All our choice.
LONGER_S = 0.2  # a limb seen longer than it was known: not by one bad landmark
SHORTER_S = 120.0  # a limb seen shorter: it points at the camera, or it was overestimated
SCALE_S = 3.0  # a step back, but not every squat
SURE = 0.2  # visibility below which a limb is left as the model has it


class BoneDepth:
    """Rebuilds the legs' world points of one person, picture after picture.

    `frame`s are smoothed ones; time goes on from one to the next.
    """

    __slots__ = ("_lengths", "_longer", "_scale", "_shorter", "_time")

    def __init__(self) -> None:
        self._lengths: dict[tuple[int, int], float] = {}
        self._scale: float | None = None
        self._time = 0.0
        self._longer = self._shorter = 0.0

    def add(self, frame: Frame) -> Frame:
        """The frame with rebuilt legs; without an image or without world points, as it is."""
        image, world = frame.image, frame.world
        if image is None or world is None:
            return frame
        scale = self._metres(frame, image, world)
        if scale is None:
            return frame
        built = list(world)
        for leg in LEGS:
            self._leg(leg, image, world, built, (scale * frame.aspect, scale))
        return Frame(frame.time_s, image, built, frame.aspect)

    def _metres(self, frame: Frame, image: Sequence[float], world: Sequence[float]) -> float | None:
        """Metres for one height of the picture, over some seconds."""
        now = _metres(image, world, frame.aspect)
        step = max(0.0, frame.time_s - self._time)
        self._time = frame.time_s
        self._longer, self._shorter = step / (LONGER_S + step), step / (SHORTER_S + step)
        if now is None or self._scale is None:
            self._scale = now
        else:
            self._scale += (now - self._scale) * step / (SCALE_S + step)
        return self._scale

    def _leg(
        self,
        leg: Leg,
        image: Sequence[float],
        world: Sequence[float],
        built: list[float],
        scale: tuple[float, float],
    ) -> None:
        self._limb(leg.hip, leg.knee, image, world, built, scale)
        self._limb(leg.knee, leg.ankle, image, world, built, scale)
        # The foot goes where its ankle goes.
        for point in (leg.heel, leg.toe):
            for axis in range(3):
                built[point + axis] += built[leg.ankle + axis] - world[leg.ankle + axis]

    def _limb(
        self,
        start: int,
        end: int,
        image: Sequence[float],
        world: Sequence[float],
        built: list[float],
        scale: tuple[float, float],
    ) -> None:
        x, y, z = (world[end + axis] - world[start + axis] for axis in range(3))
        long = sqrt(x * x + y * y + z * z)
        flat_x = (image[end] - image[start]) * scale[0]
        flat_y = (image[end + 1] - image[start + 1]) * scale[1]
        flat = sqrt(flat_x * flat_x + flat_y * flat_y)
        if image[end + STRIDE - 1] >= SURE and flat > 1e-6 and long > 1e-6:
            length = self._length(start, end, flat, long)
            in_picture = min(1.0, flat / length + ALLOWANCE)
            depth = _depth(sqrt(1.0 - in_picture * in_picture), abs(z) / long)
            across = long * sqrt(max(0.0, 1.0 - depth * depth)) / flat
            x, y, z = flat_x * across, flat_y * across, depth * (long if z > 0.0 else -long)
        built[end], built[end + 1], built[end + 2] = (
            built[start] + x,
            built[start + 1] + y,
            built[start + 2] + z,
        )

    def _length(self, start: int, end: int, flat: float, long: float) -> float:
        """The length of a limb in metres: about the longest that it was seen."""
        known = self._lengths.get((start, end), long)
        known += (flat - known) * (self._longer if flat > known else self._shorter)
        self._lengths[start, end] = known
        return known


def _depth(missing: float, told: float) -> float:
    """The share of a limb along the line of sight: what is missing in the picture, at least.

    Where the model tells more, half of that more: from in front it bends a straight knee by 20
    degrees (measured on other people than those of our tests).
    """
    return missing if missing > told else (missing + told) / 2.0


_SPREAD = (*TRUNK, *(point for leg in LEGS for point in (leg.knee, leg.ankle)))


def _metres(image: Sequence[float], world: Sequence[float], aspect: float) -> float | None:
    """Metres for one height of the picture, from how far the body spreads in both.

    From each picture anew: who steps back does not get shorter legs.
    """
    seen = known = 0.0
    left, right = TRUNK[2], TRUNK[3]
    x0, y0 = (image[left] + image[right]) / 2.0, (image[left + 1] + image[right + 1]) / 2.0
    for point in _SPREAD:
        x, y = (image[point] - x0) * aspect, image[point + 1] - y0
        seen += x * x + y * y
        known += world[point] * world[point] + world[point + 1] * world[point + 1]
    return sqrt(known / seen) if seen > 1e-9 and known > 1e-9 else None
