"""Coordinates that a file gives outright (.mot): the same count and report, without a camera."""

from typing import Any

from coxa.interchange.sources import Angles
from coxa.motion.watching.angles import COORDINATES, Reading, Status
from coxa.motion.watching.expected import Expected
from coxa.motion.watching.finding import find
from coxa.motion.watching.holds import HoldTimer
from coxa.motion.watching.repetitions import Counter, Repetition, settled
from coxa.motion.watching.reporting import TIME_DIGITS, hold_json, repetition_json, rounded
from coxa.motion.watching.series import Series

DIGITS = 3  # of degrees: a file is finer than a camera


def report_of_angles(source: Angles, expected: Expected | None) -> dict[str, Any]:
    """What `coxa.motion.watching.watch.Watcher.report` gives, from coordinates: all are sure.

    Faults are not looked for: they are read from landmarks.
    """
    series = Series()
    counter = Counter(expected) if expected and expected.kind == "repetitions" else None
    timer = HoldTimer(expected) if expected and expected.kind == "hold" else None
    for time_s, readings in _moments(source):
        series.add(time_s, readings)
        if counter:
            counter.add(time_s, readings)
        if timer:
            timer.add(time_s, readings)
    return {
        "view": "coordinates",
        "time_s": [round(t, TIME_DIGITS) for t in series.time_s],
        "angles": {name: rounded(column, DIGITS) for name, column in series.angles.items()},
        "confidence": series.confidence,
        "repetitions": [repetition_json(one) for one in _repetitions(series, counter, expected)],
        "holds": [hold_json(one) for one in timer.ended()] if timer else [],
        "faults": [],
        "notes": list(_notes(source, expected)),
    }


def _moments(source: Angles) -> list[tuple[float, dict[str, Reading]]]:
    columns = {name: values.tolist() for name, values in source.values.items()}
    return [
        (time, {name: Reading(v[row], 1.0, Status.SEEN) for name, v in columns.items()})
        for row, time in enumerate(source.times.tolist())
    ]


def _repetitions(
    series: Series, counter: Counter | None, expected: Expected | None
) -> list[Repetition]:
    if expected is None:
        return find(_watched(series))
    return settled(counter.ended(), expected.way_deg) if counter else []


def _watched(series: Series) -> Series:
    """What the camera watches too: an arm that swings along is not the movement."""
    names = [name for name in series.angles if name in COORDINATES]
    return Series(
        series.time_s,
        {name: series.angles[name] for name in names},
        {name: series.confidence[name] for name in names},
    )


def _notes(source: Angles, expected: Expected | None) -> list[str]:
    notes = list(source.notes)
    if expected and not {expected.primary, f"{expected.primary}_l"} & set(source.values):
        words = expected.primary.replace("_", " ")
        notes.append(f"The file has no {words}, by which this exercise is counted.")
    return notes
