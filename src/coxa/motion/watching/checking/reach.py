"""How far down the legs the fingertips reach and stay, seen from a side.

Their height over the ankle as a share of the knee's: 1 at the knee, 0 at the ankle, below it minus.

numbers: `begins_deg` and `ends_deg`, the trunk's lean; `held_s`; and the heights at or below which
a grade is reached, from 1 upwards: `grade_1`, `grade_2`, ...
"""

from coxa.language import later
from coxa.motion.watching.certainty import NOT_VISIBLE, OUT_OF_PLANE, Reading, rated, worst
from coxa.motion.watching.checking.kept import Kept
from coxa.motion.watching.checking.lines import between
from coxa.motion.watching.checking.measuring import Look, Measuring, near_leg
from coxa.motion.watching.checking.task import Task
from coxa.motion.watching.points import at

FINGERTIPS = {"l": at("left_index"), "r": at("right_index")}
SHORT_OF = later("That was too quick. Stay down for a moment.")


class Reach(Measuring):
    def __init__(self, task: Task) -> None:
        super().__init__(task)
        numbers = task.numbers
        self._marks = [numbers[f"grade_{one}"] for one in range(1, len(task.options))]
        self._kept = Kept(numbers["held_s"])

    def read(self, look: Look) -> Reading:
        points, leg = look.points, near_leg(look.view)
        tips = FINGERTIPS[leg.letter]
        _, knee = between(points, leg.ankle, leg.knee, look.frame.aspect)
        _, hand = between(points, leg.ankle, tips, look.frame.aspect)
        if knee < 1e-6:
            return OUT_OF_PLANE
        return rated(hand / knee, worst(points, (leg.knee, leg.ankle, tips)), 1.0)

    def wait(self, look: Look, value: float) -> None:  # noqa: ARG002 - the trunk tells
        lean = self._lean(look)
        if lean is None:
            return
        self.armed = self.armed or lean < self.task.numbers["ends_deg"]
        if self.armed and look.ready and lean >= self.task.numbers["begins_deg"]:
            self.begin(look.time_s)
            self._kept = Kept(self.task.numbers["held_s"])

    def go_on(self, look: Look, value: float) -> None:
        if look.broken:
            self._kept.interrupt()
        else:
            self._kept.add(look.time_s, -value)  # lower is farther
        self.words = look.broken or self.task.going
        self.share = 1.0 if self._kept.now is not None else 0.0
        lean = self._lean(look)
        if lean is not None and lean < self.task.numbers["ends_deg"]:
            self.end(look.time_s, "" if self._kept.best is not None else SHORT_OF)
            self.armed = True

    def _lean(self, look: Look) -> float | None:
        return look.readings.get("trunk_lean", NOT_VISIBLE).value

    def unseen(self) -> None:
        self._kept.interrupt()

    def result(self) -> float | None:
        return None if self._kept.best is None else float(self._grade(-self._kept.best))

    def _grade(self, height: float) -> int:
        return sum(height <= mark for mark in self._marks)

    @property
    def live(self) -> float | None:
        if not self.running or self.now.value is None:
            return None
        return float(self._grade(self.now.value))
