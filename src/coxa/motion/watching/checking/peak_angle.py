"""The farthest angle that is kept for half a second: a leg raised, spread or turned, and lowered.

numbers: `begins_deg` from where it is a try; `held_s`.
"""

from coxa.language import gettext as _
from coxa.language import later
from coxa.motion.watching.certainty import Reading
from coxa.motion.watching.checking.kept import Kept
from coxa.motion.watching.checking.lines import LINES
from coxa.motion.watching.checking.measuring import Look, Measuring, leg_of
from coxa.motion.watching.checking.task import Task

# Our choices. A try ends a good way down from its own peak, since not everybody comes back to the
# start between two; the next begins a little above where that one ended.
ENDS_AT_SHARE = 0.4
AGAIN_DEG = 5.0
NEAR_DEG = 3.0  # so close to the best until now is "hold it"
SWUNG = later("That was too quick. Hold it still for a moment before you come back.")


class PeakAngle(Measuring):
    def __init__(self, task: Task) -> None:
        super().__init__(task)
        self._line = LINES[task.line]
        self._leg = leg_of(task)
        self._begins = task.numbers["begins_deg"]
        self._kept = Kept(task.numbers["held_s"])
        self._highest = 0.0

    def read(self, look: Look) -> Reading:
        return self._line(look, self._leg)

    def wait(self, look: Look, value: float) -> None:
        self.armed = self.armed or value < self._ends()
        high = value >= max(self._begins, self._ends() + AGAIN_DEG)
        if self.armed and high and look.ready and not look.broken:
            self.begin(look.time_s)
            self._kept, self._highest = Kept(self.task.numbers["held_s"]), value

    def go_on(self, look: Look, value: float) -> None:
        if look.broken:
            self._kept.interrupt()
        else:
            self._kept.add(look.time_s, value)
            self._highest = max(self._highest, value)
        best = self._kept.best
        self.share = min(1.0, max(0.0, (best or 0.0) / self._highest)) if self._highest > 0 else 0.0
        near = best is None or value >= best - NEAR_DEG
        self.words = look.broken or (self.task.going if near else _("Now come back slowly."))
        if value < self._ends():
            self.end(look.time_s, "" if best is not None else SWUNG)
            self.armed = True

    def _ends(self) -> float:
        """Below which a try is over."""
        return max(self._begins - AGAIN_DEG, ENDS_AT_SHARE * self._highest)

    def unseen(self) -> None:
        self._kept.interrupt()

    def result(self) -> float | None:
        return self._kept.best
