"""Repetitions: counted as they happen, told apart by side, full or in part.

A repetition is an excursion of the exercise's primary coordinate. Where both legs work together,
their mean by trust is followed; where one works, each leg is, and of two legs that move at once
the one that moves farther is the working one.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace

from coxa.motion.watching import scoring
from coxa.motion.watching.angles import Reading
from coxa.motion.watching.excursions import LEAST_DEG, Excursion, Tracker
from coxa.motion.watching.expected import Expected
from coxa.motion.watching.series import share

# Our choices.
FULL = 0.7  # of the way, or of this person's own
FULL_OF_EXPECTED = 0.5  # of the expected way: less is in part, whoever does it
FIDGET = 0.3  # of what this person does in the whole file: less was never meant as a repetition
USUAL = 0.75  # the share of a person's excursions that are smaller than what they usually reach
TRUST_S = 1.0  # how fast the trust in a side follows its confidence
MUCH_LESS = 0.25  # of the other side's trust: such a side is waited for, not believed alone
SAME = 0.5  # of the shorter of two excursions: overlapping so much, they are one repetition
# Less is told from noise only where it is full: twice what an angle from a camera is off by.
LEAST_PART_DEG = 10.0
MEMORY = 4096  # pictures that a repetition may last


@dataclass(frozen=True, slots=True)
class Repetition:
    """One repetition. Times in seconds; `side` is left, right or both.

    `peak_deg` is the primary coordinate at the turning point, `height_deg` how far it went.
    `full`: most of the way, else in part. `quality` 0 to 1 is made of `terms`, each 0 to 1.
    """

    start_s: float
    peak_s: float
    end_s: float
    side: str
    peak_deg: float
    full: bool
    quality: float
    faults: tuple[str, ...] = ()
    height_deg: float = 0.0
    terms: Mapping[str, float] = field(default_factory=dict)


class Counter:
    """Counts the repetitions of an exercise, one picture at a time."""

    def __init__(self, expected: Expected) -> None:
        self.expected = expected
        self.found: list[Repetition] = []
        self.way_deg = expected.way_deg  # as what was seen last shows it
        how = expected.way_deg, expected.repetition_s, expected.sign, expected.tempo_s[1]
        sides = ("both",) if expected.side == "both" else ("left", "right")
        self._trackers = {side: Tracker(*how) for side in sides}
        self._blend = _Blend()
        self._pairs: deque[tuple[float, float | None, float | None]] = deque(maxlen=MEMORY)
        self._left, self._right = f"{expected.primary}_l", f"{expected.primary}_r"

    def seen_from(self, view: str) -> None:
        """From now on: as far as the exercise goes in the picture from that view.

        An angle is read anew from there, and jumps: what rests begins to rest again.
        """
        start, far = self.expected.ends_from(view)
        self.way_deg = abs(far - start)
        for tracker in self._trackers.values():
            tracker.way_deg = max(self.way_deg, LEAST_DEG)
            if not tracker.height_deg:
                tracker.restart()

    @property
    def progress(self) -> float:
        """How far out the movement is now, 0 at rest to 1 at the expected far end."""
        farthest = max(tracker.height_deg for tracker in self._trackers.values())
        return min(1.0, farthest / max(self.way_deg, 1.0))

    def add(self, time_s: float, readings: Mapping[str, Reading]) -> Repetition | None:
        """The next picture's readings. A repetition is given once, as soon as it has ended."""
        middle = readings.get(self.expected.primary)
        if middle is not None:
            return self._midline(time_s, middle)
        left, right = readings.get(self._left), readings.get(self._right)
        if self.expected.side == "both":
            return self._together(time_s, left, right)
        return self._apart(time_s, left, right)

    def finish(self) -> Repetition | None:
        """The recording ends: what was on its way home counts as home."""
        trackers = self._trackers.items()
        return self._chosen([(last, side) for side, one in trackers if (last := one.finish())])

    def ended(self) -> list[Repetition]:
        """All repetitions if the recording ended here; this counter goes on as it was."""
        copy = deepcopy(self)
        copy.finish()
        return copy.found

    def _midline(self, time_s: float, reading: Reading) -> Repetition | None:
        side, tracker = next(iter(self._trackers.items()))
        excursion = None if reading.value is None else tracker.add(time_s, reading.value)
        return self._counted(excursion, side) if excursion else None

    def _together(
        self, time_s: float, left: Reading | None, right: Reading | None
    ) -> Repetition | None:
        value = self._blend.add(time_s, left, right)
        self._pairs.append((time_s, left and left.value, right and right.value))
        excursion = None if value is None else self._trackers["both"].add(time_s, value)
        return self._counted(excursion, "both") if excursion else None

    def _apart(
        self, time_s: float, left: Reading | None, right: Reading | None
    ) -> Repetition | None:
        ended = [
            (excursion, side)
            for side, reading in (("left", left), ("right", right))
            if reading is not None
            and reading.value is not None
            and (excursion := self._trackers[side].add(time_s, reading.value))
        ]
        return self._chosen(ended)

    def _chosen(self, ended: Sequence[tuple[Excursion, str]]) -> Repetition | None:
        """Of what ended at the same time, the farthest, if it is the working side's."""
        if not ended:
            return None
        excursion, side = max(ended, key=lambda pair: pair[0].height_deg)
        return (
            self._counted(excursion, side) if self._is_the_working_side(excursion, side) else None
        )

    def _is_the_working_side(self, excursion: Excursion, side: str) -> bool:
        """Not if the other leg is farther out at this time, or has been counted for it."""
        if side == "both":
            return True
        least = FULL_OF_EXPECTED * self.way_deg
        if excursion.height_deg < least and _works(_other(side), side, self.found):
            return False
        other = self._trackers[_other(side)]
        if other.height_deg > excursion.height_deg and other.began_s < excursion.peak_s:
            # Out for long: a standing leg that stays bent, and not the one that works.
            lasted_s = excursion.end_s - excursion.start_s
            if lasted_s > SAME * (excursion.end_s - other.left_s):
                return False
        return not any(one.side != side and _same(excursion, one) for one in self.found)

    def _counted(self, excursion: Excursion, side: str) -> Repetition | None:
        heights = [one.height_deg for one in self.found] + [excursion.height_deg]
        full = is_full(heights, self.way_deg)
        if not full and excursion.height_deg < LEAST_PART_DEG:
            return None
        repetition = _repetition(excursion, side, self._terms(excursion), full)
        self.found.append(repetition)
        return repetition

    def _terms(self, excursion: Excursion) -> dict[str, float]:
        expected = self.expected
        lasted_s = excursion.end_s - excursion.start_s
        found = {
            "range": scoring.range_term(excursion.height_deg, self.way_deg),
            "tempo": scoring.tempo_term(lasted_s, expected.repetition_s),
            "smoothness": scoring.smoothness_term(excursion.height_deg, excursion.path_deg),
        }
        if expected.side == "both" and self._pairs:
            left, right = self._ways(excursion)
            found["symmetry"] = scoring.symmetry_term(left, right)
        return found

    def _ways(self, excursion: Excursion) -> tuple[float | None, float | None]:
        """How far the left and the right side went in that time, in degrees."""
        within = [p for p in self._pairs if excursion.start_s <= p[0] <= excursion.end_s]
        left = [one for _, one, _ in within if one is not None]
        right = [one for _, _, one in within if one is not None]
        return (max(left) - min(left) if left else None, max(right) - min(right) if right else None)


