"""The angle at which a limb comes to rest by itself: the hanging thigh.

numbers: `still_s` so long; `still_deg` it moves no more than this meanwhile; `least_deg` and
`most_deg` between which it can be; `moved_deg` away from there, and a new try begins.
"""

from collections import deque

from coxa.language import later
from coxa.motion.watching.certainty import Reading
from coxa.motion.watching.checking.kept import GAP_S
from coxa.motion.watching.checking.lines import LINES
from coxa.motion.watching.checking.measuring import Look, Measuring, leg_of
from coxa.motion.watching.checking.task import Task

AGAIN = later("Noted. Draw the knee up and let it hang again for the next try.")


class RestingAngle(Measuring):
    def __init__(self, task: Task) -> None:
        super().__init__(task)
        self._line = LINES[task.line]
        self._leg = leg_of(task)
        self._window: deque[tuple[float, float]] = deque()
        self._found: float | None = None
        self._rested: float | None = None  # where the try before came to rest

    def read(self, look: Look) -> Reading:
        return self._line(look, self._leg)

    def wait(self, look: Look, value: float) -> None:
        if self._rested is not None and abs(value - self._rested) < self.task.numbers["moved_deg"]:
            return
        self._rested = None
        if look.ready and not look.broken and self._inside(value):
            self.begin(look.time_s)

    def go_on(self, look: Look, value: float) -> None:
        if look.broken or not self._inside(value):
            self._window.clear()
            self.abandon(look.broken)
        else:
            self._watch(look.time_s, value)

    def _inside(self, value: float) -> bool:
        numbers = self.task.numbers
        return numbers["least_deg"] <= value <= numbers["most_deg"]

    def _watch(self, time_s: float, value: float) -> None:
        """Keeps the last seconds in which it was still; long enough, and the try is there."""
        numbers, window = self.task.numbers, self._window
        if window and time_s - window[-1][0] > GAP_S:
            window.clear()
        window.append((time_s, value))
        values = [one for _, one in window]
        while max(values) - min(values) > numbers["still_deg"]:
            window.popleft()
            values.pop(0)
        self.share = min(1.0, (time_s - window[0][0]) / numbers["still_s"])
        if self.share >= 1.0:
            self._found = sorted(values)[len(values) // 2]
            self._rested = self._found
            self.end(time_s, AGAIN)
            window.clear()

    def unseen(self) -> None:
        self._window.clear()

    def result(self) -> float | None:
        found, self._found = self._found, None
        return found
