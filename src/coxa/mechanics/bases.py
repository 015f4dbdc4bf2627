"""Functions whose sums are the lengths of muscles: products of cosines and sines, and polynomials.

A length is a row of weights times the rows of such functions. So is its slope: for each angle there
is a matrix that turns the weights of a length into those of its slope. All lengths and slopes of a
model are then one product of matrices. Angles in radians.
"""

from collections.abc import Sequence
from functools import cache, reduce

import numpy as np

from coxa.motion.values import Array

# Weights of the slope of w0 + w1 cos + w2 sin: w2 cos - w1 sin.
_CIRCLE = np.array([[0.0, 0.0, 0.0], [0.0, 0.0, -1.0], [0.0, 1.0, 0.0]])


def circular(angles: Sequence[Array]) -> Array:
    """Every product of one of (1, cos, sin) of each angle: (3 ** k, n) for k angles of (n,).

    The square of the distance between two points on either side of a joint that turns about k
    fixed axes is a sum of these, and so is each coordinate of the one in the other's frame.
    """
    n = len(angles[0])
    rows = np.ones((1, n))
    for angle in angles:
        own = np.empty((3, n))
        own[0] = 1.0
        np.cos(angle, out=own[1])
        np.sin(angle, out=own[2])
        rows = (rows[:, None, :] * own).reshape(-1, n)
    return rows


@cache
def circular_slopes(count: int) -> tuple[Array, ...]:
    """For each of `count` angles: weights (m, 3 ** count) @ this are the weights of the slope."""
    same = np.eye(3)
    return tuple(
        reduce(np.kron, [_CIRCLE if i == turned else same for i in range(count)])
        for turned in range(count)
    )


def chebyshev(x: Array, degree: int) -> Array:
    """The polynomials T0 to T`degree` of `x` (n,), which should be within -1 and 1:
    (degree + 1, n)."""
    rows = np.empty((degree + 1, len(x)))
    rows[0] = 1.0
    if degree:
        rows[1] = x
    done = 1
    while done < degree:
        # T(a + b) = 2 Ta Tb - T(a - b): twice as many with each round.
        more = min(done, degree - done)
        into = rows[done + 1 : done + 1 + more]
        np.multiply(rows[1 : more + 1], 2 * rows[done], out=into)
        into -= rows[done - more : done][::-1]
        done += more
    return rows


def chebyshev_slope(degree: int) -> Array:
    """Weights (m, degree + 1) @ this are the weights of the slope in x."""
    slope = np.zeros((degree + 1, degree + 1))
    for k in range(1, degree + 1):
        # T'k is 2k times the sum of those polynomials below it whose order differs by 1, 3, ...
        slope[k, k - 1 :: -2] = 2 * k
        slope[k, 0] /= 2
    return slope
