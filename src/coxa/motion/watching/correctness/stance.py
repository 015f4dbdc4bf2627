"""One picture's body in its own axes: to its left, forward, up, with the floor's zero at the feet.

World points are centred between the hips, so that heights above the floor have to be taken from
the lower ankle. Forward is square to the hips' own line over the whole repetition, not of this one
picture: a pelvis that turns should show.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import hypot

from coxa.motion.watching.limbs import LEFT_LEG, LEGS, RIGHT_LEG, Leg
from coxa.motion.watching.points import STRIDE, Frame, at

Place = tuple[float, float, float]  # metres: to the person's left, forward, up

SEEN = 0.5  # visibility from which a point is used (our choice: BlazePose's own default)
_EARS = (at("left_ear"), at("right_ear"))
_NOSE = at("nose")


@dataclass(frozen=True, slots=True)
class LegPlaces:
    """Where one leg's joints are, in metres; `outward` is 1 on the left and -1 on the right."""

    outward: float
    hip: Place
    knee: Place
    ankle: Place


@dataclass(frozen=True, slots=True)
class Body:
    """One picture. `head` is None where neither both ears nor the nose were seen."""

    left: LegPlaces
    right: LegPlaces
    left_shoulder: Place
    right_shoulder: Place
    head: Place | None

    @property
    def hips(self) -> Place:
        return middle(self.left.hip, self.right.hip)

    @property
    def shoulders(self) -> Place:
        return middle(self.left_shoulder, self.right_shoulder)


def middle(one: Place, other: Place) -> Place:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2, (one[2] + other[2]) / 2


def bodies(frames: Iterable[Frame]) -> list[Body]:
    """The pictures in which trunk and legs were seen; empty where the hips' line has no way."""
    whole = [points for frame in frames if (points := frame.world) is not None and _whole(points)]
    left_x, left_z = _left(whole)
    if hypot(left_x, left_z) < 1e-6:
        return []
    return [_body(points, left_x, left_z) for points in whole]


def _whole(points: Sequence[float]) -> bool:
    return all(
        points[where + 3] >= SEEN
        for leg in LEGS
        for where in (leg.shoulder, leg.hip, leg.knee, leg.ankle)
    )


def _left(whole: Iterable[Sequence[float]]) -> tuple[float, float]:
    """The level direction (x, z; a unit vector) from the right hip to the left, over all."""
    x = z = 0.0
    for points in whole:
        x += points[LEFT_LEG.hip] - points[RIGHT_LEG.hip]
        z += points[LEFT_LEG.hip + 2] - points[RIGHT_LEG.hip + 2]
    long = hypot(x, z)
    return (x / long, z / long) if long > 1e-6 else (0.0, 0.0)


def _body(points: Sequence[float], left_x: float, left_z: float) -> Body:
    def place(where: int) -> Place:
        x, y, z = points[where : where + STRIDE - 1]
        # Forward on the level is left turned by a right angle: (z, -x); y of the points is down.
        return x * left_x + z * left_z, x * left_z - z * left_x, -y

    def leg(of: Leg) -> LegPlaces:
        return LegPlaces(of.outward, place(of.hip), place(of.knee), place(of.ankle))

    return Body(
        leg(LEFT_LEG),
        leg(RIGHT_LEG),
        place(LEFT_LEG.shoulder),
        place(RIGHT_LEG.shoulder),
        _head(points, place(_EARS[0]), place(_EARS[1]), place(_NOSE)),
    )


def _head(points: Sequence[float], left: Place, right: Place, nose: Place) -> Place | None:
    if all(points[where + 3] >= SEEN for where in _EARS):
        return middle(left, right)
    return nose if points[_NOSE + 3] >= SEEN else None
