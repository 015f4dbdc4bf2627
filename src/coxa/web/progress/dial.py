"""A reading as a place on a line, with its error and its mark: to the right is the better way."""

from collections.abc import Sequence
from dataclasses import dataclass

from coxa.checks.check import Measure
from coxa.coaching.progress.over_time import Mark
from coxa.coaching.progress.profile import TermSide

WIDTH = 100.0


@dataclass(frozen=True)
class Dial:
    """Places from 0 to 100, as SVG writes them. `error_at` and `error_width`: what may be chance
    round the reading; `mark_at`: "" where no mark is known."""

    at: str
    error_at: str
    error_width: str
    mark_at: str


def dial_of(measure: Measure, side: TermSide, marks: Sequence[Mark]) -> Dial | None:
    """None for what is no number on a scale with two ends."""
    if measure.kind != "number" or measure.low is None or measure.high is None:
        return None
    at = place(measure, float(side.reading))
    error = (side.step or 0.0) / (measure.high - measure.low) * WIDTH
    left, right = max(0.0, at - error), min(WIDTH, at + error)
    return Dial(
        at=f"{at:.1f}",
        error_at=f"{left:.1f}",
        error_width=f"{right - left:.1f}",
        mark_at=f"{place(measure, marks[0].value):.1f}" if marks else "",
    )


def place(measure: Measure, value: float) -> float:
    """From 0 to 100; turned round where less is better."""
    low, high = measure.low or 0.0, measure.high or WIDTH
    share = min(max((value - low) / (high - low), 0.0), 1.0)
    return WIDTH * (1 - share if measure.better == "lower" else share)
