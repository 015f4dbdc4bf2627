"""The length of a string between two points, straight or over an edge, and how it changes.

A muscle's path is such strings. Bone that a tendon lies on is an edge along z of some frame: the
string rests on it as long as it is pulled against it, may slide along it, and lifts off where
that makes it shorter. Length and slope go on without a jump there. Arrays are (m, n): strings by
poses; metres.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coxa.motion.values import Array

# The nearest that a point comes to another (m): the slope of a length of zero is no number.
NEAREST = 1e-6


@dataclass(frozen=True, eq=False)
class Moved:
    """Places (x, y, z), each (m, n); or their slopes."""

    x: Array
    y: Array
    z: Array


def straight(squared: Array) -> tuple[Array, Array]:
    """Lengths from their squares, and what a slope of the square is to be multiplied by.

    `squared` is worked on in place.
    """
    np.maximum(squared, NEAREST**2, out=squared)
    length = np.sqrt(squared, out=squared)
    return length, 0.5 / length


@dataclass(frozen=True, eq=False)
class OverEdge:
    """A string from `start` over an edge to `end`, both as seen from a point of the edge; its
    `length` (m, n), and what the slopes of the length are made of."""

    length: Array
    start: Moved
    end: Moved
    rests: NDArray[np.bool_]
    near: Array
    far: Array
    each: Array

    def pulls(self) -> tuple[Moved, Moved]:
        """The slopes of the length in x, y and z of the start, and of the end."""
        start, end = self.start, self.end
        # Resting, an end is pulled away from the edge; free, away from the other end.
        free = np.where(self.rests, 0.0, self.each)
        over = np.sqrt(self.near * self.far)
        over *= self.each - free
        own_start = self.each + over / np.maximum(self.near, NEAREST**2)
        own_end = self.each + over / np.maximum(self.far, NEAREST**2)
        along = self.each * (start.z - end.z)
        return (
            Moved(own_start * start.x - free * end.x, own_start * start.y - free * end.y, along),
            Moved(own_end * end.x - free * start.x, own_end * end.y - free * start.y, -along),
        )


def over_edge(start: Moved, end: Moved, way: Array) -> OverEdge:
    """`way` (m, 1) is +1 where the string lies on the edge as long as the turn about z from
    start to end is to the left (less than half a circle), -1 to the right, 0 with no edge."""
    rests = way * (start.x * end.y - start.y * end.x) > 0
    near = start.x**2 + start.y**2
    far = end.x**2 + end.y**2
    # Across the edge it goes from start to the edge to end, or else from start to end: the squares
    # of both are near + far + 2 times this.
    squared = np.where(rests, np.sqrt(near * far), -start.x * end.x - start.y * end.y)
    squared *= 2
    squared += near
    squared += far
    squared += (start.z - end.z) ** 2
    length, half = straight(squared)
    return OverEdge(length, start, end, rests, near, far, 2 * half)


def slope(pull: Moved, moved: Moved) -> Array:
    """How the length changes as one end moves."""
    found = pull.x * moved.x
    found += pull.y * moved.y
    found += pull.z * moved.z
    return found
