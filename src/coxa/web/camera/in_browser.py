"""The door between the page's script and `coxa.motion.watching`, opened by Pyodide in a worker.

What comes in are numbers, what goes out is JSON: nothing of JavaScript goes further than here.
Standard library and `coxa.motion.watching` only; the build packs this file beside them.
"""

import json
from typing import Any

from coxa.motion.watching.angles import Reading
from coxa.motion.watching.expected import Expected
from coxa.motion.watching.points import Frame
from coxa.motion.watching.watch import Seen, Watcher

VIEW_WORDS = {
    "front": "seen from the front",
    "back": "seen from behind",
    "side-left": "left side to the camera",
    "side-right": "right side to the camera",
}


class Coach:
    """One exercise in front of one camera, from Start to Stop. `expected` is JSON as
    `Expected.to_json` writes it, or "null" to watch for whatever repeats."""

    def __init__(self, expected: str) -> None:
        wanted = json.loads(expected)
        self.expected = Expected.from_json(wanted) if wanted else None
        self.watcher = Watcher(self.expected)

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
        return {
            "view": seen.view.value,
            "view_words": VIEW_WORDS.get(seen.view.value, ""),
            "angle": reading.value if reading else None,
            "status": reading.status.value if reading else "",
            "share": seen.progress,
            "reps": seen.reps,
            "hold_s": seen.hold_s,
            "in_position": seen.hold_s > 0.0,
            "side": seen.side,
            "cue": seen.cue.words if seen.cue else "",
            "good": bool(seen.cue and seen.cue.good),
            "help": seen.help.words if seen.help else "",
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


def _numbers(array: Any) -> list[float] | None:
    """A JavaScript array of numbers, or any sequence of them, as a list; null as None."""
    if array is None or not hasattr(array, "__len__"):
        return None
    plain = array.to_py() if hasattr(array, "to_py") else array
    return [float(number) for number in plain]
