"""Whether an ankle comes to rest over the other knee by itself, seen from in front, seated.

Lengths are shares of the other shank, which hangs straight down and shows its whole length.

numbers: `lifted`, the ankle's height over the other ankle from where it is a try; `lowered`, where
that ends; `near`, how far the ankle lies from the other knee at most; `hands_off`, how far both
wrists are from the leg's knee and ankle at least; `rests_s`.
"""

from collections.abc import Sequence
from math import hypot

from coxa.language import gettext as _
from coxa.language import later
from coxa.motion.watching.certainty import OUT_OF_PLANE, Reading, rated, worst
from coxa.motion.watching.checking.lasting import Lasting
from coxa.motion.watching.checking.lines import between
from coxa.motion.watching.checking.measuring import Look, Measuring, leg_of, other_leg
from coxa.motion.watching.checking.task import Task
from coxa.motion.watching.points import at

WRISTS = at("left_wrist"), at("right_wrist")
HELD = later("Your hands held it. Let go to see whether it rests.")
NOT_YET = later("It did not come to rest on the knee.")
RESTED = later("It rested by itself. Put the foot down.")


class RestingPlace(Measuring):
    """`now` is the ankle's height over the other ankle, in shanks."""

    def __init__(self, task: Task) -> None:
        super().__init__(task)
        self._leg = leg_of(task)
        self._other = other_leg(self._leg)
        self._rests = Lasting(task.numbers["rests_s"])
        self._held = self._over = False
        self._rested: float | None = None

    def read(self, look: Look) -> Reading:
        points, aspect = look.points, look.frame.aspect
        shank = self._shank(points, aspect)
        if shank < 1e-6:
            return OUT_OF_PLANE
        _, up = between(points, self._other.ankle, self._leg.ankle, aspect)
        used = (self._leg.ankle, self._other.knee, self._other.ankle)
        return rated(up / shank, worst(points, used), 1.0)

    def wait(self, look: Look, value: float) -> None:
        numbers = self.task.numbers
        self.armed = self.armed or value < numbers["lowered"]
        if self.armed and look.ready and value >= numbers["lifted"]:
            self.begin(look.time_s)
            self._rests.reset()
            self._held, self._rested = False, None

    def go_on(self, look: Look, value: float) -> None:
        points, aspect = look.points, look.frame.aspect
        shank = self._shank(points, aspect)
        apart = hypot(*between(points, self._leg.ankle, self._other.knee, aspect)) / shank
        over, hands = apart <= self.task.numbers["near"], self._hands_on(points, aspect, shank)
        self._over = over and not hands
        self._held = self._held or (over and hands)
        self.words = look.broken or (_(HELD) if over and hands else self.task.going)
        since = self._rests.since(look.time_s, self._over and not look.broken)
        if since is not None:
            self._rested = 1.0
            self.end(look.time_s, RESTED)
        elif value < self.task.numbers["lowered"]:
            self._rested = 0.0
            self.end(look.time_s, HELD if self._held else NOT_YET)

    def _shank(self, points: Sequence[float], aspect: float) -> float:
        return hypot(*between(points, self._other.knee, self._other.ankle, aspect))

    def _hands_on(self, points: Sequence[float], aspect: float, shank: float) -> bool:
        ends = (self._leg.knee, self._leg.ankle)
        return any(
            hypot(*between(points, wrist, end, aspect)) < self.task.numbers["hands_off"] * shank
            for wrist in WRISTS
            for end in ends
        )

    def result(self) -> float | None:
        rested, self._rested = self._rested, None
        return rested

    @property
    def live(self) -> float | None:
        return float(self._over) if self.running else None
