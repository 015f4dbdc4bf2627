"""OpenSim's motion files (.mot): coordinates over time as a table in plain text.

Format: a header of `name=value` lines up to `endheader`, a line of column names, then one row of
numbers a moment, with tabs between (OpenSim documentation, "Motion (.mot) files").
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from coxa.motion.clip import Clip, sampled
from coxa.motion.turns import PELVIS_PLACE
from coxa.motion.values import Array
from coxa.reading.faults import Fault, FaultyInputError
from coxa.reading.tables import as_number, not_too_many, time_faults

# Even steps: splines and filters of other programs expect them.
ROWS_A_SECOND = 30
DIGITS = 6  # after the point, of degrees, metres and seconds alike
MOST_BYTES = 100_000_000  # an hour of a hundred coordinates, a hundred times a second
MOST_HEADER_LINES = 200
LENGTH_ENDINGS = ("_tx", "_ty", "_tz")  # OpenSim's names of what is a length, not an angle
DEGREES = {"yes": True, "no": False}

_LEG = ("hip_flexion", "hip_adduction", "hip_rotation", "knee_angle", "ankle_angle",
        "subtalar_angle", "mtp_angle")  # fmt: skip
_ARM = ("arm_flex", "arm_add", "arm_rot", "elbow_flex", "pro_sup", "wrist_flex", "wrist_dev")
#: The coordinates that OpenSim's own models have, in their order (Rajagopal 2015; gait2392 has no
#: arms and counts the bending of the knee as negative).
OPENSIM = (
    "pelvis_tilt", "pelvis_list", "pelvis_rotation", *PELVIS_PLACE,
    *(f"{name}_r" for name in _LEG), *(f"{name}_l" for name in _LEG),
    "lumbar_extension", "lumbar_bending", "lumbar_rotation",
    *(f"{name}_r" for name in _ARM), *(f"{name}_l" for name in _ARM),
)  # fmt: skip
# What the header says to people; a reader passes over it.
NOTES = """\
Angles are in degrees, lengths in metres, times in seconds.
pelvis_tx, pelvis_ty and pelvis_tz place the point midway between the hip joint centres.
knee_angle is positive in flexion, as in the Rajagopal 2015 model; gait2392 wants it negative.
Columns after those that OpenSim's models have are for Coxa's own figure."""


@dataclass(frozen=True, eq=False)
class Recording:
    """What a .mot file says: `times` (n,) in seconds, increasing; `values` (n, C) of `names`.

    Angles are in degrees, those that end in _tx, _ty or _tz lengths in metres.
    """

    name: str
    times: Array
    names: tuple[str, ...]
    values: Array


def recorded(clip: Clip) -> Recording:
    """The clip in even steps, OpenSim's coordinates first, ours that it does not have last."""
    rows = round(clip.length_s * ROWS_A_SECOND) + 1
    even = sampled(clip, np.linspace(0.0, clip.length_s, rows))
    names = [name for name in OPENSIM if name in clip.names]
    names += [name for name in clip.names if name not in OPENSIM]
    values = np.stack([even.coordinate(name) for name in names], axis=1)
    name = " ".join(word for word in (clip.id, clip.variant) if word)
    return Recording(name, even.times, tuple(names), values)


def mot_text(recording: Recording) -> str:
    """The file. Raises ValueError for a name with a space, which would be read as two."""
    for name in recording.names:
        if not name or len(name.split()) != 1:
            raise ValueError(f"'{name}' cannot be a column's name: it needs one word")
    rows, columns = recording.values.shape
    lines = [
        " ".join(recording.name.split()) or "motion",
        "version=1",
        f"nRows={rows}",
        f"nColumns={columns + 1}",
        "inDegrees=yes",
        "",
        *NOTES.splitlines(),
        "",
        "endheader",
        "\t".join(("time", *recording.names)),
    ]
    for time, values in zip(recording.times, recording.values, strict=True):
        # Adding 0 after rounding makes a minus nought a plain one.
        numbers = np.round([time, *values], DIGITS) + 0.0
        lines.append("\t".join(f"{number:.{DIGITS}f}" for number in numbers))
    return "\n".join(lines) + "\n"


def read_mot(path: Path) -> Recording:
    """The file at `path`. Raises FaultyInputError with what is wrong, where, and what would be
    right; radians are turned into degrees."""
    try:
        if path.stat().st_size > MOST_BYTES:
            right = f"is larger than {MOST_BYTES // 1_000_000} MB, which no motion of ours is"
            raise FaultyInputError([Fault(path.name, "", "", right)])
        return parse_mot(path.read_bytes().decode("utf-8-sig"), path.name)
    except OSError as error:
        right = f"cannot be read: {(error.strerror or str(error)).lower()}"
        raise FaultyInputError([Fault(str(path), "", "", right)]) from None
    except UnicodeDecodeError as error:
        right = f"is not a text file (byte {error.start + 1}); a .mot file is UTF-8 text"
        raise FaultyInputError([Fault(path.name, "", "", right)]) from None


