"""Repetitions of a movement that nobody has named: whatever goes there and back most regularly."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from statistics import correlation, fmean, median, pstdev

from coxa.anatomy.coordinates import coordinates
from coxa.motion.watching.angles import Reading, Status
from coxa.motion.watching.excursions import Excursion, Tracker
from coxa.motion.watching.expected import Expected
from coxa.motion.watching.repetitions import Counter, Repetition, settled
from coxa.motion.watching.series import Series, share

# Our choices.
ENDS = (0.05, 0.95)  # shares of the values between which a coordinate's range lies
LEAST_RANGE_DEG = 15.0  # standing still sways and jitters by less
LEAST_SEEN = 0.5  # of the pictures
UNSURE = 0.1  # of the range: where it begins is so nearly the opposite of where it ends
CLEARLY = 0.65  # of the time at the other end is more than where it began: a film is more often cut
# off in the middle of a movement than begun there
LEAST_SHARE = 0.5  # of the range of what moves most: what moves less is not what repeats itself
ONCE = 0.4  # what regularity is worth that rests on one repetition
TOGETHER = 0.6  # of the greater side's range, and how much alike: the other side moves too
GUESSED_S = 2.0  # how long a repetition lasts before one was seen
# What a fault is read from, not a movement: it goes along with the hip or the knee.
NOT_MOVEMENTS = ("knee_valgus", "knee_over_toe", "pelvic_drop")
TWICE = 2  # live: what went there and back once may have been anything
GIVES_UP_S = 15.0  # live: after so long without a repetition something else may begin
LOOKS_EVERY_S = 1.0  # live
LOOKS_BACK_S = 20.0  # live
LOOKS_AT_S = 0.1  # live: ten pictures a second are enough to count by


@dataclass(frozen=True)
class Candidate:
    """A coordinate that goes there and back: `score` is its usual height, in degrees, as far as
    that is regular and well seen."""

    name: str
    low_deg: float
    high_deg: float
    rises: bool
    lasts_s: float
    score: float


def find(series: Series) -> list[Repetition]:
    """The repetitions of what moves most, and most regularly; none if all is still."""
    expected = guess(series)
    if expected is None:
        return []
    counter = _counted(series, expected)
    counter.finish()
    return settled(counter.found, expected.way_deg)


def _counted(series: Series, expected: Expected) -> Counter:
    """A counter that has seen the series."""
    counter = Counter(expected)
    names = [n for n in series.angles if _base(n) == expected.primary]
    for i, time_s in enumerate(series.time_s):
        counter.add(time_s, {name: _reading(series, name, i) for name in names})
    return counter


def guess(series: Series) -> Expected | None:
    """What the movement seems to be: its primary coordinate, side, ends and time."""
    ranges = {name: width for name in series.angles if (width := _width(series, name))}
    least = max(LEAST_RANGE_DEG, LEAST_SHARE * max(ranges.values(), default=0.0))
    moving = [name for name, width in ranges.items() if width >= least]
    found = [one for name in moving if (one := candidate(series, name))]
    if not found:
        return None
    best = max(found, key=lambda one: one.score)
    return Expected(
        exercise="",
        kind="repetitions",
        side=_side(best, {one.name: one for one in found}, series),
        primary=_base(best.name),
        start_deg=best.low_deg if best.rises else best.high_deg,
        far_deg=best.high_deg if best.rises else best.low_deg,
        tempo_s=(best.lasts_s / 2, 0.0, best.lasts_s / 2),
    )


def candidate(series: Series, name: str) -> Candidate | None:
    """How regularly a coordinate goes there and back; None if it does not."""
    times, values = series.seen(name)
    low, high = (share(values, part) for part in ENDS)
    rises = _rises(values, low, high)
    excursions = _excursions(times, values, high - low, 1.0 if rises else -1.0)
    if not excursions:
        return None
    lasts = [one.end_s - one.start_s for one in excursions]
    heights = [one.height_deg for one in excursions]
    regular = _even(heights) * _even(lasts) if len(excursions) > 1 else ONCE
    trust = fmean(series.confidence[name])
    return Candidate(name, low, high, rises, median(lasts), median(heights) * regular * trust)


def _width(series: Series, name: str) -> float:
    """Between which ends a coordinate moves, in degrees; 0 if it is hardly seen."""
    _, values = series.seen(name)
    if _base(name) in NOT_MOVEMENTS or len(values) < max(3, LEAST_SEEN * len(series.time_s)):
        return 0.0
    low, high = (share(values, part) for part in ENDS)
    return high - low if high - low <= _farthest_deg(_base(name)) else 0.0


@cache
def _farthest_deg(base: str) -> float:
    """How far a joint can go at all; what goes farther is a misreading, as of a thigh that points
    at the camera."""
    for one in (base, f"{base}_l"):
        if one in coordinates():
            low, high = coordinates()[one].farthest
            return high - low
    return 180.0


def _rises(values: list[float], low: float, high: float) -> bool:
    """Whether it rests at its low end: where it begins and ends, and stays longest.

    A recording that is cut begins or ends on the way, more or less far out: both ends together
    tell. Where they say the opposite of one another, the time decides.
    """
    way, middle = high - low, (low + high) / 2
    out = sum(min(1.0, max(0.0, (median(few) - low) / way)) for few in (values[:3], values[-3:]))
    if abs(out - 1.0) > UNSURE:
        return out < 1.0
    stays_low = sum(value < middle for value in values) / len(values)
    return stays_low > 1 - CLEARLY if median(values[:3]) < middle else stays_low >= CLEARLY


def _excursions(
    times: list[float], values: list[float], way_deg: float, sign: float
) -> list[Excursion]:
    tracker = Tracker(way_deg, GUESSED_S, sign, flips=False)
    found = [one for t, v in zip(times, values, strict=True) if (one := tracker.add(t, v))]
    last = tracker.finish()
    return [*found, last] if last else found


def _even(values: list[float]) -> float:
    """1 if all are the same, less the more they differ."""
    return 1.0 / (1.0 + pstdev(values) / max(fmean(values), 1e-9))


def _side(best: Candidate, found: Mapping[str, Candidate], series: Series) -> str:
    """`both` if the other side goes about as far, at the same time; taking turns is not that."""
    side = _side_of(best.name)
    if side is None:
        return "both"
    other = found.get(f"{_base(best.name)}_{'r' if side == 'left' else 'l'}")
    if other is None or _range(other) < TOGETHER * _range(best):
        return side
    return "both" if _together(series.angles[best.name], series.angles[other.name]) else side


def _range(one: Candidate) -> float:
    return one.high_deg - one.low_deg


def _together(one: list[float | None], other: list[float | None]) -> bool:
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a is not None and b is not None]
    if len(pairs) < 3 or len({a for a, _ in pairs}) < 2 or len({b for _, b in pairs}) < 2:
        return False
    return correlation([a for a, _ in pairs], [b for _, b in pairs]) > TOGETHER


def _side_of(name: str) -> str | None:
    return {"_l": "left", "_r": "right"}.get(name[-2:])


def _base(name: str) -> str:
    return name[:-2] if _side_of(name) else name


def _reading(series: Series, name: str, i: int) -> Reading:
    value, confidence = series.angles[name][i], series.confidence[name][i]
    return Reading(value, confidence, Status.HIDDEN if value is None else Status.SEEN)


class Finder:
    """Counts live what nobody has named: looks until something has gone there and back twice, and
    follows that until it stops.
    """

    def __init__(self) -> None:
        self.found: list[Repetition] = []
        self._waiting: deque[Repetition] = deque()
        self._counter: Counter | None = None
        self._series = Series()
        self._looked_s = self._latest_s = 0.0

    def add(self, time_s: float, readings: Mapping[str, Reading]) -> Repetition | None:
        """The next picture's readings. A repetition is given once, as soon as it is known."""
        if self._counter is None:
            self._look(time_s, readings)
        else:
            self._follow(self._counter, time_s, readings)
        if not self._waiting:
            return None
        self.found.append(self._waiting.popleft())
        return self.found[-1]

    def _follow(self, counter: Counter, time_s: float, readings: Mapping[str, Reading]) -> None:
        repetition = counter.add(time_s, readings)
        if repetition is not None:
            self._waiting.append(repetition)
            self._latest_s = time_s
        elif time_s - self._latest_s > GIVES_UP_S:
            self._counter, self._series = None, Series()

    def _look(self, time_s: float, readings: Mapping[str, Reading]) -> None:
        series = self._series
        if series.time_s and time_s - series.time_s[-1] < LOOKS_AT_S:
            return
        series.add(time_s, readings)
        if time_s - self._looked_s < LOOKS_EVERY_S:
            return
        self._looked_s = time_s
        series.forget(time_s - LOOKS_BACK_S)
        expected = guess(series)
        counter = _counted(series, expected) if expected is not None else None
        if counter is not None and len(counter.found) >= TWICE:
            self._counter, self._latest_s = counter, time_s
            self._waiting.extend(counter.found)
