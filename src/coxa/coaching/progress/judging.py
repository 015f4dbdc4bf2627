"""Whether something has really changed: the verdict, and the rule and source behind it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coxa.exercises.vocabulary import SourceStatus
from coxa.training.outcomes import Measure, is_meaningful, measures
from coxa.training.person import Reading


class Verdict(StrEnum):
    FIRST = "first"  # one reading: there is nothing to compare it with yet
    SAME = "same"  # the very same reading
    CHANCE = "chance"  # a change that may be chance, or how it was read
    BETTER = "better"
    WORSE = "worse"
    CHANGED = "changed"  # it really differs, and neither is the better one


@dataclass(frozen=True)
class Point:
    day: date
    value: float


@dataclass(frozen=True)
class Band:
    """What lies from `low` to `high` may differ from the first value by chance."""

    low: float
    high: float


@dataclass(frozen=True)
class Judgement:
    """A first and a last reading compared.

    `step`: a change has to be larger than this, or for a measure of `coxa.training.outcomes` as
    large as this, to count; None where there is no such figure. `rule` names what decided:
    a measure (`nrs`), or what the error of a check comes from (`check_error`). `source` says in a
    sentence who found that, `status` how well it is known.
    """

    verdict: Verdict
    first: Reading
    last: Reading
    step: float | None
    rule: str
    source: str
    status: SourceStatus

    @property
    def is_real(self) -> bool:
        return self.verdict in (Verdict.BETTER, Verdict.WORSE, Verdict.CHANGED)


def judged(measure: str, values: Iterable[float]) -> Judgement | None:
    """The last of some values against the first, by a measure of `coxa.training.outcomes`.

    None where there are no values. Raises KeyError for a measure that has no row there.
    """
    told = tuple(values)
    if not told:
        return None
    known, first, last = measures()[measure], told[0], told[-1]
    return Judgement(
        verdict=Verdict.FIRST if len(told) == 1 else _verdict(known, first, last),
        first=first,
        last=last,
        step=step_of(known, first),
        rule=known.measure,
        source=known.source,
        status=known.status,
    )


def step_of(known: Measure, first: float) -> float | None:
    """The smallest change that counts, seen from `first`: so many points, or a share of it,
    whichever is less. None where what counts is that a value is reached."""
    share = known.share * first if known.share is not None and first > 0 else None
    return min((one for one in (known.points, share) if one is not None), default=None)


def band_of(known: Measure, first: float, low: float, high: float) -> Band | None:
    """The band round a first value, within the ends of its scale."""
    step = step_of(known, first)
    if step is None:
        return None
    return Band(max(low, first - step), min(high, first + step))


def _verdict(known: Measure, first: float, last: float) -> Verdict:
    if is_meaningful(known, first, last):
        return Verdict.BETTER
    if known.reaches is None and is_meaningful(_turned_round(known), first, last):
        return Verdict.WORSE
    return Verdict.SAME if first == last else Verdict.CHANCE


def _turned_round(known: Measure) -> Measure:
    other = "up" if known.direction == "down" else "down"
    return known.model_copy(update={"direction": other})
