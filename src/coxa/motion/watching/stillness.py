"""Whether an angle has come to rest: who is still on the way in, or out again, does not hold.

Live and causal. Noise of a landmark model is evened out by means, so that a tremble is stillness
and a slow way in is not.
"""

from collections import deque
from statistics import fmean

# Our choices.
SETTLES_S = 0.6  # so long it is looked at
DRIFTS_DEG = 2.5  # from the mean of the one half of that time to that of the other: 8 a second
DRIFTS = 0.02  # or so much of the exercise's way, where that is more
NEAR_DEG = 5.0  # of where it rests: the error of an angle, and a sway
NEAR = 0.07  # or so much of the way
FOLLOWS_S = 2.0  # who sinks slowly, and stays, is holding a little lower
FEWEST = 4  # values
ROUNDING_S = 1e-6  # of times that are sums


class Settling:
    """Finds when an angle that was on its way comes to rest."""

    __slots__ = ("_least", "_moved", "_values")

    def __init__(self, way_deg: float) -> None:
        self._least = max(DRIFTS_DEG, DRIFTS * way_deg)
        self._values: deque[tuple[float, float]] = deque()
        self._moved = False

    def restart(self) -> None:
        self._values.clear()
        self._moved = False

    def add(self, time_s: float, value_deg: float) -> float | None:
        """The next value. Since when it is at rest (seconds), or None while it moves.

        Who came to rest on the way did so in the middle of the time looked at; who was at rest from
        the first, then.
        """
        values = self._values
        values.append((time_s, value_deg))
        while len(values) > FEWEST and time_s - values[1][0] >= SETTLES_S:
            values.popleft()
        if time_s - values[0][0] < SETTLES_S - ROUNDING_S or len(values) < FEWEST:
            return None
        half = len(values) // 2
        rows = [value for _, value in values]
        still = abs(fmean(rows[half:]) - fmean(rows[:half])) <= self._least
        if not still:
            self._moved = True
            return None
        return values[half if self._moved else 0][0]


class Resting:
    """Whether an angle is where it came to rest; that place follows slowly."""

    __slots__ = ("_level", "_near", "_time")

    def __init__(self, way_deg: float, time_s: float, value_deg: float) -> None:
        self._near = max(NEAR_DEG, NEAR * way_deg)
        self._level = value_deg
        self._time = time_s

    def add(self, time_s: float, value_deg: float) -> bool:
        """The next value; whether it is near."""
        step = max(0.0, time_s - self._time)
        self._time = time_s
        self._level += (value_deg - self._level) * step / (FOLLOWS_S + step)
        return abs(value_deg - self._level) <= self._near
