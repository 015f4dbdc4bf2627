"""How long somebody stands on one leg: until the other foot touches down, or control is lost.

numbers: `limit_s`; `lifted` and `down`, how high the free ankle is above the other, as shares of
the leg; `moved`, how far the standing foot may go; optional `hip_sinks_deg` below level and
`trunk_leans_deg`, either of which ends it when it lasts for half a second.
"""

from collections.abc import Sequence
from math import hypot

from coxa.language import later
from coxa.motion.watching.certainty import OUT_OF_PLANE, Reading, rated, worst
from coxa.motion.watching.checking.lasting import Lasting
from coxa.motion.watching.checking.lines import between
from coxa.motion.watching.checking.measuring import Look, Measuring, leg_of, other_leg
from coxa.motion.watching.checking.task import Task

# Our choices: a foot counts as lifted, and as down again, when it was so for this long.
LIFTED_S = 0.3
DOWN_S = 0.15
LOST_CONTROL_S = 0.5
WHOLE = later("You stood the whole time.")


class StillTime(Measuring):
    """`now` is the height of the free foot over the other, as a share of the leg."""

    def __init__(self, task: Task) -> None:
        super().__init__(task)
        self._leg = leg_of(task)
        self._free = other_leg(self._leg)
        self._lifted = Lasting(LIFTED_S)
        self._place: tuple[float, float] | None = None
        self._ends: dict[str, Lasting] = {}

    def read(self, look: Look) -> Reading:
        points = look.points
        long = _long(points, self._leg.hip, self._leg.ankle, look.frame.aspect)
        if long < 1e-6:
            return OUT_OF_PLANE
        _, up = between(points, self._leg.ankle, self._free.ankle, look.frame.aspect)
        used = (self._leg.hip, self._leg.ankle, self._free.ankle)
        return rated(up / long, worst(points, used), 1.0)

    def wait(self, look: Look, value: float) -> None:
        self.armed = self.armed or value < self.task.numbers["down"]
        lifted = self.armed and look.ready and value >= self.task.numbers["lifted"]
        lifted_s = self._lifted.since(look.time_s, lifted)
        if lifted_s is not None:
            self.begin(lifted_s)
            self._place, self._ends = None, {}

    def go_on(self, look: Look, value: float) -> None:
        limit = self.task.numbers["limit_s"]
        self.share = min(1.0, self.seconds / limit)
        over = self._over(look, value)
        whole_s = self.began_s + limit
        if look.time_s >= whole_s and (over is None or over[0] >= whole_s):
            over = whole_s, WHOLE
        if over is not None:
            self.end(max(self.began_s, over[0]), over[1])
            self._lifted.reset()

    def _over(self, look: Look, value: float) -> tuple[float, str] | None:
        """Since when it is over, and why; None while it goes on."""
        numbers = self.task.numbers
        ends = {
            later("Your foot touched down."): (DOWN_S, value < numbers["down"]),
            later("Your standing foot moved."): (DOWN_S, self._moved(look) > numbers["moved"]),
        }
        if "hip_sinks_deg" in numbers:
            sunk = self._sunk(look) > numbers["hip_sinks_deg"]
            ends[later("Your free hip sank.")] = (LOST_CONTROL_S, sunk)
        if "trunk_leans_deg" in numbers:
            leans = _value(look, "trunk_list")
            leant = abs(leans) > numbers["trunk_leans_deg"]
            ends[later("Your trunk leaned.")] = (LOST_CONTROL_S, leant)
        for said, (lasts_s, is_so) in ends.items():
            since = self._ends.setdefault(said, Lasting(lasts_s)).since(look.time_s, is_so)
            if since is not None:
                return since, said
        return None

    def _moved(self, look: Look) -> float:
        """How far the standing foot is from where it stood, as a share of the leg."""
        points, aspect, ankle = look.points, look.frame.aspect, self._leg.ankle
        here = points[ankle] * aspect, points[ankle + 1]
        if self._place is None:
            self._place = here
        long = _long(points, self._leg.hip, ankle, aspect)
        return hypot(here[0] - self._place[0], here[1] - self._place[1]) / long

    def _sunk(self, look: Look) -> float:
        """Degrees by which the free hip is below the other."""
        return _value(look, "pelvic_drop") * (1.0 if self._free.letter == "r" else -1.0)

    @property
    def live(self) -> float | None:
        return self.seconds

    def result(self) -> float | None:
        return min(round(self.lasted_s, 3), self.task.numbers["limit_s"])


def _value(look: Look, coordinate: str) -> float:
    """0, which ends nothing, where it cannot be read."""
    reading = look.readings.get(coordinate)
    return reading.value if reading is not None and reading.value is not None else 0.0


def _long(points: Sequence[float], start: int, end: int, aspect: float) -> float:
    return hypot(*between(points, start, end, aspect))
