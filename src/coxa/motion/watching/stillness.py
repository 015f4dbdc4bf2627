"""Whether an angle has come to rest: who is still on the way in, or out again, does not hold.

Live and causal. Noise of a landmark model is evened out by means, so that a tremble is stillness
and a slow way in is not.
"""

from collections import deque
from statistics import fmean, median

# Our choices.
SETTLES_S = 0.6  # so long it is looked at
DRIFTS_DEG = 1.2  # from the mean of the one half of that time to that of the other: 4 a second
DRIFTS = 0.02  # or so much of the exercise's way, where that is more
NEAR_DEG = 5.0  # of where it rests: the error of an angle, and a sway
NEAR = 0.07  # or so much of the way
FOLLOWS_S = 2.0  # who sinks slowly, and stays, is holding a little lower
LOOKS_BACK_S = 3.0  # who has left: so far back it is looked for when they began to
AT_MOST_S = 1.2  # it took them no longer than this; what is left of the time tells the level
QUITE_DEG, QUITE, QUITE_NOISY = 1.0, 0.03, 2.0  # at that level: degrees, of the way, deviations
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

    __slots__ = ("_level", "_near", "_quite", "_time", "_values")

    def __init__(self, way_deg: float, time_s: float, value_deg: float) -> None:
        self._near = max(NEAR_DEG, NEAR * way_deg)
        self._quite = max(QUITE_DEG, QUITE * way_deg)
        self._values: deque[tuple[float, float]] = deque()
        self._level = value_deg
        self._time = time_s

    def add(self, time_s: float, value_deg: float) -> bool:
        """The next value; whether it is near."""
        step = max(0.0, time_s - self._time)
        self._time = time_s
        self._level += (value_deg - self._level) * step / (FOLLOWS_S + step)
        near = abs(value_deg - self._level) <= self._near
        if near:
            self._values.append((time_s, value_deg))
            while time_s - self._values[0][0] > LOOKS_BACK_S:
                self._values.popleft()
        return near

    def until_s(self, last_s: float) -> float:
        """When it began to leave, of an angle that was near its level until `last_s`.

        Who leaves slowly is near for a while. If the level cannot be told, `last_s`.
        """
        before = [value for t, value in self._values if t < last_s - AT_MOST_S]
        if len(before) < FEWEST:
            return last_s
        level = median(before)
        quite = max(self._quite, QUITE_NOISY * 1.48 * median(abs(v - level) for v in before))
        return max((t for t, v in self._values if abs(v - level) <= quite), default=last_s)
