"""What every kind of measuring has in common: a picture at a time, and tries that begin and end."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from coxa.language import gettext as _
from coxa.language import later
from coxa.motion.watching.certainty import NOT_VISIBLE, OUT_OF_PLANE, Reading
from coxa.motion.watching.checking.task import Task
from coxa.motion.watching.checking.tries import Try
from coxa.motion.watching.limbs import LEFT_LEG, RIGHT_LEG, Leg
from coxa.motion.watching.points import Frame
from coxa.motion.watching.view import View

LOST_S = 2.0  # so long out of sight ends a try: our choice
LOST = later("I lost sight of you.")
STOPPED = later("You ended this try.")
ENDED = later("The recording ended here.")


@dataclass(frozen=True, slots=True)
class Look:
    """One smoothed picture and what is known about it.

    `ready`: everything needed was seen for a second before. `broken` is what to say where a
    condition of the check is not kept, "" if all are.
    """

    frame: Frame
    view: View
    readings: dict[str, Reading]
    ready: bool
    broken: str

    @property
    def time_s(self) -> float:
        return self.frame.time_s

    @property
    def points(self) -> Sequence[float]:
        """The numbers of the picture; none where it has nobody in it."""
        return self.frame.image or ()


class Measuring(ABC):
    """One way to measure. `now` is what it follows, picture by picture."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.tries: list[Try] = []
        self.now: Reading = NOT_VISIBLE
        self.running = False  # a try is under way
        self.held = False  # no try may begin, whatever is seen
        self.armed = True  # back at the start since the last try: another may begin
        self.began_s = 0.0
        self.seconds = 0.0
        self.lasted_s = 0.0  # of the try that ended last
        self.reps = 0
        self.share = 0.0
        self.words = ""
        self._sure: list[float] = []
        self._seen_s = 0.0

    @property
    def live(self) -> float | None:
        """The value as it is now, in the check's unit; None where there is none to show."""
        return self.now.value

    @property
    def seconds_of(self) -> float | None:
        """The end of the clock, where there is one."""
        return self.task.numbers.get("limit_s")

    def add(self, look: Look) -> None:
        """The next picture."""
        self.now = self._shown(look) or self.read(look)
        value = self.now.value
        if value is None:
            self._unseen(look.time_s)
        else:
            self._seen_s = look.time_s
            if not self.running:
                self.wait(look, value)
            if self.running:
                self.seconds = look.time_s - self.began_s
                self._sure.append(self.now.confidence)
                self.go_on(look, value)

    @abstractmethod
    def read(self, look: Look) -> Reading:
        """The live value of one picture."""

    @abstractmethod
    def wait(self, look: Look, value: float) -> None:
        """No try is under way: that value may begin one."""

    @abstractmethod
    def go_on(self, look: Look, value: float) -> None:
        """What that value means for the running try, `seconds` long; it may end it."""

    @abstractmethod
    def result(self) -> float | None:
        """What a try of `lasted_s` seconds that ends now comes to; None if it does not count."""

    def unseen(self) -> None:  # noqa: B027 - most need do nothing
        """The value cannot be read in this picture of a running try."""

    def _unseen(self, time_s: float) -> None:
        if self.running:
            self.unseen()
            if time_s - self._seen_s > LOST_S:
                self.end(self._seen_s, LOST)

    def _shown(self, look: Look) -> Reading | None:
        """Why nothing can be read from this picture; None if it can."""
        if look.frame.image is None:
            return NOT_VISIBLE
        return None if look.view.value in self.task.views else OUT_OF_PLANE

    def begin(self, time_s: float) -> None:
        if self.held:
            return
        self.running, self.armed, self.began_s = True, False, time_s
        self._sure, self.reps, self.share = [], 0, 0.0
        self.words = self.task.going

    def abandon(self, said: str = "") -> None:
        """What was under way was no try."""
        self.running, self.seconds, self.share, self.words = False, 0.0, 0.0, said

    def end(self, end_s: float, said: str = "") -> None:
        """Ends a running try; it is kept if it counts. `said` is said in the language in use."""
        if not self.running:
            return
        said = _(said)
        self.lasted_s = end_s - self.began_s
        value = self.result()
        if value is not None:
            sure = sum(self._sure) / len(self._sure) if self._sure else 0.0
            self.tries.append(Try(value, self.task.side, self.began_s, end_s, sure, said))
        self.abandon(said)


def leg_of(task: Task) -> Leg:
    """The working leg."""
    return RIGHT_LEG if task.side == "right" else LEFT_LEG


def other_leg(leg: Leg) -> Leg:
    return LEFT_LEG if leg is RIGHT_LEG else RIGHT_LEG


def near_leg(view: View) -> Leg:
    """The leg that is nearer to a camera at a side."""
    return RIGHT_LEG if view is View.RIGHT else LEFT_LEG
