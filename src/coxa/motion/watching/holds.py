"""How long a position is held: a timer that runs only while the person is in it.

In position means: the primary coordinate has gone most of its expected way (or, where the exercise
is one position only, is near it), it has come to rest there, and the rest of the pose is near the
figure's on the whole. It takes more to get in than to stay in, so that a tremble at the edge does
not stop the clock. The way out does not count: a hold ends where it was last at rest.
"""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass

from coxa.anatomy.sides import BOTH
from coxa.motion.watching.angles import COORDINATES, Reading
from coxa.motion.watching.expected import Expected
from coxa.motion.watching.stillness import Resting, Settling

# Our choices: into the position, and out of it.
GETS_IN, STAYS_IN = 0.6, 0.45  # of the way of the primary coordinate
NEAR_DEG, STILL_NEAR_DEG = 20.0, 30.0  # of one position's primary coordinate
ALIKE_DEG, STILL_ALIKE_DEG = 25.0, 35.0  # the pose's other coordinates, on the mean
WAY_DEG = 15.0  # an exercise that goes less far than this is one position
BLIND_S = 1.5  # not seen for less than this: still held
OUT_S = 0.5  # out of position for less than this: still held
SHORTEST_S = 1.0  # passing through is not holding
LATEST_S = 2.0  # who is in position for so long holds it, however restlessly


@dataclass(frozen=True, slots=True)
class Hold:
    """A position that was held: seconds from start to end; `side` is left, right or both."""

    start_s: float
    end_s: float
    side: str

    @property
    def lasted_s(self) -> float:
        return self.end_s - self.start_s


@dataclass(frozen=True, slots=True)
class _Position:
    """The primary coordinate's names, and the other coordinates with their degrees."""

    primary: tuple[str, ...]
    rest: Mapping[str, float]


class HoldTimer:
    """Times the holds of an exercise, one picture at a time."""

    def __init__(self, expected: Expected) -> None:
        self.expected = expected
        self.found: list[Hold] = []
        sides = ("both",) if expected.side == "both" else BOTH
        self._positions = {str(side): _position(expected, str(side)) for side in sides}
        self._side = ""
        self._start_s = self._last_s = self._inside_s = 0.0
        self._entered: dict[str, float] = {}
        self._settling = {side: Settling(expected.way_deg) for side in self._positions}
        self._resting: Resting | None = None

    @property
    def held_s(self) -> float:
        """How long the position has been held until now, in seconds; 0 when out of it."""
        return self._last_s - self._start_s if self._side else 0.0

    @property
    def side(self) -> str:
        """Which side is held now; empty when out of position."""
        return self._side

    def add(self, time_s: float, readings: Mapping[str, Reading]) -> Hold | None:
        """The next picture's readings. A hold is given once, when it has ended."""
        if not self._side:
            self._enter(time_s, readings)
            return None
        position = self._positions[self._side]
        inside = _inside(self.expected, position, readings, staying=True)
        if inside:
            self._inside_s = time_s
            value = _primary(position, readings)
            if self._resting is None or value is None or self._resting.add(time_s, value):
                self._last_s = time_s
            return None
        patience_s = BLIND_S if inside is None else OUT_S
        return self._leave() if time_s - self._inside_s > patience_s else None

    def finish(self) -> Hold | None:
        """The recording ends while the position may still be held."""
        return self._leave(at_the_end=True) if self._side else None

    def ended(self) -> list[Hold]:
        """All holds if the recording ended here; this timer goes on as it was."""
        copy = deepcopy(self)
        copy.finish()
        return copy.found

    def _enter(self, time_s: float, readings: Mapping[str, Reading]) -> None:
        """Begins the side that has come to rest; of two, the one whose pose is more alike."""
        ready = []
        for side, position in self._positions.items():
            settling, value = self._settling[side], _primary(position, readings)
            if value is None or not _inside(self.expected, position, readings, staying=False):
                settling.restart()
                self._entered.pop(side, None)
                continue
            since_s = settling.add(time_s, value)
            if since_s is None and time_s - self._entered.setdefault(side, time_s) >= LATEST_S:
                since_s = time_s
            if since_s is not None:
                ready.append((_apart(position, readings), side, since_s, value))
        if ready:
            _, side, since_s, value = min(ready)
            self._begin(side, since_s, time_s, value)

    def _begin(self, side: str, since_s: float, time_s: float, value: float) -> None:
        self._side, self._start_s, self._last_s, self._inside_s = side, since_s, time_s, time_s
        self._resting = Resting(self.expected.way_deg, time_s, value)
        for one in self._settling.values():
            one.restart()
        self._entered.clear()

    def _leave(self, at_the_end: bool = False) -> Hold | None:
        until_s = self._last_s
        if self._resting is not None and not at_the_end:
            until_s = self._resting.until_s(until_s)
        hold = Hold(self._start_s, until_s, self._side)
        self._side = ""
        if hold.lasted_s < SHORTEST_S:
            return None
        self.found.append(hold)
        return hold


def _position(expected: Expected, side: str) -> _Position:
    """The figure's position if that is its side, else its mirror image."""
    names = _primary_names(expected)
    pose = {**dict.fromkeys(names, expected.far_deg), **expected.pose}
    if side != expected.side:
        names, pose = tuple(map(_other, names)), {_other(n): v for n, v in pose.items()}
    return _Position(names, {n: v for n, v in pose.items() if n not in names})


def _primary_names(expected: Expected) -> tuple[str, ...]:
    base = expected.primary
    if base in expected.pose or base not in {name[:-2] for name in COORDINATES}:
        return (base,)
    both = (f"{base}_l", f"{base}_r")
    return {"left": both[:1], "right": both[1:]}.get(expected.side, both)


def _other(name: str) -> str:
    swap = {"_l": "_r", "_r": "_l"}.get(name[-2:])
    return name[:-2] + swap if swap else name


def _inside(
    expected: Expected, position: _Position, readings: Mapping[str, Reading], staying: bool
) -> bool | None:
    """Whether the readings are the position; None if its primary coordinate is not seen."""
    primary = _primary(position, readings)
    if primary is None:
        return None
    if not _there(primary, expected, staying):
        return False
    return _apart(position, readings) <= (STILL_ALIKE_DEG if staying else ALIKE_DEG)


def _apart(position: _Position, readings: Mapping[str, Reading]) -> float:
    """How far the pose's other coordinates are from it, degrees on the mean; 0 if none is seen."""
    apart = [
        abs(value - degrees)
        for name, degrees in position.rest.items()
        if (value := _value(readings, name)) is not None
    ]
    return sum(apart) / len(apart) if apart else 0.0


def _primary(position: _Position, readings: Mapping[str, Reading]) -> float | None:
    """The mean of the primary coordinate's sides, in degrees; None where none was seen."""
    values = [value for n in position.primary if (value := _value(readings, n)) is not None]
    return sum(values) / len(values) if values else None


def _value(readings: Mapping[str, Reading], name: str) -> float | None:
    reading = readings.get(name)
    return None if reading is None else reading.value


def _there(value_deg: float, expected: Expected, staying: bool) -> bool:
    if expected.way_deg < WAY_DEG:
        return abs(value_deg - expected.far_deg) <= (STILL_NEAR_DEG if staying else NEAR_DEG)
    gone = (value_deg - expected.start_deg) * expected.sign / expected.way_deg
    return gone >= (STAYS_IN if staying else GETS_IN)
