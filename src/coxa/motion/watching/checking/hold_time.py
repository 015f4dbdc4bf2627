"""How long the body is held straight in a side plank: until the hips sink.

numbers: `limit_s`; `straight`, how far the hips may be below the line from shoulder to ankle when
it begins, and `sinks`, how much lower than at the beginning they may come, both as shares of the
trunk; `off_floor`, how high the shoulder is over the ankle, as a share of the trunk: lying flat is
no plank.
"""

from math import hypot

from coxa.language import gettext as _
from coxa.language import later
from coxa.motion.watching.certainty import OUT_OF_PLANE, Reading, rated, worst
from coxa.motion.watching.checking.lasting import Lasting
from coxa.motion.watching.checking.lines import Flat, between
from coxa.motion.watching.checking.measuring import Look, Measuring, leg_of
from coxa.motion.watching.checking.task import Task

BEGINS_S, SUNK_S, SETTLES_S = 0.5, 0.5, 2.0  # our choices
WHOLE = later("You held it the whole time.")


class HoldTime(Measuring):
    """`now` is how far the hip is below the line from shoulder to ankle, as a share of the
    trunk."""

    def __init__(self, task: Task) -> None:
        super().__init__(task)
        self._leg = leg_of(task)
        self._straight = Lasting(BEGINS_S)
        self._sunk = Lasting(SUNK_S)
        self._at_first = 0.0

    def read(self, look: Look) -> Reading:
        points, aspect, leg = look.points, look.frame.aspect, self._leg
        trunk = between(points, leg.shoulder, leg.hip, aspect)
        line = between(points, leg.shoulder, leg.ankle, aspect)
        below = sag(trunk, line)
        if below is None:
            return OUT_OF_PLANE
        return rated(below, worst(points, (leg.shoulder, leg.hip, leg.ankle)), 1.0)

    def wait(self, look: Look, value: float) -> None:
        up = value <= self.task.numbers["straight"] and self._off_floor(look)
        self.armed = self.armed or not up
        since = self._straight.since(look.time_s, up and self.armed and look.ready)
        if since is not None:
            self.begin(since)
            self._at_first = value
            self._sunk.reset()

    def go_on(self, look: Look, value: float) -> None:
        numbers, lasted = self.task.numbers, self.seconds
        if lasted < SETTLES_S:
            self._at_first = min(value, self._at_first)
        self.share = min(1.0, lasted / numbers["limit_s"])
        # A body that begins with its hips high may come down to straight.
        allowed = max(self._at_first, 0.0) + numbers["sinks"]
        sunk_s = self._sunk.since(look.time_s, value > allowed)
        if sunk_s is not None:
            self._over(sunk_s, _("Your hips sank."))
        elif lasted >= numbers["limit_s"]:
            self._over(self.began_s + numbers["limit_s"], WHOLE)

    def _over(self, end_s: float, said: str) -> None:
        self.end(end_s, said)
        self._straight.reset()

    def _off_floor(self, look: Look) -> bool:
        points, leg = look.points, self._leg
        x, up = between(points, leg.ankle, leg.shoulder, look.frame.aspect)
        trunk = hypot(*between(points, leg.shoulder, leg.hip, look.frame.aspect))
        lying = abs(x) > abs(up)  # standing is no plank either
        return lying and up > self.task.numbers["off_floor"] * trunk

    @property
    def live(self) -> float | None:
        return self.seconds

    def result(self) -> float | None:
        return min(round(self.lasted_s, 3), self.task.numbers["limit_s"])


def sag(trunk: Flat, line: Flat) -> float | None:
    """How far the hip is below the line from the shoulder to the ankle, as a share of the trunk.

    `trunk` is from shoulder to hip, `line` from shoulder to ankle, y up. Minus is above. None
    where points fall together.
    """
    long, trunk_long = hypot(*line), hypot(*trunk)
    if long < 1e-6 or trunk_long < 1e-6:
        return None
    turned = line[0] * trunk[1] - line[1] * trunk[0]
    # Below is to the right of a line that goes to the picture's right, and left of the other.
    return (-turned if line[0] > 0.0 else turned) / (long * trunk_long)
