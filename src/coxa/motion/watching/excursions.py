"""There and back again: where one signal leaves its resting place, and returns.

A signal's turning points are taken when it has come back by a share of what it went, so that no
threshold belongs to one exercise. After the zig-zag of turning points as used on prices and step
counters; the shares are our choice, held against noise and people with little range in the tests.
"""

from collections import deque
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from coxa.motion.watching.tremble import Tremble

# Our choices. Shares of the way (what the exercise expects, or what this person usually does).
LEAVES = 0.2  # so far from rest, it is on its way
LEAST = 0.3  # less than this is fidgeting, not a part of a repetition
RETURNS = 0.55  # of its own height: so far back, it was there and is coming home
HOME = 0.15  # of its own height: so near to where it began, it is home
SMALLEST_WAY = 0.4  # of the expected way: who has less range than this is not adapted to further
BEFORE_IT_IS_KNOWN = 0.7  # of the expected way, until this person's own is seen
FLIPS = 0.6  # of the way: who first moves so far the wrong way began at the far end
RESTS_S = 1.0  # who stays there for so long meant to begin there; a turning point takes half of it
# Our choices. Time.
SHORTEST_S = 0.4  # a person cannot go out and back faster; a point that jumps can
STILL_S = 1.0  # no lower for so long: it is not coming further home
FORGETS = 4.0  # repetitions' time in which the resting place follows a slow drift
BLIND_S = 3.0  # not seen for so long: what went on in between cannot be told
OF_TREMBLE = 6.0  # deviations from lowest to highest: a minute's normal noise spans less
BEYOND = 1.5  # deviations that the lowest and the highest of trembling values lie beyond the ends
LEAST_DEG = 5.0  # noise of a good pose model at rest is 1-2 degrees (own measurement)
USUAL = 8  # excursions that tell what is usual


@dataclass(frozen=True, slots=True)
class Excursion:
    """Away from rest and back. Times in seconds; `rest` and `peak` in the signal's own degrees.

    `path_deg` is all that the signal went, up and down; twice the height if it went smoothly.
    """

    start_s: float
    peak_s: float
    end_s: float
    rest_deg: float
    peak_deg: float
    path_deg: float

    @property
    def height_deg(self) -> float:
        return abs(self.peak_deg - self.rest_deg)


