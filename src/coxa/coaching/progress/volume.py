"""Strength sets and minutes of stretching by muscle and side, week by week.

Counted as the week's own table counts them (`coxa.coaching.week_muscles`), for all weeks in one
pass: what an exercise gives to which muscle is looked up once an exercise.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import BOTH, Side
from coxa.coaching.blocks import WEEK, monday_of
from coxa.coaching.progress.told import Told
from coxa.coaching.week_muscles import Totals, Worked, counted, work_of
from coxa.exercises.exercise import Exercise
from coxa.exercises.vocabulary import Kind
from coxa.training.coverage import Coverage, Share

LATELY = 4  # weeks that the mean is taken of, this one not counted: it is not over. Our choice.

SHOWN = 26  # weeks at most: half a year. Our choice.

Shares = list[tuple[Muscle, Share]]


@dataclass(frozen=True)
class MuscleVolume:
    """One muscle on one side: sets of strength, or seconds of stretching, in each week."""

    kind: Kind
    muscle: Muscle
    side: Side
    weeks: tuple[float, ...]  # beside the Mondays of `Volume`
    lately: float  # the mean of the last whole weeks, four at most
    at_first: float  # the mean of the very first weeks, as many

    @property
    def total(self) -> float:
        return sum(self.weeks)


@dataclass(frozen=True)
class Volume:
    """`mondays`: every week from the first with a session to this one, half a year at most.

    `whole`: how many of the last whole weeks `lately` is the mean of; 0 in the first week, where
    it is this week so far."""

    mondays: tuple[date, ...]
    whole: int
    muscles: tuple[MuscleVolume, ...]

    def of(self, kind: Kind) -> tuple[MuscleVolume, ...]:
        return tuple(one for one in self.muscles if one.kind is kind)


@dataclass
class _Sums:
    coverage: Coverage
    weeks: dict[date, Totals] = field(default_factory=dict)
    known: dict[str, Shares] = field(default_factory=dict)

    def add(self, monday: date, work: Iterable[Worked]) -> None:
        into = self.weeks.setdefault(monday, defaultdict(float))
        for one in work:
            for muscle, share in self._shares(one.exercise):
                for side in BOTH:
                    if amount := counted(share, one, side):
                        into[one.exercise.kind, muscle, side] += amount

    def _shares(self, exercise: Exercise) -> Shares:
        if exercise.id not in self.known:
            found = ((muscle, self.coverage.of(exercise, muscle)) for muscle in Muscle)
            self.known[exercise.id] = [(muscle, share) for muscle, share in found if share.each]
        return self.known[exercise.id]


def volume_of(told: Told, coverage: Coverage) -> Volume:
    """Muscles as the vocabulary lists them, left before right, strength before stretching."""
    if not told.trained:
        return Volume((), 0, ())
    first, this_week = monday_of(told.trained[0].day), monday_of(told.today)
    every = [first + n * WEEK for n in range((this_week - first) // WEEK + 1)]
    whole = min(LATELY, len(every) - 1)
    mondays, begun = every[-SHOWN:], every[: max(whole, 1)]
    wanted, sums = {*mondays, *begun}, _Sums(coverage)
    for record in told.trained:
        if (monday := monday_of(record.day)) in wanted:
            sums.add(monday, work_of(record))
    last = mondays[-1 - whole : -1] if whole else mondays
    return Volume(tuple(mondays), whole, tuple(_rows(sums.weeks, mondays, last, begun)))


def _rows(
    weeks: Mapping[date, Totals],
    mondays: Sequence[date],
    last: Sequence[date],
    first: Sequence[date],
) -> Iterable[MuscleVolume]:
    worked = {key for totals in weeks.values() for key in totals}
    for kind in (Kind.STRENGTH, Kind.STRETCH):
        for muscle in Muscle:
            if any((kind, muscle, side) in worked for side in BOTH):
                for side in BOTH:
                    in_week = _in_week(weeks, (kind, muscle, side))
                    amounts = tuple(in_week(monday) for monday in mondays)
                    means = [_mean([in_week(monday) for monday in some]) for some in (last, first)]
                    yield MuscleVolume(kind, muscle, side, amounts, *means)


def _in_week(
    weeks: Mapping[date, Totals], key: tuple[Kind, Muscle, Side]
) -> Callable[[date], float]:
    return lambda monday: weeks.get(monday, {}).get(key, 0.0)


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 2)
