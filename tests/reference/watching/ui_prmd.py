"""UI-PRMD: ten people, ten repetitions each, done rightly and wrongly on purpose, with markers.

Source: Vakanski, Jun, Paul, Baker: A Data Set of Human Body Movements for Physical Rehabilitation
Exercises. Data 2018, 3(1), 2 (open data: ODC PDDL). Read from the folder COXA_REFERENCE_DATA names;
subjects s01 to s07, six of the movements, resampled to 25 Hz. What *wrongly* means differs from
movement to movement; the label belongs to the whole recording, not to a repetition of its own.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from coxa.interchange.axes import Up
from coxa.interchange.markers import Markers, marked
from coxa.motion.watching.points import Frame

HZ = 25.0
FOLDER = "ui_prmd_open"
#: {the data's own number: the motion file's id}
MOVEMENTS = {
    "m01": "deep_squat",
    "m02": "hurdle_step",
    "m03": "inline_lunge",
    "m04": "side_lunge_deep",
    "m05": "x_sit_to_stand",
    "m06": "standing_leg_raise",
}
MARKERS = (
    "LFHD", "RFHD", "LBHD", "RBHD", "C7", "T10", "CLAV", "STRN", "RBAK", "LSHO", "LUPA", "LELB",
    "LFRM", "LWRA", "LWRB", "LFIN", "RSHO", "RUPA", "RELB", "RFRM", "RWRA", "RWRB", "RFIN",
    "LASI", "RASI", "LPSI", "RPSI", "LTHI", "LKNE", "LTIB", "LANK", "LHEE", "LTOE", "RTHI",
    "RKNE", "RTIB", "RANK", "RHEE", "RTOE",
)  # fmt: skip


@dataclass(frozen=True)
class Episode:
    """One repetition of one person as frames, and whether it was done wrongly on purpose."""

    subject: str
    wrong: bool
    frames: tuple[Frame, ...]


def folder() -> Path | None:
    """Where the data is, or None."""
    at = Path(os.environ.get("COXA_REFERENCE_DATA", "")) / FOLDER
    return at if "COXA_REFERENCE_DATA" in os.environ and at.is_dir() else None


def episodes(at: Path, movement: str) -> Iterator[Episode]:
    """All repetitions of a movement (m01 to m06), rightly done ones first."""
    for wrong in (False, True):
        word = "incorrect" if wrong else "correct"
        with np.load(at / f"{movement}_{word}_positions_25hz.npz") as stored:
            for key in sorted(stored.files):
                yield Episode(key.partition("_")[0], wrong, _frames(key, stored[key]))


def _frames(key: str, rows: np.ndarray) -> tuple[Frame, ...]:
    places = rows.reshape(len(rows), len(MARKERS), 3) / 1000.0  # from millimetres
    times = np.arange(len(places)) / HZ
    return marked(Markers(key, times, MARKERS, places), Up.Z).frames
