"""Where the things of a motion are, frame by frame: most stay, a strap spans two places on the
body, a slider goes
with a foot."""

import numpy as np
from scipy.spatial.transform import Rotation

from coxa.exercises.motion import PropPlace
from coxa.exercises.props import PROPS, Part
from coxa.exercises.touching import patch
from coxa.motion.clip import Placed
from coxa.motion.kinematics import Skeleton, places
from coxa.motion.solids import solids_of
from coxa.motion.values import Array

# Meshes of round parts stand along y; these turns lay them along x or z.
_LAID = {"x": (0, 0, -np.pi / 2), "y": (0, 0, 0), "z": (np.pi / 2, 0, 0)}


def placed(skeleton: Skeleton, props: tuple[PropPlace, ...], frames: Array) -> tuple[Placed, ...]:
    found: list[Placed] = []
    for place in props:
        if place.between:
            found.append(_strap(skeleton, place, frames))
        elif place.goes_with:
            found += _carried(skeleton, place, frames)
        else:
            found += _standing(place)
    return tuple(found)


def _standing(place: PropPlace) -> list[Placed]:
    colour, upright = PROPS[place.kind].colour, Rotation.from_euler("y", place.turn, degrees=True)
    return [
        Placed(
            kind=solid.part.shape,
            colour=colour,
            size=solid.part.size,
            positions=solid.middle[None],
            rotations=(upright * _laid(solid.part)).as_quat()[None],
            name=place.called,
        )
        for solid in solids_of(place)
    ]


def _carried(skeleton: Skeleton, place: PropPlace, frames: Array) -> list[Placed]:
    way = _way(skeleton, place.goes_with or "", frames)
    way[:, 1] = 0
    return [
        Placed(
            kind=solid.part.shape,
            colour=PROPS[place.kind].colour,
            size=solid.part.size,
            positions=way + solid.middle,
            rotations=_laid(solid.part).as_quat()[None],
            name=place.called,
        )
        for solid in solids_of(place)
    ]


def _strap(skeleton: Skeleton, place: PropPlace, frames: Array) -> Placed:
    assert place.between is not None  # noqa: S101 (the caller looked)
    one, other = (_way(skeleton, text, frames) for text in place.between)
    span = other - one
    length = np.linalg.norm(span, axis=1)
    return Placed(
        kind="strap",
        colour=PROPS[place.kind].colour,
        size=PROPS[place.kind].parts[0].size,
        positions=(one + other) / 2,
        rotations=_along(span / length[:, None]),
        scales=np.stack([length, np.ones_like(length), np.ones_like(length)], axis=1),
        name=place.called,
    )


def _along(ways: Array) -> Array:
    """Quaternions (n, 4) that lay a thing's x axis along `ways` (n, 3), its y axis as far up as
    that leaves it.
    """
    up = np.where(np.abs(ways[:, 1:2]) > 0.95, [[1.0, 0, 0]], [[0, 1.0, 0]])
    side = np.cross(ways, up)
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    turns = np.stack([ways, np.cross(side, ways), side], axis=2)
    quaternions = Rotation.from_matrix(turns).as_quat()
    for i in range(1, len(quaternions)):  # the short way from one frame to the next
        if quaternions[i] @ quaternions[i - 1] < 0:
            quaternions[i] *= -1
    return np.asarray(quaternions)


def _way(skeleton: Skeleton, text: str, frames: Array) -> Array:
    """Where a place on the body is at every frame, (n, 3)."""
    points = skeleton.skin(skeleton.body.points[patch(text)])
    return np.asarray(places(skeleton.frames(frames), points).mean(axis=1))


def _laid(part: Part) -> Rotation:
    return Rotation.from_euler("xyz", _LAID[part.along])
