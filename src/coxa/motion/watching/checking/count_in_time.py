"""How often somebody comes all the way up: chair stands in 30 seconds, bridges until tired.

`line` is the coordinate, without its side; of a check for both legs the near one is read.

numbers: `full_deg`, the coordinate all the way up; `start_deg`, how far from that it is at least
where one begins; `up` and `down`, the shares of the own way from which it counts and below which
the next may begin; `limit_s` with `half`, the share that counts at the end of the clock, or
`misses` in a row and `pause_s` without a movement, either of which ends it.
"""

from coxa.language import gettext as _
from coxa.language import later
from coxa.motion.watching.certainty import NOT_VISIBLE, Reading
from coxa.motion.watching.checking.measuring import Look, Measuring, leg_of, near_leg
from coxa.motion.watching.checking.resting_level import RestingLevel
from coxa.motion.watching.checking.task import Task

# Our choices, as shares of the own way.
STARTS = 0.1  # the clock starts with the first movement
NO_TRY = 0.5  # who comes back from below this without a count has only shifted in the seat
STILL_DEG = 6.0  # landmarks tremble: so much is still at rest
ALL_OF_IT = later("That was the whole time.")


class CountInTime(Measuring):
    def __init__(self, task: Task) -> None:
        super().__init__(task)
        self._full = task.numbers["full_deg"]
        self._rest = RestingLevel(STILL_DEG)
        self._armed = True  # below, so that the next way up may count
        self._peak = 0.0  # since it was below last
        self._misses = 0
        self._below_s = 0.0  # when it came down last

    def read(self, look: Look) -> Reading:
        leg = near_leg(look.view) if self.task.side == "both" else leg_of(self.task)
        return look.readings.get(f"{self.task.line}_{leg.letter}", NOT_VISIBLE)

    def wait(self, look: Look, value: float) -> None:
        """Sits or lies still: that is the start. Moves from there: that is the first movement."""
        if not look.ready:
            self._rest.forget()
            return
        level = self._rest.level
        if level is not None and not look.broken and self._way(value) > STARTS:
            self.begin(look.time_s)
            self._armed, self._peak, self._misses = True, 0.0, 0
            self._below_s = look.time_s
            return
        if abs(value - self._full) < self.task.numbers["start_deg"]:
            self.words = self.task.begin
            return
        self._rest.add(look.time_s, value)

    def _way(self, value: float) -> float:
        """0 at the person's own start, 1 all the way up."""
        rest = self._rest.level
        if rest is None or abs(rest - self._full) < 1e-6:
            return 0.0
        return (rest - value) / (rest - self._full)

    def go_on(self, look: Look, value: float) -> None:
        numbers, time_s, way = self.task.numbers, look.time_s, self._way(value)
        limit = numbers.get("limit_s")
        if limit is not None and self.seconds >= limit:
            self.reps += self._armed and way > numbers["half"]
            self.end(self.began_s + limit, ALL_OF_IT)
            return
        self.share = self.seconds / limit if limit else min(1.0, max(0.0, way))
        self._peak = max(self._peak, way)
        if self._armed and way >= numbers["up"]:
            self._armed, self._misses, self.words = False, 0, self.task.going
            self.reps += 1
        elif way <= numbers["down"]:
            self._come_down(time_s, way)

    def _come_down(self, time_s: float, way: float) -> None:
        numbers = self.task.numbers
        if not self._armed or self._peak >= NO_TRY:
            if self._armed:  # it went up, and not far enough to count
                self._misses += 1
                self.words = _("That one was not all the way up.")
            self._armed, self._peak, self._below_s = True, way, time_s
        if self.reps == 0 and self._misses == 0 and way < STARTS / 2:
            self.abandon()  # only shifted
        elif self._misses >= numbers.get("misses", float("inf")):
            self.end(time_s, _("The last ones were not all the way up."))
        elif time_s - self._below_s >= numbers.get("pause_s", float("inf")):
            self.end(self._below_s, _("You stopped."))

    def end(self, end_s: float, said: str = "") -> None:
        super().end(end_s, said)
        self._rest.forget()

    def result(self) -> float | None:
        # Nobody who stopped before the first one has done none: that would be a number.
        return float(self.reps) if self.reps or "limit_s" in self.task.numbers else None

    @property
    def live(self) -> float | None:
        return float(self.reps)