def parse_mot(text: str, file: str) -> Recording:
    """What the text of a .mot file says. Raises FaultyInputError as `read_mot` does."""
    lines = text.splitlines()
    end = _end_of_header(lines, file)
    header = _header(lines[:end])
    names, first = _names(lines, end + 1, file)
    rows, faults = _rows(lines, first, names, file)
    faults = [*_header_faults(header, names, len(rows), file), *faults]
    if not faults:
        faults = list(time_faults(rows, file))
    if faults:
        raise FaultyInputError(not_too_many(faults, file))
    table = np.array([numbers for _, numbers in rows], dtype=np.float64)
    values = table[:, 1:]
    if not DEGREES[header["indegrees"][1].lower()]:
        angles = [not name.endswith(LENGTH_ENDINGS) for name in names[1:]]
        values = np.where(angles, np.degrees(values), values)
    title = next((line.strip() for line in lines[:end] if line.strip()), "")
    return Recording("" if "=" in title else title, table[:, 0], names[1:], values)


Row = tuple[int, list[float]]  # the number of its line, its values
Header = dict[str, tuple[int, str]]  # {name in small letters: (line, value)}


def _end_of_header(lines: list[str], file: str) -> int:
    for number, line in enumerate(lines[:MOST_HEADER_LINES]):
        if line.strip().lower() == "endheader":
            return number
    right = (
        "has no line 'endheader'; a .mot file begins with a header such as "
        "'name', 'version=1', 'nRows=2', 'nColumns=3', 'inDegrees=yes', 'endheader'"
    )
    raise FaultyInputError([Fault(file, "header", "", right)])


def _header(lines: list[str]) -> Header:
    said = ((number, *line.partition("=")) for number, line in enumerate(lines, 1))
    return {
        name.strip().lower(): (number, value.strip())
        for number, name, equals, value in said
        if equals and len(name.split()) == 1
    }


def _names(lines: list[str], start: int, file: str) -> tuple[tuple[str, ...], int]:
    """The column names, and which line follows them."""
    at = next((n for n in range(start, len(lines)) if lines[n].strip()), None)
    if at is None:
        right = "must name the columns after 'endheader': time, then the coordinates"
        raise FaultyInputError([Fault(file, "columns", "", right)])
    names = tuple(lines[at].split())
    place = f"line {at + 1}"
    faults = []
    if names[0].lower() != "time":
        right = "must be 'time': the first column says when each row is"
        faults.append(Fault(file, f"{place}, column 1", names[0], right))
    if len(names) < 2:
        faults.append(Fault(file, place, "", "must name a coordinate after 'time'"))
    for column, name in enumerate(names, 1):
        if names.index(name) != column - 1:
            right = f"is the name of column {names.index(name) + 1} already"
            faults.append(Fault(file, f"{place}, column {column}", name, right))
    if faults:
        raise FaultyInputError(faults)
    return names, at + 1


def _rows(
    lines: list[str], first: int, names: tuple[str, ...], file: str
) -> tuple[list[Row], list[Fault]]:
    rows: list[Row] = []
    faults: list[Fault] = []
    for number, line in enumerate(lines[first:], first + 1):
        words = line.split()
        if not words:
            continue
        rows.append((number, list(map(as_number, words))))
        if len(words) != len(names):
            right = f"must be {len(names)} numbers, one for each column"
            faults.append(Fault(file, f"line {number}", f"{len(words)} values", right))
            continue
        for name, word, value in zip(names, words, rows[-1][1], strict=True):
            if not math.isfinite(value):
                place = f"line {number}, column {name}"
                right = "must be a number such as 12.5; fill a gap or leave the row out"
                faults.append(Fault(file, place, word, right))
    if not rows:
        faults.append(Fault(file, "", "", "must have a row of numbers after the column names"))
    return rows, faults


def _header_faults(header: Header, names: tuple[str, ...], rows: int, file: str) -> Iterator[Fault]:
    if "indegrees" not in header:
        right = "is missing and must be given: inDegrees=yes, or inDegrees=no for radians"
        yield Fault(file, "header, inDegrees", "", right)
    elif header["indegrees"][1].lower() not in DEGREES:
        line, value = header["indegrees"]
        right = "must be yes (degrees) or no (radians)"
        yield Fault(file, f"line {line}, inDegrees", value, right)
    for name, count, things in (("nRows", rows, "rows"), ("nColumns", len(names), "columns")):
        line, value = header.get(name.lower(), (0, str(count)))
        if value != str(count):
            right = f"must be {count}: so many {things} follow, or some of them are lost"
            yield Fault(file, f"line {line}, {name}", value, right)