class Tracker:
    """Finds excursions of one signal, one value at a time.

    `way_deg` is the expected height, `lasts_s` the expected time of one, `stays_s` that of its
    pause at the far end; `sign` is 1 if the signal grows on its way out. `flips`: if the signal
    starts at its far end and rests there, excursions are counted from there.
    """

    def __init__(
        self, way_deg: float, lasts_s: float, sign: float, stays_s: float = 0.0, flips: bool = True
    ) -> None:
        self.way_deg = max(way_deg, LEAST_DEG)
        self.sign = sign
        self._rests_s = RESTS_S + stays_s
        self._forgets_s = FORGETS * max(lasts_s, 1.0)
        self._may_flip = flips
        self._owes_half = False
        self._heights: deque[float] = deque(maxlen=USUAL)
        self._last: list[float] = []  # the two values before, for the median of three
        self._tremble = Tremble()
        self._seen_s: float | None = None
        self.restart()

    def restart(self) -> None:
        """Forget where it is, not what is usual."""
        self._state = "rest"
        self._path: list[tuple[float, float]] = []
        self._rest = self._peak = self._low = 0.0
        self._peak_s = self._low_s = 0.0
        self._last.clear()
        self._tremble.restart()

    @property
    def reach_deg(self) -> float:
        """What thresholds are shares of: the expected way, or this person's if that is less."""
        if not self._heights:
            return BEFORE_IT_IS_KNOWN * self.way_deg
        usual = median(self._heights)
        return min(self.way_deg, max(usual, SMALLEST_WAY * self.way_deg))

    @property
    def height_deg(self) -> float:
        """How far out it is on an excursion that has not ended; 0 at rest."""
        return 0.0 if self._state == "rest" else self._peak - self._rest

    @property
    def began_s(self) -> float:
        """When the one before had ended."""
        return self._path[0][0] if self._path else 0.0

    @property
    def left_s(self) -> float:
        """When the excursion that has not ended left home; only of one that is out."""
        return self._left_s(self._rest + HOME * self.height_deg)

    def add(self, time_s: float, value_deg: float) -> Excursion | None:
        """The next value. An excursion is given once, as soon as it has ended."""
        if self._seen_s is not None and time_s - self._seen_s > BLIND_S:
            self.restart()
        self._seen_s = time_s
        value = self._steady(self.sign * value_deg)
        self._tremble.add(time_s, value_deg)
        if not self._path:
            self._begin(time_s, value)
            return None
        step_s = time_s - self._path[-1][0]
        self._path.append((time_s, value))
        if self._state == "rest":
            self._resting(value, step_s)
            return None
        return self._moving(time_s, value)

    def finish(self) -> Excursion | None:
        """The signal ends. An excursion that was on its way home counts as home.

        What began on its way home and ends at the far end has done the two halves of one.
        """
        if self._state == "back":
            return self._ended(self._low_s)
        if self._owes_half and self._state == "out" and self.height_deg >= FLIPS * self.way_deg:
            self._owes_half = False
            return self._last_half(self._path[-1][0])
        return None

    def _last_half(self, time_s: float) -> Excursion | None:
        """What ends at the far end and owes a half: that half too, if it is the one just before."""
        home_s, _ = min(self._path, key=lambda point: point[1])
        far = self._peak - HOME * self.height_deg
        if any(v >= far for t, v in self._path if t < home_s):
            return self._from_the_far_end(time_s)
        return self._ended(time_s)

    def _steady(self, value: float) -> float:
        """The median of three: one point that jumps is not a movement."""
        self._last.append(value)
        if len(self._last) < 3:
            return value
        chosen = sorted(self._last)[1]
        del self._last[0]
        return chosen

    def _begin(self, time_s: float, value: float) -> None:
        self._state = "rest"
        self._path = [(time_s, value)]
        self._rest = self._peak = value

    def _resting(self, value: float, step_s: float) -> None:
        if value <= self._rest:
            self._rest = value
        else:
            self._rest += (value - self._rest) * min(1.0, step_s / self._forgets_s)
        if self._may_flip and self._began_at_the_far_end(value):
            self._may_flip = False
            if self._stayed_there():
                self._flip(value)
                return
            self._owes_half = True
        if value - self._rest > max(LEAVES * self.reach_deg, LEAST_DEG):
            self._may_flip = False
            self._state = "out"
            self._peak, self._peak_s = value, self._path[-1][0]
        elif len(self._path) > 64:
            self._forget_rest()

    def _began_at_the_far_end(self, value: float) -> bool:
        """Down first, by most of the way."""
        self._peak = max(self._peak, value)
        return self._peak - value >= FLIPS * self.way_deg

    def _stayed_there(self) -> bool:
        near = self._peak - HOME * self.way_deg
        leaves_s = next(t for t, v in reversed(self._path) if v >= near)
        return leaves_s - self._path[0][0] >= RESTS_S

    def _flip(self, value: float) -> None:
        """The far end becomes the rest, and it is out already."""
        self.sign = -self.sign
        self._last = [-one for one in self._last]
        self._path = [(t, -v) for t, v in self._path]
        self._rest = -self._peak
        self._state = "out"
        self._peak, self._peak_s = -value, self._path[-1][0]

    def _turned_round(self, time_s: float, height: float) -> Excursion | None:
        """Began at the far end, went home, and rests at the far end: that is one, from there."""
        if height < FLIPS * self.way_deg:
            return None
        near = self._peak - HOME * height
        arrived_s = next(t for t, v in reversed(self._path) if v < near)
        if time_s - arrived_s < self._rests_s:
            return None
        self._owes_half = False
        return self._from_the_far_end(arrived_s)

    def _from_the_far_end(self, end_s: float) -> Excursion | None:
        """Home and out again until `end_s`, as one excursion; the far end is rest from now on."""
        home_s, home = min(self._path, key=lambda point: point[1])
        self._flip(home)
        self._peak_s = home_s
        return self._ended(end_s)

    def _forget_rest(self) -> None:
        """Keep no more of a long rest than is needed to find where the next excursion begins."""
        self._path = self._path[-32:]

    def _moving(self, time_s: float, value: float) -> Excursion | None:
        if value > self._peak:
            self._peak, self._peak_s = value, time_s
            self._state = "out"
            return None
        height = self._peak - self._rest
        if self._state == "out":
            if self._peak - value >= RETURNS * height:
                self._state, self._low, self._low_s = "back", value, time_s
                return None
            return self._turned_round(time_s, height) if self._owes_half else None
        return self._coming_home(time_s, value, height)

    def _coming_home(self, time_s: float, value: float, height: float) -> Excursion | None:
        if value < self._low:
            self._low, self._low_s = value, time_s
            # Home is where it began; who began higher than they end has it there too.
            return self._ended(time_s) if value <= self._rest + HOME * height else None
        turned = value - self._low > max(HOME * height, LEAST_DEG)
        if turned or time_s - self._low_s > STILL_S:
            return self._ended(self._low_s)
        return None

    def _ended(self, end_s: float) -> Excursion | None:
        found = self._measured(end_s)
        after = [point for point in self._path if point[0] >= end_s]
        self._begin(*after[0])
        self._rest = min(v for _, v in after)
        self._path = after
        if found is None:
            return None
        self._heights.append(found.height_deg)
        return found

    def _left_s(self, home: float) -> float:
        """When it was last at home before its peak."""
        away = [point for point in self._path if point[0] <= self._peak_s]
        return next((t for t, v in reversed(away) if v <= home), away[0][0])

    def _measured(self, end_s: float) -> Excursion | None:
        """The excursion that ends at `end_s`, or None if it is too small or too short."""
        height = self._peak - self._rest
        home = self._rest + HOME * height
        start_s = self._left_s(home)
        tremble = self._tremble.beside(height, end_s - start_s)
        least = max(LEAST * self.reach_deg, LEAST_DEG, OF_TREMBLE * tremble)
        if height < least or end_s - start_s < SHORTEST_S:
            return None
        values = [v for t, v in self._path if start_s <= t <= end_s]
        path = sum(abs(b - a) for a, b in pairwise(values))
        rest, peak = self._rest + BEYOND * tremble, self._peak - BEYOND * tremble
        return Excursion(start_s, self._peak_s, end_s, self.sign * rest, self.sign * peak, path)
