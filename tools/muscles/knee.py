"""What the knee's bend decides by itself, as polynomials of it.

The model's knee glides on splines, so nothing there has a closed form. Fitted are the lengths of
strings across the knee, and where points of one bone are as seen from the other: from these the
strings of muscles follow that cross the hip or the ankle as well.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.polynomial import chebyshev
from tools.muscles import chain, exact, sampling
from tools.muscles.source import Floats, Line, Model, Point

from coxa.mechanics.model import AT

DEGREES = range(8, 31, 2)
ENOUGH = 2e-5  # m: what the worst of all functions may be off between the nodes
NODES = 1301  # of the fit: every tenth of a degree
BETWEEN = 997  # for the check; none but the ends is a node
BONES = ("femur", "tibia")

# Of poses (n, C) in degrees: (functions, n).
Functions = Callable[[Floats], Floats]


@dataclass(frozen=True)
class Over:
    """A string from `far`, over `edge`, to `near`; all seen from the bone `frame`."""

    far: Point
    edge: Point
    near: Point
    frame: str


def bends(count: int) -> tuple[Floats, Floats]:
    """Poses that only bend the knee, and the bend on a scale of -1 to 1."""
    low, high = sampling.KNEE_ENDS
    bend = np.linspace(low, high, count)
    poses = np.zeros((count, len(AT)))
    poses[:, AT["knee_angle"]] = bend
    return poses, (2 * bend - low - high) / (high - low)


def degree(functions: Functions) -> int:
    """The lowest degree that is good enough between the nodes."""
    poses, x = bends(BETWEEN)
    wanted = functions(poses)
    for one in DEGREES:
        left = fitted(functions, one) @ chebyshev.chebvander(x, one).T - wanted
        if np.abs(left).max() < ENOUGH:
            return one
    raise ValueError(f"the knee's functions are not within {ENOUGH} m with degree {DEGREES[-1]}")


def fitted(functions: Functions, degree: int) -> Floats:
    """Weights (functions, degree + 1)."""
    poses, x = bends(NODES)
    rows = chebyshev.chebvander(x, degree)
    return np.asarray(np.linalg.lstsq(rows, functions(poses).T, rcond=None)[0].T)


def length(model: Model, line: Line) -> Functions:
    """The part of a path from thigh to shank that the bend changes: (1, n)."""
    own = replace(line, points=tuple(p for p in line.points if p.body in BONES))

    def measured(poses: Floats) -> Floats:
        at = sampling.values(poses)
        return (chain.lengths(own, chain.frames(model, at), at) - exact.fixed(own))[None]

    return measured


def place(model: Model, point: Point, frame: str) -> Functions:
    """x and y of a point of the one bone in the other's frame: (2, n)."""
    return lambda poses: exact.seen_from(model, point, frame, poses)[:2]


def over(line: Line) -> Over:
    """The string of a muscle over an edge at the knee, or straight across it."""
    points = list(line.points)
    if points[-1].body == "calcn":
        near, edge, far = points
        return Over(far, edge, near, "tibia")
    if points[1].within:
        return Over(points[0], points[1], points[2], "femur")
    return Over(points[0], points[1], points[1], "femur")


def way(model: Model, string: Over) -> float:
    """On which side of its edge a string lies: see coxa.mechanics.strings.over_edge."""
    if not string.edge.within:
        return 0.0
    poses = sampling.poses(exact.POSES, exact.SEED)
    far, edge, near = (
        exact.seen_from(model, point, string.frame, poses)
        for point in (string.far, string.edge, string.near)
    )
    start, end = far - edge, near - edge
    left = start[0] * end[1] - start[1] * end[0] > 0
    rests = chain.in_force(string.edge, sampling.values(poses), len(poses))
    return 1.0 if np.mean(left == rests) > 1 / 2 else -1.0