class _Blend:
    """The mean of both sides by how far each has been trusted of late."""

    def __init__(self) -> None:
        self._trust = [0.0, 0.0]
        self._before_s: float | None = None

    def add(self, time_s: float, left: Reading | None, right: Reading | None) -> float | None:
        """The mean (degrees); None if the side that is usually seen better is not seen now."""
        first = self._before_s is None
        step_s = 0.0 if self._before_s is None else time_s - self._before_s
        self._before_s = time_s
        follow = 1.0 if first else min(1.0, max(0.0, step_s) / TRUST_S)
        total = weights = 0.0
        for i, one in enumerate((left, right)):
            seen = one is not None and one.value is not None
            now = one.confidence if one is not None and seen else 0.0
            self._trust[i] += (now - self._trust[i]) * follow
            if one is not None and one.value is not None:
                weight = self._trust[i] ** 2 + 1e-9
                total += weight * one.value
                weights += weight
        if weights < MUCH_LESS**2 * max(self._trust) ** 2:
            return None
        return total / weights if weights else None


def is_full(heights: Sequence[float], way_deg: float) -> bool:
    """Whether the last of these heights (degrees) was a full repetition.

    Held against the expected way or, for a person with less range, what they usually reach; but
    never against less than half of the expected way.
    """
    usual = share(heights, USUAL)
    return heights[-1] >= _least_full(usual, way_deg)


