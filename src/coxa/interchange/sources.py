"""What can be measured, read from files: markers, landmarks, coordinates, pictures."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from coxa.anatomy.coordinates import coordinates
from coxa.interchange.axes import Up
from coxa.interchange.landmark_files import frames_of, read_landmarks
from coxa.interchange.markers import marked
from coxa.interchange.trc import read_trc
from coxa.motion.mot import Recording, read_mot
from coxa.motion.values import Array
from coxa.motion.watching.points import Frame
from coxa.reading.faults import Fault, FaultyInputError, unknown_word

LANDMARKS = (".npz", ".csv")
COORDINATES = (".mot", ".sto")
# Documents that someone may hand in by mistake: better said than tried as a video.
NO_VIDEO = (".txt", ".json", ".toml", ".yaml", ".xlsx", ".pdf", ".c3d", ".md", ".py")
KNOWN = ".trc (markers), .mot (coordinates), .npz or .csv (landmarks), or a video"
BENT_DEG = 20.0  # no knee bends back so far: a file in which it does counts the other way


@dataclass(frozen=True)
class Points:
    """A person's landmarks over time. `notes` say what was assumed on the way; those of a video
    are complete when all of its frames have been asked for.

    `markers`: they are places in a room, so that there is no camera and no view.
    """

    frames: Iterable[Frame]
    notes: list[str]
    markers: bool = False


@dataclass(frozen=True, eq=False)
class Angles:
    """A person's coordinates over time: `times` (n) in seconds, {name: (n) degrees}."""

    times: Array
    values: dict[str, Array]
    notes: list[str]


def read_source(
    path: Path, up: Up | None = None, model: str = "full", threads: int | None = None
) -> Points | Angles:
    """What the file holds; its kind follows from how its name ends.

    `model` and `threads` are for the networks that look at a video, whose frames are worked out
    while they are asked for. Raises FaultyInputError with every fault of the file, for a video
    perhaps only then.
    """
    ending = path.suffix.lower()
    if not path.is_file():
        right = "is a folder; name a file" if path.is_dir() else "no such file"
        raise FaultyInputError([Fault(str(path), "", "", right)])
    if ending == ".trc":
        found = marked(read_trc(path), up)
        return Points(found.frames, list(found.notes), markers=True)
    if ending in LANDMARKS:
        return Points(frames_of(read_landmarks(path)), [])
    if ending in COORDINATES:
        return angles_of(read_mot(path), path.name)
    if ending in NO_VIDEO or not ending:
        right = f"is nothing that can be measured; known: {KNOWN}"
        raise FaultyInputError([Fault(path.name, "", "", right)])
    notes: list[str] = []
    return Points(_pictures(path, model, threads, notes), notes)


def angles_of(recording: Recording, file: str) -> Angles:
    """The coordinates of a recording that we know, knees positive in flexion."""
    known = coordinates()
    values: dict[str, Array] = {}
    for column, name in enumerate(recording.names):
        # OpenSim 4 also writes the whole path of a coordinate's value.
        plain = name.removesuffix("/value").rpartition("/")[2]
        if plain in known and known[plain].unit == "deg":
            values[plain] = recording.values[:, column]
    if not values:
        first = recording.names[0]
        right = f"none of its columns is a coordinate: {unknown_word('coordinate', first, known)}"
        raise FaultyInputError([Fault(file, "columns", "", right)])
    notes = list(_turned_knees(values))
    return Angles(recording.times, values, notes)


def _turned_knees(values: dict[str, Array]) -> Iterable[str]:
    knees = [name for name in values if name.startswith("knee_angle")]
    if not knees:
        return
    every = np.concatenate([values[name] for name in knees])
    if every.min() < -BENT_DEG and every.max() < BENT_DEG:
        for name in knees:
            values[name] = -values[name]
        yield "Knees bend to minus in this file, as in gait2392; here they bend to plus."


def _pictures(path: Path, model: str, threads: int | None, notes: list[str]) -> Iterable[Frame]:
    try:
        from coxa.motion.video import frames
    except ModuleNotFoundError as error:
        right = f"a video needs a part that is not installed: {error.name}"
        raise FaultyInputError([Fault(path.name, "", "", right)]) from None

    def note(words: str) -> None:
        if words not in notes:
            notes.append(words)

    return frames(path, model, threads=threads, note=note)
