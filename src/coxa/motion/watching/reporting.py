"""What was seen as plain lists and numbers, for `coxa measure --json`: seconds and degrees."""

from collections.abc import Iterable
from typing import Any

from coxa.motion.watching.faults.finder import Found
from coxa.motion.watching.holds import Hold
from coxa.motion.watching.repetitions import Repetition

DIGITS = 2  # of degrees and shares: finer than any camera
TIME_DIGITS = 3


def rounded(column: Iterable[float | None], digits: int = DIGITS) -> list[float | None]:
    return [None if value is None else round(value, digits) for value in column]


def repetition_json(one: Repetition) -> dict[str, Any]:
    return {
        "start_s": round(one.start_s, TIME_DIGITS),
        "peak_s": round(one.peak_s, TIME_DIGITS),
        "end_s": round(one.end_s, TIME_DIGITS),
        "side": one.side,
        "peak_deg": round(one.peak_deg, DIGITS),
        "full": one.full,
        "quality": round(one.quality, DIGITS),
        "faults": list(one.faults),
    }


def fault_json(one: Found) -> dict[str, Any]:
    return {
        "id": one.id,
        "side": one.side and str(one.side),  # None: of the midline, or of both legs
        "time_s": round(one.time_s, TIME_DIGITS),
        "value": round(one.value, DIGITS),
    }


def hold_json(one: Hold) -> dict[str, Any]:
    return {
        "start_s": round(one.start_s, TIME_DIGITS),
        "end_s": round(one.end_s, TIME_DIGITS),
        "side": one.side,
    }
