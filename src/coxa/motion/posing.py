"""The surfaces of one frame of a clip: the posed body's skin and clothes, and its things."""

from collections.abc import Sequence
from functools import cache

import numpy as np

from coxa.motion import quaternions
from coxa.motion.body import Body
from coxa.motion.clip import Clip, Placed
from coxa.motion.kinematics import Skeleton, SkinPoints, normals, places
from coxa.motion.props import mesh
from coxa.motion.surface import Surface
from coxa.motion.turns import COLUMN
from coxa.motion.values import Array


def surfaces_of(body: Body, clip: Clip, frame: int) -> list[Surface]:
    """What is to be drawn of `clip` at `frame`: one surface a material of the body, one a thing.

    Coordinates that the clip does not name are 0. Raises IndexError for a frame that is not there,
    KeyError for a coordinate that turns nothing.
    """
    around = [thing_at(thing, frame) for thing in clip.props]
    return [*skin_of(body, clip.names, clip.values[frame]), *around]


def skin_of(body: Body, names: Sequence[str], values: Array) -> list[Surface]:
    """The body with the coordinates `names` at `values` (C,), in degrees and metres."""
    skeleton, skin = _ready(body)
    row = np.zeros((1, len(COLUMN)))
    row[0, [COLUMN[name] for name in names]] = values
    frames = skeleton.frames(row)
    at, outward = places(frames, skin)[0], normals(frames, skin)[0]
    return [Surface(at, outward, corners, kind) for kind, corners in body.triangles.items()]


def thing_at(thing: Placed, frame: int) -> Surface:
    """The thing's mesh where the thing is at `frame`; one row of places means that it stays."""
    own = mesh(thing)
    place, turn, scale = (
        rows[0 if len(rows) == 1 else frame]
        for rows in (thing.positions, thing.rotations, thing.scales)
    )
    # A stretched surface leans the other way: normals are divided where places are multiplied.
    leaning = own.normals / scale
    leaning /= np.maximum(np.linalg.norm(leaning, axis=1, keepdims=True), np.finfo(float).tiny)
    turn = quaternions.unit(turn)
    return Surface(
        quaternions.turned(own.vertices * scale, turn) + place,
        quaternions.turned(leaning, turn),
        own.triangles,
        own.material,
        own.frame,
    )


@cache
def _ready(body: Body) -> tuple[Skeleton, SkinPoints]:
    skeleton = Skeleton(body)
    return skeleton, skeleton.skin()
