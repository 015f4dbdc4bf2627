"""What an exercise itself shows of a fault is no fault in it: a free heel, a back that lies level.

Only so much as its own figure shows, with a margin, and only on the side where the figure shows
it. Whatever is beyond that is named as everywhere.
"""

from collections import deque
from collections.abc import Mapping

from coxa.anatomy.sides import BOTH, Side
from coxa.motion.watching.expected import Expected
from coxa.motion.watching.faults import BY_ID

# What the figure shows so much of, a person shows all of (our choice). On top of that comes the
# measure's own error, which is how far a fault's limits lie apart.
NEARLY = 0.75
LAST = 2  # repetitions or holds that have to be of one side before that side is the one

#: How much more than a fault's limits is right, by the fault's id and its side.
Beyond = Mapping[tuple[str, Side | None], float]


class Meant:
    """How far beyond their limits an exercise's faults are meant, on the side where it is done.

    Until a side is known, and where sides take turns, either side may show it.
    """

    def __init__(self, expected: Expected | None) -> None:
        self._side = "" if expected is None else expected.side
        self._as_shown = {} if expected is None else _beyond(expected.meant)
        self._mirrored = {(id_, _other(one)): v for (id_, one), v in self._as_shown.items()}
        ways = self._as_shown, self._mirrored
        keys = {key for way in ways for key in way}
        self._either = {key: max(way.get(key, 0.0) for way in ways) for key in keys}
        self._done: deque[str] = deque(maxlen=LAST)
        self.now: Beyond = self._either

    def worked(self, side: str) -> None:
        """A repetition has ended, or a hold has begun: left, right or both."""
        self._done.append(side)
        if self._side == "both" or len(set(self._done)) > 1:
            self.now = self._either
        else:
            self.now = self._as_shown if side == self._side else self._mirrored


def _beyond(meant: Mapping[str, float]) -> dict[tuple[str, Side | None], float]:
    """From `heel_lifts_r`, which is on the right, or `trunk_lean`, which is on the midline."""
    found = {}
    for name, value in meant.items():
        side = None if name in BY_ID else next(one for one in BOTH if name.endswith(f"_{one[0]}"))
        id_ = name if side is None else name[:-2]
        limits = BY_ID[id_].limits
        found[id_, side] = max(0.0, value / NEARLY - limits.off)
    return found


def _other(side: Side | None) -> Side | None:
    return None if side is None else side.other
