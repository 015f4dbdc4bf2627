"""Takes the tremble out of landmarks without making them late.

The filter is the *1 euro filter* (Casiez, Roussel and Vogel, CHI 2012): a low-pass filter whose
cut-off rises with speed, so that a still point stands still and a quick one is followed. Here a
point has one cut-off for all its axes, from the speed along all of them: the point is bent towards
its path, and not along the axes of the picture. Depth of the legs is rebuilt after that
(`coxa.motion.watching.depth`), as what it learns belongs to the same person.
"""

from collections.abc import Iterable, Sequence
from math import pi, sqrt

from coxa.motion.watching.depth import BoneDepth
from coxa.motion.watching.points import LENGTH, Frame, at

# Our choice, for metres and seconds: 2 Hz at rest takes out the tremble of a standing person; a
# knee in a quick squat goes 1 m/s and is followed at 12 Hz, that is 13 ms late.
AT_REST_HZ = 2.0
PER_SPEED = 10.0  # hertz for each metre a second
SPEED_HZ = 1.5  # cut-off for the speed itself
PICTURE_HEIGHT_M = 2.5  # about what a picture of a whole person shows: image speed as metres
GAP_S = 0.5  # after so long without a picture, what was before says nothing
JUMP_M = 0.6  # hips that go so far between two pictures belong to somebody else: our choice

# What angles need; and with it what else is asked of markers and in checks. Fingers and eyes pass
# as they are.
TRUNK_AND_LEGS = (
    "left_shoulder", "right_shoulder", "left_hip", "right_hip", "left_knee", "right_knee",
    "left_ankle", "right_ankle", "left_heel", "right_heel", "left_foot_index", "right_foot_index",
)  # fmt: skip
SMOOTHED = (
    "nose", "left_ear", "right_ear", "left_elbow", "right_elbow", "left_wrist", "right_wrist",
    *TRUNK_AND_LEGS,
)  # fmt: skip
_HIPS = at("left_hip"), at("right_hip")
_TURN = 2.0 * pi


class OneEuro:
    """A 1 euro filter of one value; `per_speed` is hertz of cut-off for each unit a second."""

    __slots__ = ("_at_rest", "_per_speed", "_speed", "_time", "_value")

    def __init__(self, at_rest_hz: float = AT_REST_HZ, per_speed: float = PER_SPEED) -> None:
        self._at_rest = at_rest_hz
        self._per_speed = per_speed
        self._time: float | None = None
        self._value = 0.0
        self._speed = 0.0

    def add(self, time_s: float, value: float) -> float:
        """The smoothed value. A time that does not go on gives back the one before."""
        if self._time is None or time_s - self._time > GAP_S:
            self._time, self._value, self._speed = time_s, value, 0.0
            return value
        step = time_s - self._time
        if step <= 0.0:
            return self._value
        self._speed += share(SPEED_HZ, step) * ((value - self._value) / step - self._speed)
        cut_off = self._at_rest + self._per_speed * abs(self._speed)
        self._value += share(cut_off, step) * (value - self._value)
        self._time = time_s
        return self._value


class Smoother:
    """Smooths the points of one person, picture after picture, and gives the legs their depth.

    It starts afresh after half a second without anybody, and when the hips jump: then somebody
    else is followed, or the same person was found again elsewhere. `in_pictures` names the points
    that are smoothed where there is a picture, trunk and legs at least; of markers SMOOTHED are.
    """

    __slots__ = ("_depth", "_image", "_in_pictures", "_time", "_world")

    def __init__(self, in_pictures: Iterable[str] = SMOOTHED) -> None:
        self._in_pictures = tuple(in_pictures)
        self._time: float | None = None
        self._image: _Points | None = None
        self._world: _Points | None = None
        self._depth = BoneDepth()

    def add(self, frame: Frame) -> Frame:
        """The frame with smoothed points. An empty frame passes as it is."""
        if frame.empty:
            return frame
        step = 0.0 if self._time is None else frame.time_s - self._time
        if self._time is None or step > GAP_S or self._jumped(frame):
            self._time, self._image, self._world = frame.time_s, None, None
            self._depth = BoneDepth()
        elif step > 0.0:
            self._time = frame.time_s
        image = world = None
        if frame.image is not None:
            if self._image is None:
                across = PICTURE_HEIGHT_M * frame.aspect
                self._image = _Points(self._in_pictures, across, PICTURE_HEIGHT_M)
            image = self._image.add(list(frame.image), step)
        if frame.world is not None:
            if self._world is None:
                names = SMOOTHED if frame.image is None else self._in_pictures
                self._world = _Points(names, 1.0, 1.0)
            world = self._world.add(list(frame.world), step)
        return self._depth.add(Frame(frame.time_s, image, world, frame.aspect))

    def _jumped(self, frame: Frame) -> bool:
        # World points are centred on the hips: only the image can tell where they went.
        if frame.image is None or self._image is None:
            return False
        return self._image.moved(frame.image) > JUMP_M


class _Points:
    """The state of all smoothed points of one kind; x and z, y in metres by `across`, `down`."""

    __slots__ = ("_across", "_down", "_last", "_places", "_speeds")

    def __init__(self, names: Iterable[str], across: float, down: float) -> None:
        self._places = [(at(name), at(name) + 1, at(name) + 2) for name in names]
        self._across = across
        self._down = down
        self._last: list[float] | None = None
        self._speeds = [0.0] * LENGTH

    def moved(self, points: Sequence[float]) -> float:
        """How far the middle of the hips went since the last picture, in metres."""
        last = self._last
        if last is None:
            return 0.0
        left, right = _HIPS
        x = points[left] + points[right] - last[left] - last[right]
        y = points[left + 1] + points[right + 1] - last[left + 1] - last[right + 1]
        return sqrt((x * self._across) ** 2 + (y * self._down) ** 2) / 2.0

    def add(self, points: list[float], step: float) -> list[float]:
        """Smooths the numbers in place. One loop without calls: it runs 24 times a picture."""
        last = self._last
        self._last = points
        if last is None:
            return points
        if step <= 0.0:
            for first, second, third in self._places:
                points[first], points[second] = last[first], last[second]
                points[third] = last[third]
            return points
        speeds, across, down = self._speeds, self._across, self._down
        of_speed = share(SPEED_HZ, step)
        turned, rate = _TURN * step, 1.0 / step
        for first, second, third in self._places:
            x, y, z = last[first], last[second], last[third]
            dx, dy, dz = points[first] - x, points[second] - y, points[third] - z
            u, v, w = speeds[first], speeds[second], speeds[third]
            speeds[first] = u = u + of_speed * (dx * rate - u)
            speeds[second] = v = v + of_speed * (dy * rate - v)
            speeds[third] = w = w + of_speed * (dz * rate - w)
            u, v, w = u * across, v * down, w * across
            part = turned * (AT_REST_HZ + PER_SPEED * sqrt(u * u + v * v + w * w))
            part /= 1.0 + part
            points[first] = x + part * dx
            points[second] = y + part * dy
            points[third] = z + part * dz
        return points


def share(cut_off_hz: float, step_s: float) -> float:
    """How much of a new value a low-pass filter takes (0 to 1), a step after the one before."""
    turned = _TURN * cut_off_hz * step_s
    return turned / (1.0 + turned)
