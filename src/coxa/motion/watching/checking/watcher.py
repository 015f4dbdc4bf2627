"""Watches one side of one check: landmarks in, what is seen out, and the tries until now."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from coxa.motion.watching.angles import readings
from coxa.motion.watching.certainty import Status
from coxa.motion.watching.checking.count_in_time import CountInTime
from coxa.motion.watching.checking.hold_time import HoldTime
from coxa.motion.watching.checking.knee_cave import KneeCave
from coxa.motion.watching.checking.lines import pelvic_tip
from coxa.motion.watching.checking.measuring import ENDED, STOPPED, Look, Measuring, near_leg
from coxa.motion.watching.checking.peak_angle import PeakAngle
from coxa.motion.watching.checking.pictured import pictured
from coxa.motion.watching.checking.reach import Reach
from coxa.motion.watching.checking.resting_angle import RestingAngle
from coxa.motion.watching.checking.resting_place import RestingPlace
from coxa.motion.watching.checking.still_time import StillTime
from coxa.motion.watching.checking.task import Task
from coxa.motion.watching.checking.tries import Proposal, Try, enough, proposed
from coxa.motion.watching.points import Frame
from coxa.motion.watching.setting_up import Help, SettingUp
from coxa.motion.watching.smoothing import Smoother
from coxa.motion.watching.view import View, ViewFinder

KINDS: Mapping[str, Callable[[Task], Measuring]] = MappingProxyType(
    {
        "peak_angle": PeakAngle,
        "resting_angle": RestingAngle,
        "resting_place": RestingPlace,
        "still_time": StillTime,
        "hold_time": HoldTime,
        "count_in_time": CountInTime,
        "knee_cave": KneeCave,
        "reach": Reach,
    }
)
TOLD_S = 3.0  # so long it is said what became of a try: our choice
GETTING_READY, READY, RUNNING, DONE = "getting_ready", "ready", "running", "done"


@dataclass(frozen=True, slots=True)
class CheckSeen:
    """What one picture showed.

    `phase`: *getting_ready* until all that is needed is seen, *ready* to begin the next try,
    *running*, and *done* once no further try is needed (more are still taken). `value` is live, in
    the check's unit; `share` (0 to 1) how far the try is. `help` is what to change before the
    camera, `words` what to do, or why a try ended.
    """

    phase: str
    view: View
    value: float | None
    status: Status
    seconds: float
    reps: int
    share: float
    words: str
    help: Help | None


class CheckWatcher:
    """One side of one check. Raises KeyError for a kind or numbers that there are not."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.measuring = KINDS[task.kind](task)
        self._smoother = Smoother()
        self._finder = ViewFinder()
        self._setting_up = SettingUp(task.set_up())
        self._time_s: float | None = None
        self._ran_s: float | None = None  # when a try was last under way

    def frame(self, frame: Frame) -> CheckSeen:
        """One picture more. A picture from before the last changes nothing."""
        if self._time_s is not None and frame.time_s <= self._time_s:
            return self._seen("")
        self._time_s = frame.time_s
        frame = pictured(frame, self.task)
        view = self._finder.add(frame)
        smooth = self._smoother.add(frame)
        now = readings(smooth, view)
        self._setting_up.add(frame, view)
        now["pelvic_tip"] = pelvic_tip(now)
        near = near_leg(view).letter
        broken = next((one.words for one in self.task.keep if one.broken(now, near)), "")
        self.measuring.add(Look(smooth, view, now, self._setting_up.ready, broken))
        return self._seen(broken)

    def tries(self) -> list[Try]:
        """All that have ended."""
        return list(self.measuring.tries)

    def proposal(self) -> Proposal:
        return proposed(self.measuring.tries, self.task)

    def end_try(self) -> None:
        """The person says that it is over; what was measured until now counts."""
        if self._time_s is not None:
            self.measuring.end(self._time_s, STOPPED)

    def hold(self) -> None:
        """No try begins until `go`; the start is learned meanwhile."""
        self.measuring.held = True

    def go(self) -> None:
        self.measuring.held = False

    def finish(self) -> None:
        """There are no more pictures: what is under way ends here, if it can count."""
        if self._time_s is not None:
            self.measuring.end(self._time_s, ENDED)

    def drop(self, number: int) -> None:
        """Strikes out that try, from 0. IndexError if there is none."""
        del self.measuring.tries[number]

    def _seen(self, broken: str) -> CheckSeen:
        measuring = self.measuring
        phase = self._phase()
        words = self._words(phase, broken)
        return CheckSeen(
            phase=phase,
            view=self._finder.view,
            value=measuring.live,
            status=measuring.now.status,
            seconds=measuring.seconds,
            reps=measuring.reps,
            share=measuring.share,
            words=words,
            help=self._setting_up.help,
        )

    def _words(self, phase: str, broken: str) -> str:
        """What to do; for a moment after a try, what became of it."""
        now_s = self._time_s or 0.0
        if phase == RUNNING:
            self._ran_s = now_s
            return self.measuring.words
        if self._ran_s is not None and now_s - self._ran_s < TOLD_S and self.measuring.words:
            return self.measuring.words
        return broken or self.task.begin if phase == READY else ""

    def _phase(self) -> str:
        if self.measuring.running:
            return RUNNING
        if enough([one.value for one in self.measuring.tries], self.task):
            return DONE
        return READY if self._setting_up.ready else GETTING_READY
