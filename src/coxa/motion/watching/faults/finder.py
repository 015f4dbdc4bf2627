"""Finds faults over time: a fault is on from one limit, for long enough, and off below another."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from coxa.anatomy.sides import Side
from coxa.motion.watching.expected import Expected
from coxa.motion.watching.faults import FAULTS
from coxa.motion.watching.faults.fault import Fault, Limits, Moment
from coxa.motion.watching.faults.meant import Meant
from coxa.motion.watching.repetitions import Repetition

BLIND_S = 0.5  # not seen for so long: what it was is forgotten (our choice)
ROUNDING_S = 1e-6  # of times that are sums


@dataclass(frozen=True, slots=True)
class Found:
    """A fault that was seen. `value` is its measure at its worst until `until_s`; `side` left,
    right, or None of the midline. Times in seconds; `time_s` is when it began."""

    fault: Fault
    side: Side | None
    time_s: float
    until_s: float
    value: float

    @property
    def id(self) -> str:
        return self.fault.id


class Latch:
    """One fault on one side: on, off, or not long enough on to be named."""

    __slots__ = ("_least", "_limits", "_seen_s", "began_s", "named", "now", "worst")

    def __init__(self, limits: Limits, usual_up_to: float = 0.0) -> None:
        self._limits = limits
        self._least = usual_up_to
        self._seen_s: float | None = None
        self.began_s: float | None = None
        self.named = False
        self.now = 0.0  # its measure in the last picture that showed it
        self.worst = 0.0

    def add(self, time_s: float, value: float | None, meant: float = 0.0) -> bool:
        """The next value, None where it was not seen. True as long as the fault has a name.

        `meant`: so much more than the limits is right in this exercise.
        """
        if value is None:
            if self._seen_s is not None and time_s - self._seen_s > BLIND_S:
                self._end()
            return False
        self._seen_s = time_s
        self._least = max(0.0, min(self._least, value))
        value -= self._least
        if value - meant < (self._limits.off if self.named else self._limits.on):
            self._end()
            return False
        if self.began_s is None:
            self.began_s, self.worst = time_s, value
        self.now = value
        self.worst = max(self.worst, value)
        lasts_s = time_s - self.began_s + ROUNDING_S
        self.named = self.named or lasts_s >= self._limits.least_s
        return self.named

    def _end(self) -> None:
        self.began_s, self.named, self.worst = None, False, 0.0


class FaultFinder:
    """All faults over time. `found` has each that a moment showed, in the order of their naming."""

    def __init__(self, expected: Expected | None, faults: Iterable[Fault] = FAULTS) -> None:
        self._expected = expected
        self._meant = Meant(expected)
        every = tuple(faults)
        self._order = {fault.id: at for at, fault in enumerate(every)}
        self._of_repetition = tuple(one for one in every if one.of_repetition is not None)
        self._latches = [
            (fault, side, Latch(fault.limits, fault.usual_up_to))
            for fault in every
            if fault.measure is not None
            for side in fault.sides
        ]
        self._open: dict[tuple[str, Side | None], int] = {}
        self.found: list[Found] = []
        self.now: dict[tuple[str, Side | None], float] = {}  # the measures of those that are on

    def add(self, moment: Moment) -> list[Found]:
        """The next picture. What was named just now, and not before."""
        new, time_s = [], moment.time_s
        self.now.clear()
        meant = self._meant.now
        for fault, side, latch in self._latches:
            beyond = meant.get((fault.id, side), 0.0) if meant else 0.0
            named = latch.add(time_s, fault.at(moment, side), beyond)
            if not named and not self._open:
                continue  # as in most pictures
            if named:
                self.now[fault.id, side] = latch.now
            found = self._note(fault, side, latch, named, time_s)
            if found is not None:
                new.append(found)
        return new

    def worked(self, side: str) -> None:
        """A repetition of that side (left, right or both) has ended, or a hold has begun."""
        self._meant.worked(side)

    def ended(self, repetition: Repetition) -> list[Found]:
        """The faults of a repetition that has ended, the most important first.

        Those seen while it lasted, and those of the whole. Nothing is kept: the same repetition may
        be asked about again.
        """
        within = [
            one
            for one in self.found
            if one.until_s > repetition.start_s and one.time_s < repetition.end_s
        ]
        within += [
            Found(fault, None, repetition.start_s, repetition.end_s, value)
            for fault in self._of_repetition
            if (value := self._of_the_whole(fault, repetition)) is not None
        ]
        return sorted(within, key=lambda one: self._order[one.id])

    def _of_the_whole(self, fault: Fault, repetition: Repetition) -> float | None:
        if fault.of_repetition is None:
            return None
        value = fault.of_repetition(repetition, self._expected)
        return value if value is not None and value >= fault.limits.on else None

    def _note(
        self, fault: Fault, side: Side | None, latch: Latch, named: bool, time_s: float
    ) -> Found | None:
        key = (fault.id, side)
        if not named:
            if not latch.named:
                self._open.pop(key, None)
            return None
        if key in self._open:
            at = self._open[key]
            self.found[at] = replace(self.found[at], until_s=time_s, value=latch.worst)
            return None
        began_s = time_s if latch.began_s is None else latch.began_s
        found = Found(fault, side, began_s, time_s, latch.worst)
        self._open[key] = len(self.found)
        self.found.append(found)
        return found
