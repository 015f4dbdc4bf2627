"""Boxes, cylinders and balls that a body can touch and must not sink into.

World axes (x forward, y up, z right), metres. Shapes: m points. A solid's turn is about the
vertical only: things
stand on a floor.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from coxa.exercises.motion import PropPlace
from coxa.exercises.props import PROPS, Face, Part
from coxa.motion.turns import Y, elementary
from coxa.motion.values import Array

_AXES = {"x": 0, "y": 1, "z": 2}
_WAYS_OUT = np.concatenate([-np.eye(3), np.eye(3)])
THIN = 0.1  # m: a board or wall, through which a limb can be by mistake
BEHIND = 0.12  # m
FAR = 100.0  # m: the half side of what has no end, such as the floor


@dataclass(frozen=True)
class Patch:
    """A flat face: `origin` (3) its middle, `normal` outward, `along` (2, 3) its sides, `half` (2)
    their half lengths.
    """

    origin: Array
    normal: Array
    along: Array
    half: Array


@dataclass(frozen=True)
class Round:
    """The round side of a cylinder: `axis` through `middle`; of a ball: its half length is 0."""

    middle: Array
    axis: Array
    radius: float
    half: float


Touchable = Patch | Round
FLOOR = Patch(np.zeros(3), np.eye(3)[1], np.eye(3)[[0, 2]], np.array([FAR, FAR]))


@dataclass(frozen=True)
class Solid:
    """One part of a thing in the scene. `turn` (3, 3) takes its own axes to the world's."""

    name: str
    part: Part
    middle: Array
    turn: Array
    gives: float
    keeps_off: float = 0.0
    touched: frozenset[Face] = frozenset()

    def depth(self, points: Array) -> tuple[Array, Array]:
        """How deep points (m, 3) are inside, 0 outside, and the way out (m, 3)."""
        local = (points - self.middle) @ self.turn
        if self.part.shape == "box":
            depth, out = self._depth_in_box(local)
        else:
            depth, out = _depth_in_round(self.part, local, self.keeps_off)
        return depth, out @ self.turn.T

    def _depth_in_box(self, local: Array) -> tuple[Array, Array]:
        half = np.array(self.part.size) / 2
        low, high = -half, half.copy()
        for way, letter in enumerate("xyz"):
            front, back = f"+{letter}" in self.touched, f"-{letter}" in self.touched
            # Who sinks through a thin board comes back by the face that is touched.
            if self.part.size[way] < THIN and front != back:
                (low if front else high)[way] += -BEHIND if front else BEHIND
        # Six rows of many numbers: many rows of six are slow to go through.
        inside = np.empty((6, len(local)))
        np.subtract(local.T, low[:, None], out=inside[:3])
        np.subtract(high[:, None], local.T, out=inside[3:])
        return np.maximum(inside.min(axis=0), 0), _WAYS_OUT[inside.argmin(axis=0)]

    def face(self, face: Face) -> Touchable:
        size = self.part.size
        if face == "round":
            axis = self.turn[:, _AXES[self.part.along]]
            length = size[1] if self.part.shape == "cylinder" else 0.0
            return Round(self.middle, axis, size[0], length / 2)
        way = _AXES[face[1]]
        normal = self.turn[:, way] * (1 if face[0] == "+" else -1)
        others = [i for i in range(3) if i != way]
        half = np.array([size[i] / 2 for i in others])
        return Patch(self.middle + normal * size[way] / 2, normal, self.turn[:, others].T, half)


def _depth_in_round(part: Part, local: Array, room: float) -> tuple[Array, Array]:
    across = local.copy()
    if part.shape == "cylinder":
        across[:, _AXES[part.along]] = 0
    distance = np.linalg.norm(across, axis=1)
    depth = part.size[0] + room - distance
    if part.shape == "cylinder":
        end = part.size[1] / 2 - np.abs(local[:, _AXES[part.along]])
        depth = np.where(end > 0, depth, 0)
    return np.maximum(depth, 0), across / np.maximum(distance, 1e-9)[:, None]


def solids_of(place: PropPlace, touched: Iterable[str] = ()) -> tuple[Solid, ...]:
    """The solid parts of a thing where it stands; straps have none.

    `touched` are the names of its surfaces that a motion touches, as in contacts.
    """
    kind = PROPS[place.kind]
    faces = [_face_of(place.kind, name) for name in touched if _thing(name) == place.called]
    turn = elementary(Y, np.radians([place.turn]))[0]
    return tuple(
        Solid(
            place.called,
            part,
            np.array(place.at) + turn @ np.array(part.at),
            turn,
            kind.gives,
            kind.keeps_off,
            frozenset(face for number, face in faces if number == index),
        )
        for index, part in enumerate(kind.parts)
        if part.shape != "strap"
    )


def surface_of(name: str, props: tuple[PropPlace, ...]) -> Touchable:
    """The surface that a contact names: "chair.seat", or a thing by itself, which means its first
    surface.
    """
    place = next(p for p in props if p.called == _thing(name))
    part, face = _face_of(place.kind, name)
    return solids_of(place)[part].face(face)


def _thing(name: str) -> str:
    return name.partition(".")[0]


def _face_of(kind: str, name: str) -> tuple[int, Face]:
    surfaces = PROPS[kind].surfaces
    wanted = name.partition(".")[2]
    return surfaces[wanted] if wanted else next(iter(surfaces.values()))
