"""A person made of sticks, posed by angles and seen by a camera: what is measured can be checked.

Seen without perspective. Lengths in metres, about an adult's.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import cos, radians, sin

from coxa.motion.watching.points import LENGTH, STRIDE, Frame, at

THIGH, SHANK, TRUNK, FOOT = 0.42, 0.40, 0.50, 0.2
HIPS, SHOULDERS = 0.20, 0.36
ASPECT = 0.5625
HEIGHT_M = 2.5  # of the picture

Vector = tuple[float, float, float]  # forward, up, to the person's left


@dataclass(frozen=True)
class Person:
    """Degrees, signs as everywhere, the same on both sides unless `right` says otherwise."""

    hip_flexion: float = 0.0
    hip_adduction: float = 0.0
    hip_rotation: float = 0.0
    knee_angle: float = 0.0
    ankle_angle: float = 0.0
    lean: float = 0.0
    right: Mapping[str, float] | None = None

    def points(self) -> dict[str, Vector]:
        """The points in the person's axes, before the whole person leans."""
        found = _trunk()
        for side, way in (("left", 1.0), ("right", -1.0)):
            one = replace(self, right=None, **(self.right or {})) if side == "right" else self
            found |= {f"{side}_{name}": point for name, point in _leg(one, way).items()}
        return {name: _leaning(point, self.lean) for name, point in found.items()}


def seen(
    person: Person,
    camera_deg: float = 0.0,
    time_s: float = 0.0,
    visibility: Mapping[str, float] | None = None,
    shift: float = 0.0,
) -> Frame:
    """The frame of a camera that stands so many degrees round to the person's left.

    0 is in front, 90 on the left, -90 on the right, 180 behind. `shift` moves the person in the
    image, as a share of its width.
    """
    world, image = [0.0] * LENGTH, [0.0] * LENGTH
    turn = radians(camera_deg)
    for name, (ahead, up, left) in person.points().items():
        x = left * cos(turn) - ahead * sin(turn)
        z = -ahead * cos(turn) - left * sin(turn)
        sure = (visibility or {}).get(name, 1.0)
        start = at(name)
        world[start : start + STRIDE] = x, -up, z, sure
        across = x / (HEIGHT_M * ASPECT) + 0.5 + shift
        image[start : start + STRIDE] = across, 0.5 - up / HEIGHT_M, z / (HEIGHT_M * ASPECT), sure
    return Frame(time_s, image, world, ASPECT)


def _trunk() -> dict[str, Vector]:
    found: dict[str, Vector] = {"nose": (0.12, TRUNK + 0.2, 0.0)}
    for side, way in (("left", 1.0), ("right", -1.0)):
        found[f"{side}_ear"] = (0.0, TRUNK + 0.22, way * 0.08)
        found[f"{side}_shoulder"] = (0.0, TRUNK, way * SHOULDERS / 2)
        found[f"{side}_hip"] = (0.0, 0.0, way * HIPS / 2)
    return found


def _leg(person: Person, way: float) -> dict[str, Vector]:
    """OpenSim's order: rotation of the hip first, then adduction, then flexion."""
    bent, lifted = radians(person.knee_angle), radians(person.ankle_angle)
    knee: Vector = (0.0, -THIGH, 0.0)
    shank: Vector = (-sin(bent), -cos(bent), 0.0)
    foot: Vector = (cos(bent - lifted), -sin(bent - lifted), 0.0)
    ankle = _sum(knee, shank, SHANK)
    toe = _sum(ankle, foot, FOOT)
    hip: Vector = (0.0, 0.0, way * HIPS / 2)
    parts = {"knee": knee, "ankle": ankle, "heel": ankle, "foot_index": toe}
    return {name: _sum(hip, _turned(person, way, point), 1.0) for name, point in parts.items()}


def _turned(person: Person, way: float, point: Vector) -> Vector:
    ahead, up, left = point
    turn = radians(person.hip_rotation) * way
    ahead, left = ahead * cos(turn) + left * sin(turn), left * cos(turn) - ahead * sin(turn)
    spread = radians(person.hip_adduction) * way
    up, left = up * cos(spread) - left * sin(spread), left * cos(spread) + up * sin(spread)
    return _up_front((ahead, up, left), person.hip_flexion)


def _leaning(point: Vector, degrees: float) -> Vector:
    return _up_front(point, -degrees)


def _up_front(point: Vector, degrees: float) -> Vector:
    """Turned so that what hangs down comes forward."""
    ahead, up, left = point
    turn = radians(degrees)
    return ahead * cos(turn) - up * sin(turn), up * cos(turn) + ahead * sin(turn), left


def _sum(one: Vector, other: Vector, times: float) -> Vector:
    return tuple(a + times * b for a, b in zip(one, other, strict=True))  # type: ignore[return-value]
