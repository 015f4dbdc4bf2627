"""How much was left after the last sets of strength exercises, week by week.

Two or three left is what the plan aims at once an exercise is learnt (our choice). People guess
this to within about three repetitions, so that no load is worked out from it.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from typing import get_args

from coxa.coaching.blocks import monday_of
from coxa.coaching.progress.told import Told
from coxa.training.log import Effort

LEFT: tuple[Effort, ...] = get_args(Effort)


@dataclass(frozen=True)
class EffortWeek:
    """How often each answer was given in one Monday week."""

    monday: date
    counts: dict[Effort, int]

    @property
    def told(self) -> int:
        return sum(self.counts.values())

    def share(self, left: Effort) -> float:
        """From 0 to 1."""
        return self.counts[left] / self.told


def effort_of(told: Told) -> tuple[EffortWeek, ...]:
    """The weeks in which anything was said, oldest first."""
    weeks: dict[date, Counter[Effort]] = defaultdict(Counter)
    for record in told.records:
        if record.efforts:
            weeks[monday_of(record.day)].update(one.left for one in record.efforts)
    return tuple(
        EffortWeek(monday, {left: weeks[monday][left] for left in LEFT}) for monday in sorted(weeks)
    )