def _least_full(usual_deg: float, way_deg: float) -> float:
    return max(FULL_OF_EXPECTED * way_deg, FULL * min(way_deg, usual_deg))


def settled(found: Iterable[Repetition], way_deg: float) -> list[Repetition]:
    """The same repetitions, judged with the whole recording known.

    What this person usually reaches is known only at the end: what was no more than a fidget
    beside it goes, and which were full is said again.
    """
    repetitions = list(found)
    if not repetitions:
        return []
    usual = share([one.height_deg for one in repetitions], USUAL)
    least, full = FIDGET * min(usual, way_deg), _least_full(usual, way_deg)
    return [
        replace(one, full=one.height_deg >= full)
        for one in repetitions
        if one.height_deg >= least and not _of_the_still_leg(one, repetitions, way_deg)
    ]


def _of_the_still_leg(one: Repetition, repetitions: Sequence[Repetition], way_deg: float) -> bool:
    """A small one of a leg that did nothing else, where the other leg works: it went along."""
    if one.height_deg >= FULL_OF_EXPECTED * way_deg:
        return False
    return _works(_other(one.side), one.side, repetitions)


def _works(side: str, rather_than: str, found: Iterable[Repetition]) -> bool:
    """Whether that side has done full repetitions, and the other none."""
    sides = {one.side for one in found if one.full}
    return side in sides and rather_than not in sides


def _other(side: str) -> str:
    return {"left": "right", "right": "left"}.get(side, side)


def with_faults(repetition: Repetition, faults: Iterable[str]) -> Repetition:
    """The repetition with the faults (ids) that were seen in it."""
    named = tuple(dict.fromkeys(faults))
    terms = {**repetition.terms, "faults": scoring.faults_term(len(named))}
    return replace(repetition, faults=named, terms=terms, quality=scoring.quality(terms))


def with_form(repetition: Repetition, score: float) -> Repetition:
    """The repetition with how surely it was done as meant (0 to 1), if there are rules."""
    terms = {**repetition.terms, "form": score}
    return replace(repetition, terms=terms, quality=scoring.quality(terms))


def _repetition(
    excursion: Excursion, side: str, terms: Mapping[str, float], full: bool
) -> Repetition:
    return Repetition(
        start_s=excursion.start_s,
        peak_s=excursion.peak_s,
        end_s=excursion.end_s,
        side=side,
        peak_deg=excursion.peak_deg,
        full=full,
        quality=scoring.quality(terms),
        height_deg=excursion.height_deg,
        terms=terms,
    )


def _same(excursion: Excursion, last: Repetition) -> bool:
    together = min(excursion.end_s, last.end_s) - max(excursion.start_s, last.start_s)
    shorter = min(excursion.end_s - excursion.start_s, last.end_s - last.start_s)
    return together > SAME * shorter
