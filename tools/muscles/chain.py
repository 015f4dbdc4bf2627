"""Lengths of paths straight from their points, as the model's own program measures them.

It is slow, and does what the file says, jumps included. What is fitted is fitted to this.
"""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
from tools.muscles.source import Axis, Floats, Line, Model, Point

HOME = "pelvis"
# Within so much of its end a point of a path counts as in force (rad): OpenSim's own slack.
SLACK = 1e-5

Values = Mapping[str, Floats]
Frame = tuple[Floats, Floats]


def frames(model: Model, values: Values) -> dict[str, Frame]:
    """Turn (n, 3, 3) and place (n, 3) in the pelvis of each body; `values` (n,) in radians."""
    n = len(next(iter(values.values())))
    found = {HOME: (np.broadcast_to(np.eye(3), (n, 3, 3)), np.zeros((n, 3)))}
    for joint in model.joints:
        if joint.parent not in found:
            continue
        turn, place = found[joint.parent]
        shift = np.array(joint.place) + _shift(joint.shifts, values, n)
        own = np.broadcast_to(np.eye(3), (n, 3, 3))
        for axis in joint.turns:
            if axis.coordinate:
                own = own @ _turn(np.array(axis.axis), _value(axis, values))
        found[joint.child] = (turn @ own, place + _applied(turn, shift))
    return found


def places(point: Point, of: Mapping[str, Frame], values: Values) -> Floats:
    """A path's point in the pelvis, (n, 3)."""
    turn, place = of[point.body]
    own = np.broadcast_to(np.array(point.place), place.shape)
    if point.moving:
        coordinate, along = point.moving
        own = np.stack([one(values[coordinate]) for one in along], axis=1)
    return place + _applied(turn, own)


def lengths(line: Line, of: Mapping[str, Frame], values: Values) -> Floats:
    """From origin to insertion, (n,); a point out of its range is left out."""
    n = len(next(iter(values.values())))
    total, last = np.zeros(n), places(line.points[0], of, values)
    for point in line.points[1:]:
        here = places(point, of, values)
        on = in_force(point, values, n)
        total += np.where(on, np.linalg.norm(here - last, axis=1), 0.0)
        last = np.where(on[:, None], here, last)
    return total


def in_force(point: Point, values: Values, n: int) -> npt.NDArray[np.bool_]:
    if not point.within:
        return np.ones(n, dtype=bool)
    coordinate, low, high = point.within
    return (values[coordinate] >= low - SLACK) & (values[coordinate] <= high + SLACK)


def _value(axis: Axis, values: Values) -> Floats:
    return axis.by(values[axis.coordinate]) if axis.coordinate else np.zeros(1)


def _shift(axes: tuple[Axis, ...], values: Values, n: int) -> Floats:
    moved = np.zeros((n, 3))
    for axis in axes:
        moved = moved + _value(axis, values)[:, None] * np.array(axis.axis)
    return moved


def _turn(axis: Floats, angle: Floats) -> Floats:
    """Rotations (n, 3, 3) about a unit axis, right-handed."""
    x, y, z = axis / np.linalg.norm(axis)
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    sin, cos = np.sin(angle)[:, None, None], np.cos(angle)[:, None, None]
    turned: Floats = np.eye(3) + sin * cross + (1 - cos) * (cross @ cross)
    return turned


def _applied(turn: Floats, vectors: Floats) -> Floats:
    applied: Floats = np.einsum("nij,nj->ni", turn, vectors)
    return applied
