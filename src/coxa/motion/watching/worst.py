"""Where a hold was worst: the moment that is worth seeing again."""

from collections.abc import Mapping
from dataclasses import dataclass

from coxa.anatomy.sides import Side

Places = Mapping[tuple[str, Side | None], float]


@dataclass(frozen=True, slots=True)
class Worst:
    """Of a hold that began at `start_s`: its most important fault, whose side that is, when it was
    worst, and its measure then."""

    fault: str
    side: Side | None
    start_s: float
    time_s: float
    value: float


class WorstOfHold:
    """Follows a hold from its beginning to its end. `order` has the faults' ids, the most important
    first: one that harms is shown before one that is untidy, however far that one went."""

    def __init__(self, order: tuple[str, ...]) -> None:
        self._rank = {fault: at for at, fault in enumerate(order)}
        self._worst: Worst | None = None

    def add(self, time_s: float, held_s: float, faults: Places) -> Worst | None:
        """One more picture: for how long it is held (0: it is not), and the measures of the faults
        that have a name now, by fault and side. The worst of this hold until now."""
        if held_s <= 0.0:
            self._worst = None
            return None
        for (fault, side), value in faults.items():
            if self._worst is None or self._beats(fault, value, self._worst):
                self._worst = Worst(fault, side, time_s - held_s, time_s, value)
        return self._worst

    def _beats(self, fault: str, value: float, other: Worst) -> bool:
        if fault == other.fault:
            return value > other.value
        return self._rank[fault] < self._rank[other.fault]
