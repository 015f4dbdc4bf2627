"""The door between the page's script and `coxa.motion.watching`, opened by Pyodide in a worker.

What comes in are numbers, what goes out is JSON: nothing of JavaScript goes further than here.
Standard library and `coxa.motion.watching` only; the build packs this file beside them.
"""

import json
from typing import Any

from coxa.anatomy.sides import Side
from coxa.language import activate, later, learn
from coxa.language import gettext as _
from coxa.motion.watching.angles import Reading
from coxa.motion.watching.checking.task import Task
from coxa.motion.watching.checking.told import proposal_json, seen_json
from coxa.motion.watching.checking.watcher import CheckWatcher
from coxa.motion.watching.cues import FULL_WORDS
from coxa.motion.watching.expected import Expected
from coxa.motion.watching.faults import BY_ID, places
from coxa.motion.watching.faults.finder import Found
from coxa.motion.watching.points import INDEX, Frame
from coxa.motion.watching.repetitions import Repetition
from coxa.motion.watching.watch import Seen, Watcher
from coxa.motion.watching.worst import Worst

VIEW_WORDS = {
    "front": later("seen from the front"),
    "back": later("seen from behind"),
    "side-left": later("left side to the camera"),
    "side-right": later("right side to the camera"),
}


def speak(tag: str, words: str) -> None:
    """From now on in this language. `words` is JSON: the phrases, and the rule of the plural."""
    learn(tag, **json.loads(words))
    activate(tag)


class Coach:
    """One exercise in front of one camera, from Start to Stop. `expected` is JSON as
    `Expected.to_json` writes it, or "null" to watch for whatever repeats."""

    def __init__(self, expected: str) -> None:
        wanted = json.loads(expected)
        self.expected = Expected.from_json(wanted) if wanted else None
        self.watcher = Watcher(self.expected)
        self.partial = 0  # repetitions that went part of the way; `Seen.reps` are the full ones
        self._named: list[Found] = []  # faults since the last repetition

    def frame(self, time_s: float, image: Any, world: Any, aspect: float) -> str:
        """What is seen in one more picture, as JSON. `image` and `world` are 132 numbers each, as
        `Frame` has them, or None where nobody is in the picture; `aspect` is width / height."""
        seen = self.watcher.frame(Frame(time_s, _numbers(image), _numbers(world), aspect))
        return json.dumps(self._shown(seen))

    def report(self) -> str:
        """All until now, as `coxa measure --json` gives it."""
        return json.dumps(self.watcher.report())

    def _shown(self, seen: Seen) -> dict[str, Any]:
        reading = self._primary(seen)
        self._named += seen.faults
        ended = self._ended(seen.repetition) if seen.repetition else None
        return {
            "view": seen.view.value,
            "view_words": _(VIEW_WORDS.get(seen.view.value, "")),
            "angle": reading.value if reading else None,
            "status": reading.status.value if reading else "",
            "share": seen.progress,
            "reps": seen.reps,
            "partial": self.partial,
            "ended": ended,
            "hold_s": seen.hold_s,
            "in_position": seen.hold_s > 0.0,
            "hold": self._hold(seen.worst, seen.side) if seen.worst else None,
            "side": seen.side,
            "cue": seen.cue.words if seen.cue else "",
            "good": bool(seen.cue and seen.cue.good),
            "help": seen.help.words if seen.help else "",
        }

    def _ended(self, one: Repetition) -> dict[str, Any]:
        """A repetition that has just ended, as it is shown again: when it was, in the words of its
        first fault or of there being none, and which landmarks (their places in the row) to mark.
        """
        self.partial += not one.full
        fault = one.faults[0] if one.faults else ""
        sides: set[Side | None] = {found.side for found in self._named if found.id == fault}
        self._named.clear()
        primary = self.expected.primary if self.expected else ""
        marked = places.points(fault, sides, primary) if fault else ()
        return {
            "start_s": one.start_s,
            "peak_s": one.peak_s,
            "end_s": one.end_s,
            "side": one.side,
            "full": one.full,
            "fault": fault,
            "words": _(BY_ID[fault].cue if fault else FULL_WORDS),
            "points": [INDEX[name] for name in marked],
        }

    def _hold(self, worst: Worst, side: str) -> dict[str, Any]:
        """A hold that lasts and has a fault, as it is shown again: where that was worst."""
        primary = self.expected.primary if self.expected else ""
        marked = places.points(worst.fault, {worst.side}, primary)
        return {
            "start_s": worst.start_s,
            "worst_s": worst.time_s,
            "side": side,
            "fault": worst.fault,
            "words": _(BY_ID[worst.fault].cue),
            "points": [INDEX[name] for name in marked],
        }

    def _primary(self, seen: Seen) -> Reading | None:
        """The reading of the exercise's own coordinate; of two sides the one further along."""
        if self.expected is None:
            return None
        name = self.expected.primary
        there = [seen.readings.get(one) for one in (name, f"{name}_l", f"{name}_r")]
        known = [one for one in there if one is not None and one.value is not None]
        return max(known, key=self._gone, default=None)

    def _gone(self, reading: Reading) -> float:
        """How far along the way out a reading is, in degrees."""
        if self.expected is None or reading.value is None:
            return 0.0
        return (reading.value - self.expected.start_deg) * self.expected.sign


class Checker:
    """One side of one check in front of the camera. `task` is JSON as `Task.to_json` writes it."""

    def __init__(self, task: str) -> None:
        self.task = Task.from_json(json.loads(task))
        self.watcher = CheckWatcher(self.task)

    def frame(self, time_s: float, image: Any, world: Any, aspect: float) -> str:
        """What one more picture shows, as JSON; the arguments are those of `Coach.frame`."""
        seen = self.watcher.frame(Frame(time_s, _numbers(image), _numbers(world), aspect))
        words = _(VIEW_WORDS.get(seen.view.value, ""))
        return json.dumps(seen_json(self.watcher, seen) | {"view_words": words})

    def proposal(self) -> str:
        """What the tries until now come to, as JSON."""
        return json.dumps(proposal_json(self.watcher.proposal(), self.task))

    def end_try(self) -> None:
        """The person says that it is over."""
        self.watcher.end_try()

    def hold(self) -> None:
        """No try begins until `go`."""
        self.watcher.hold()

    def go(self) -> None:
        """A try may begin from now on."""
        self.watcher.go()

    def drop(self, number: int) -> None:
        """Strikes out a try, from 0."""
        self.watcher.drop(int(number))


def _numbers(array: Any) -> list[float] | None:
    """A JavaScript array of numbers, or any sequence of them, as a list; null as None."""
    if array is None or not hasattr(array, "__len__"):
        return None
    if hasattr(array, "to_py"):
        array = array.to_py()  # a memoryview of it
    return array.tolist() if hasattr(array, "tolist") else [float(number) for number in array]
