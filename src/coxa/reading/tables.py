"""What tables of numbers over time have in common, whatever file they stand in."""

import math
from collections.abc import Iterable, Iterator

from coxa.reading.faults import Fault

MOST_FAULTS = 20  # said one by one: whoever has more of them has one fault many times


def as_number(word: str) -> float:
    """The number that a cell says; NaN for what is none."""
    try:
        # Python alone reads 1_000 as a number.
        return math.nan if "_" in word else float(word)
    except ValueError:
        return math.nan


def time_faults(rows: Iterable[tuple[int, list[float]]], file: str) -> Iterator[Fault]:
    """Rows are (line, [time, ...]): time has to go forward."""
    before = -math.inf
    for line, (time, *_) in rows:
        if not time > before:
            right = f"must be later than the row before, which is at {before:g}"
            yield Fault(file, f"line {line}, column time", f"{time:g}", right)
        before = time


def not_too_many(faults: list[Fault], file: str) -> list[Fault]:
    more = len(faults) - MOST_FAULTS
    if more <= 0:
        return faults
    right = f"and {more} more things are wrong after these"
    return [*faults[:MOST_FAULTS], Fault(file, "~", "", right)]
