"""A file measured: its angles, repetitions, holds and faults, as `coxa measure` gives them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from coxa.interchange.landmark_files import (
    csv_columns,
    csv_text,
    landmarks_of,
)
from coxa.interchange.measured_angles import report_of_angles
from coxa.interchange.sources import Angles, Points
from coxa.motion.mot import OPENSIM, Recording
from coxa.motion.values import Array
from coxa.motion.watching.expected import Expected
from coxa.motion.watching.points import Frame
from coxa.motion.watching.watch import Watcher
from coxa.reading.faults import Fault, FaultyInputError

# OpenSim's tables have no gaps: a coordinate that is seen less often than this is left out of them.
SEEN_ENOUGH = 0.8  # of the moments; our choice

ABOUT_THE_VIEW = "Seen from "  # how `coxa.motion.watching.watch` begins that note

Report = dict[str, Any]  # what `coxa measure --json` prints


@dataclass(frozen=True, eq=False)
class Measured:
    """`report` as docs/commands.md has it; no `frames` where the file held angles."""

    report: Report
    frames: tuple[Frame, ...]


def measure(source: Points | Angles, expected: Expected | None, file: str) -> Measured:
    """What a file's landmarks or coordinates show; any periodic movement without `expected`.

    Raises FaultyInputError where there is nothing to measure.
    """
    if isinstance(source, Angles):
        return Measured(report_of_angles(source, expected), ())
    watcher = Watcher(expected)
    frames = []
    for frame in source.frames:
        watcher.frame(frame)
        frames.append(frame)
    if all(frame.empty for frame in frames):
        right = "nobody is to be seen in it" if frames else "holds no picture"
        raise FaultyInputError([Fault(file, "", "", right)])
    report = _noted(watcher.report(), source.notes)
    return Measured(_without_camera(report) if source.markers else report, tuple(frames))


def measured_csv(measured: Measured) -> str:
    """One row a moment: angles, how sure each is, then the landmarks, which can be read again."""
    report = measured.report
    columns = {name: _array(values) for name, values in report["angles"].items()}
    columns |= {
        f"{name}_confidence": _array(values) for name, values in report["confidence"].items()
    }
    if measured.frames:
        columns |= csv_columns(landmarks_of(measured.frames))
    return csv_text(_array(report["time_s"]), columns)


def measured_recording(measured: Measured, name: str) -> Recording:
    """OpenSim's coordinates in even steps, as far as they were seen; short gaps are bridged.

    Raises FaultyInputError if none was seen for long enough.
    """
    times = _array(measured.report["time_s"])
    angles = {n: _array(v) for n, v in measured.report["angles"].items()}
    names = [n for n in OPENSIM if n in angles and _share_seen(angles[n]) >= SEEN_ENOUGH]
    if not names or len(times) < 2:
        right = f"no coordinate is seen in {SEEN_ENOUGH:.0%} of the moments, as OpenSim needs"
        raise FaultyInputError([Fault(name, "", "", right)])
    step = float(np.median(np.diff(times)))
    even = times[0] + step * np.arange(1 + round((times[-1] - times[0]) / step))
    values = [np.interp(even, times[seen], angles[n][seen]) for n, seen in _seen(angles, names)]
    return Recording(name, even, tuple(names), np.stack(values, axis=1))


def _noted(report: Report, notes: Sequence[str]) -> Report:
    return {**report, "notes": list(dict.fromkeys([*notes, *report["notes"]]))}


def _without_camera(report: Report) -> Report:
    """Markers are seen from everywhere: no other view would show them better."""
    notes = [note for note in report["notes"] if not note.startswith(ABOUT_THE_VIEW)]
    return {**report, "view": "markers", "notes": notes}


def _array(values: Sequence[float | None]) -> Array:
    return np.array([np.nan if one is None else one for one in values], dtype=np.float64)


def _share_seen(values: Array) -> float:
    return float(np.mean(np.isfinite(values))) if values.size else 0.0


def _seen(angles: dict[str, Array], names: Sequence[str]) -> list[tuple[str, Any]]:
    return [(name, np.isfinite(angles[name])) for name in names]
