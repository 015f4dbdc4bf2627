"""The cubic spline of OpenSim's SimmSpline, after its own end rule.

Its second derivatives fit the third derivative of the cubic through the first and last four points
(Forsythe, Malcolm and Moler 1977, Computer Methods for Mathematical Computations, chapter 4).
Straight on beyond the ends.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

FEWEST = 4  # points that the end rule needs; a straight line goes through fewer


class Spline:
    """A smooth curve through points with increasing `x`."""

    def __init__(self, x: Sequence[float], y: Sequence[float]) -> None:
        self.x, self.y = np.array(x), np.array(y)
        self.bends = _bends(self.x, self.y)

    def __call__(self, at: Floats) -> Floats:
        inside = np.clip(at, self.x[0], self.x[-1])
        value, slope = self._parts(inside)
        return value + slope * (at - inside)

    def _parts(self, at: Floats) -> tuple[Floats, Floats]:
        """Value and slope within the ends."""
        i = np.clip(np.searchsorted(self.x, at, side="right") - 1, 0, len(self.x) - 2)
        width = self.x[i + 1] - self.x[i]
        left, right = (self.x[i + 1] - at) / width, (at - self.x[i]) / width
        low, high = self.bends[i], self.bends[i + 1]
        value = (
            left * self.y[i]
            + right * self.y[i + 1]
            + width**2 / 6 * ((left**3 - left) * low + (right**3 - right) * high)
        )
        slope = (self.y[i + 1] - self.y[i]) / width + width / 6 * (
            (3 * right**2 - 1) * high - (3 * left**2 - 1) * low
        )
        return value, slope


def _bends(x: Floats, y: Floats) -> Floats:
    """The second derivative at each point."""
    n = len(x)
    if n < FEWEST:
        return np.zeros(n)
    width, rise = np.diff(x), np.diff(y) / np.diff(x)
    system, right = np.zeros((n, n)), np.zeros(n)
    for i in range(1, n - 1):
        system[i, i - 1 : i + 2] = width[i - 1], 2 * (width[i - 1] + width[i]), width[i]
        right[i] = 6 * (rise[i] - rise[i - 1])
    # The third derivative of the cubic through four points is six times their divided difference.
    system[0, :2], right[0] = (-1, 1), 6 * width[0] * _divided(x[:4], y[:4])
    system[-1, -2:], right[-1] = (-1, 1), 6 * width[-1] * _divided(x[-4:], y[-4:])
    return np.asarray(np.linalg.solve(system, right), dtype=np.float64)


def _divided(x: Floats, y: Floats) -> float:
    """The divided difference of third order."""
    for order in range(1, 4):
        y = np.diff(y) / (x[order:] - x[:-order])
    return float(y[0])
