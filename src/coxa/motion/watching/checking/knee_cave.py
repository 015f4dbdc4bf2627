"""How far the knee falls inward while it bends, seen from in front: one try a repetition.

Two things are looked at in the deeper half of it: how far the knee lies **inside the line from hip
to ankle**, as a share of the leg (0.04 is about 3 cm in an adult), and whether it lies inside the
tip of the foot. Grade 0 over the foot, 1 inside the line, 2 inside the tip of the foot as well.

numbers: `begins`, `ends` and `deep`, how far the hip comes down as a share of its height over the
ankle; `inside_line` and `inside_toe`, shares of the leg.
"""

from math import hypot

from coxa.language import later
from coxa.motion.watching.certainty import OUT_OF_PLANE, Reading, rated, worst
from coxa.motion.watching.checking.lines import across, between
from coxa.motion.watching.checking.measuring import Look, Measuring, leg_of
from coxa.motion.watching.checking.resting_level import RestingLevel
from coxa.motion.watching.checking.task import Task
from coxa.motion.watching.series import share

# Our choices. Heights of the picture: so much a standing hip may tremble.
STILL = 0.015
# Who is still for so long stands, only differently than before: with one foot in front, say. Low
# down one may pause for longer, and nobody stays there for five seconds.
PAUSES_S, STAYS_S = 1.5, 5.0
DEEPER_HALF = 0.5  # of the way down
ONE_IN_FIVE = 0.8  # of the pictures there may be better than what is graded: not one of a moment
SHALLOW = later("Bend a little deeper.")


class KneeCave(Measuring):
    """`now` is the hip's height over the ankle, in heights of the picture."""

    def __init__(self, task: Task) -> None:
        super().__init__(task)
        self._leg = leg_of(task)
        self._rest = RestingLevel(STILL)
        self._pauses, self._stays = RestingLevel(STILL, PAUSES_S), RestingLevel(STILL, STAYS_S)
        self._seen: list[tuple[float, float, float]] = []  # down, inside line, inside toe

    def read(self, look: Look) -> Reading:
        points, leg = look.points, self._leg
        _, up = between(points, leg.ankle, leg.hip, look.frame.aspect)
        used = (leg.hip, leg.knee, leg.ankle, leg.toe)
        return rated(up, worst(points, used), 1.0) if up > 0.0 else OUT_OF_PLANE

    def wait(self, look: Look, value: float) -> None:
        down, numbers = self._down(value), self.task.numbers
        self.armed = self.armed or down < numbers["ends"]
        if self.armed and not look.broken and down > numbers["begins"]:
            self.begin(look.time_s)
            self._seen = []
            self._pauses.forget()
            self._stays.forget()
        elif look.ready:
            self._rest.add(look.time_s, value)

    def go_on(self, look: Look, value: float) -> None:
        down, numbers = self._down(value), self.task.numbers
        self._seen.append((down, *self._inside(look, self._rest.level or value)))
        self.share = min(1.0, max(0.0, down / numbers["deep"]))
        stands = self._stands(look.time_s, value)
        if stands is not None:
            self._rest.level = stands
            self.abandon()
        elif down < numbers["ends"]:
            deep = max(one[0] for one in self._seen) >= numbers["deep"]
            self.end(look.time_s, "" if deep else SHALLOW)
            self.armed = True

    def _stands(self, time_s: float, value: float) -> float | None:
        """The hip's height of somebody who only stands differently; None while it is a bend."""
        self._pauses.add(time_s, value)
        self._stays.add(time_s, value)
        paused = self._pauses.level
        if paused is not None and self._down(paused) < self.task.numbers["deep"]:
            return paused
        return self._stays.level

    def _down(self, value: float) -> float:
        """How far the hip has come down, as a share of its height while standing."""
        level = self._rest.level
        return 1.0 - value / level if level else 0.0

    def _inside(self, look: Look, long: float) -> tuple[float, float]:
        """How far inside the line, and inside the tip of the foot, as shares of the leg."""
        points, leg, wide = look.points, self._leg, across(look)
        x, up = between(points, leg.ankle, leg.hip, wide)
        knee_x, knee_up = between(points, leg.ankle, leg.knee, wide)
        toe_x, _ = between(points, leg.knee, leg.toe, wide)
        # From the ankle up to the hip, inward is to the right of the left leg's line.
        inside = leg.outward * (x * knee_up - up * knee_x) / max(hypot(x, up), 1e-6)
        return inside / long, leg.outward * toe_x / long

    def result(self) -> float | None:
        deepest = max((down for down, _, _ in self._seen), default=0.0)
        if deepest < self.task.numbers["deep"]:
            return None
        deep = [one for one in self._seen if one[0] >= DEEPER_HALF * deepest]
        inside_line = share([one[1] for one in deep], ONE_IN_FIVE)
        inside_toe = share([one[2] for one in deep], ONE_IN_FIVE)
        return float(self._grade(inside_line, inside_toe))

    def _grade(self, inside_line: float, inside_toe: float) -> int:
        if inside_line < self.task.numbers["inside_line"]:
            return 0
        return 2 if inside_toe >= self.task.numbers["inside_toe"] else 1

    @property
    def live(self) -> float | None:
        if not self._seen or not self.running:
            return None
        return float(self._grade(*self._seen[-1][1:]))
