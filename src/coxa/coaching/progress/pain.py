"""Pain over time, and whether it has really changed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from coxa.coaching.blocks import monday_of
from coxa.coaching.progress.judging import Band, Judgement, Point, band_of, judged
from coxa.coaching.progress.told import Told
from coxa.training.log import AboutAnswered, HurtReported, WeeklyAnswered
from coxa.training.outcomes import measures

NRS = "nrs"
LEAST, MOST = 0.0, 10.0
# Where nobody told their usual pain twice: the mean of a week at either end, two weeks apart at
# least, so that one bad day decides nothing. Our choice.
ENDS = timedelta(days=7)
APART = timedelta(days=14)

Basis = Literal["usual", "after"]


@dataclass(frozen=True)
class PainProgress:
    """Pain from 0 (none) to 10 (the worst one can think of).

    `usual`: the usual pain where it hurts most, from "about me" and the weekly question. `after`:
    after each session; `weeks`: its mean in each Monday week. `during`: when something hurt in a
    session. `band` and `judged` are of the usual pain, or of that after sessions where the usual
    one was told less than twice; `basis` says which.
    """

    usual: tuple[Point, ...]
    after: tuple[Point, ...]
    weeks: tuple[Point, ...]
    during: tuple[Point, ...]
    basis: Basis
    band: Band | None
    judged: Judgement | None

    @property
    def told(self) -> bool:
        return bool(self.usual or self.after or self.during)


def pain_of(told: Told) -> PainProgress:
    usual, after = tuple(usual_pain(told)), tuple(_after(told))
    values = tuple(one.value for one in usual)
    basis: Basis = "usual"
    if len(usual) < 2 and (ends := _ends(after)):
        basis, values = "after", ends
    elif not usual:
        basis, values = "after", tuple(one.value for one in after[:1])
    return PainProgress(
        usual=usual,
        after=after,
        weeks=tuple(_weeks(after)),
        during=tuple(_during(told)),
        basis=basis,
        band=band_of(measures()[NRS], values[0], LEAST, MOST) if values else None,
        judged=judged(NRS, values),
    )


def usual_pain(told: Told) -> Iterable[Point]:
    """Where it hurts most, each time that places were named."""
    for day, said in told.of(AboutAnswered, WeeklyAnswered):
        if said.pain:
            yield Point(day, max(said.pain.values()))


def _after(told: Told) -> Iterable[Point]:
    for one in told.records:
        if one.done and one.done.pain_now is not None:
            yield Point(one.day, one.done.pain_now)


def _during(told: Told) -> Iterable[Point]:
    for day, hurt in told.of(HurtReported):
        if hurt.pain is not None:
            yield Point(day, hurt.pain)


def _weeks(points: Iterable[Point]) -> Iterable[Point]:
    weeks: dict[date, list[float]] = defaultdict(list)
    for one in points:
        weeks[monday_of(one.day)].append(one.value)
    return (Point(monday, _mean(weeks[monday])) for monday in sorted(weeks))


def _ends(after: tuple[Point, ...]) -> tuple[float, ...]:
    """The mean of the first and of the last week; nothing where they are too near."""
    if not after or after[-1].day - after[0].day < APART:
        return ()
    first = [one.value for one in after if one.day - after[0].day < ENDS]
    last = [one.value for one in after if after[-1].day - one.day < ENDS]
    return _mean(first), _mean(last)


def _mean(values: list[float]) -> float:
    return round(sum(values) / len(values), 1)
