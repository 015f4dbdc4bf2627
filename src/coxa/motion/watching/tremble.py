"""How much a signal trembles, told while it moves: what a landmark model adds to a joint's angle.

Third differences of values a tenth of a second apart take most of a movement away, as that is
smooth, and leave the tremble. Their median is the measure, so that a jerk now and then does not
matter; what the movement itself leaves in them is known and taken off.
"""

from collections import deque
from math import pi, sin
from statistics import median

STEP_S = 0.09  # at 10, 25, 30 or 60 pictures a second this gives steps of 0.1 to 0.12 s
REMEMBERS = 60  # differences: six seconds and more
FEWEST = 8  # differences from which something can be said
USUALLY = 0.7  # the median of what goes up and down like a sine, as a share of its most
# The median of normal differences is 0.67 of their deviation, and that is 4.5 (the square root of
# 20) times the tremble's if each value is independent of the one before. Smoothed landmarks' are
# not: 2.6 to 3.5 for a tremble that lasts 0.1 to 0.2 s. Our choice:
PER_DEVIATION = 0.67 * 3.0


class Tremble:
    """Listens to one signal."""

    __slots__ = ("_differences", "_last", "_step_s")

    def __init__(self) -> None:
        self._last: deque[tuple[float, float]] = deque(maxlen=4)
        self._differences: deque[float] = deque(maxlen=REMEMBERS)
        self._step_s = STEP_S

    def restart(self) -> None:
        """The signal goes on elsewhere; how it trembles is remembered."""
        self._last.clear()

    def add(self, time_s: float, value: float) -> None:
        """The next value, of a time that is later."""
        last = self._last
        if last and time_s - last[-1][0] < STEP_S:
            return
        last.append((time_s, value))
        if len(last) == 4:
            self._step_s = (time_s - last[0][0]) / 3
            self._differences.append(abs(_third(*last)) * self._step_s**3)

    def beside(self, height: float, lasts_s: float) -> float:
        """The tremble's standard deviation, beside a movement that goes `height` far and comes back
        in `lasts_s`; 0 until enough was seen."""
        if len(self._differences) < FEWEST:
            return 0.0
        quick = min(self._step_s / lasts_s, 0.5) if lasts_s > 0.0 else 0.5
        of_movement = USUALLY * height / 2 * (2 * sin(pi * quick)) ** 3
        return max(0.0, median(self._differences) - of_movement) / PER_DEVIATION


def _third(*points: tuple[float, float]) -> float:
    """The third derivative through four points (time, value), which need not be evenly apart."""
    (a, p), (b, q), (c, r), (d, s) = points
    first, second, third = (q - p) / (b - a), (r - q) / (c - b), (s - r) / (d - c)
    return 6 * ((third - second) / (d - b) - (second - first) / (c - a)) / (d - a)
