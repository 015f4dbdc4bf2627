"""Marker files (.trc): where each marker was over time, as a table in plain text.

Format (OpenSim documentation, "Marker (.trc) files"): a line with `PathFileType`; a line of names,
among them `DataRate`, `NumFrames`, `NumMarkers` and `Units`, and one with their values; a line
`Frame#`, `Time` and a name for every three columns; a line `X1 Y1 Z1 X2 ...`; then one row a
moment. Tabs stand between. A field left empty, or NaN, is a marker that was lost.
"""

import math
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np

from coxa.interchange.markers import Markers
from coxa.interchange.reading import read_bytes, text_of
from coxa.reading.faults import Fault, FaultyInputError
from coxa.reading.tables import as_number, not_too_many, time_faults

MOST_BYTES = 200_000_000  # an hour of forty markers, a hundred times a second
UNITS_M = {"mm": 0.001, "cm": 0.01, "m": 1.0}
EXAMPLE = "'Frame#', 'Time', then a marker's name for every three columns"
AXES = ("x", "y", "z")
DIGITS = 5  # after the point of a metre: a hundredth of a millimetre

Cells = list[str]
Row = tuple[int, list[float]]  # the number of its line, its values


def read_trc(path: Path) -> Markers:
    """The file at `path`. Raises FaultyInputError with what is wrong, where, and what would be
    right."""
    return parse_trc(text_of(read_bytes(path, MOST_BYTES), path.name), path.name)


def parse_trc(text: str, file: str) -> Markers:
    """What the text of a .trc file says. Raises FaultyInputError as `read_trc` does."""
    lines = text.splitlines()
    start = _columns_line(lines, file)
    header = _header(lines[:start])
    names, faults = _names(_cells(lines[start]), start + 1, file)
    scale, unit_faults = _scale(header, file)
    rows, row_faults = _rows(lines, start + 1, names, file)
    faults = [*unit_faults, *faults, *_counted(header, names, len(rows), file), *row_faults]
    if not faults:
        faults = list(time_faults(rows, file))
    if faults:
        raise FaultyInputError(not_too_many(faults, file))
    table = np.array([values for _, values in rows], dtype=np.float64)
    places = table[:, 1:].reshape(len(rows), len(names), 3) * scale
    return Markers(file, table[:, 0], names, places)


def trc_text(markers: Markers) -> str:
    """The file, in metres. Raises ValueError for a name with a tab, which would be read as two."""
    for name in markers.names:
        if not name.strip() or len(name.splitlines()) != 1 or "\t" in name:
            raise ValueError(f"'{name}' cannot be a marker's name: it needs to be one cell")
    count, rate = len(markers.times), _rate(markers)
    lines = [
        "PathFileType\t4\t(X/Y/Z)\t" + " ".join(markers.name.split()),
        "DataRate\tCameraRate\tNumFrames\tNumMarkers\tUnits\tOrigDataRate\tOrigDataStartFrame\t"
        "OrigNumFrames",
        f"{rate:g}\t{rate:g}\t{count}\t{len(markers.names)}\tm\t{rate:g}\t1\t{count}",
        "Frame#\tTime\t" + "\t\t\t".join(name.strip() for name in markers.names),
        "\t\t" + "\t".join(f"{a}{n}" for n in range(1, len(markers.names) + 1) for a in "XYZ"),
        "",
    ]
    for at, (time, places) in enumerate(zip(markers.times, markers.places, strict=True), 1):
        cells = ("" if math.isnan(one) else f"{one:.{DIGITS}f}" for one in places.ravel())
        lines.append("\t".join((str(at), f"{time:.6f}", *cells)))
    return "\n".join(lines) + "\n"


def _rate(markers: Markers) -> float:
    if len(markers.times) < 2:
        return 1.0
    return round(1.0 / float(np.median(np.diff(markers.times))), 3)


def _cells(line: str) -> Cells:
    """The cells of a line; where there is no tab at all, what spaces part."""
    if "\t" not in line:
        return line.split()
    return [cell.strip() for cell in line.split("\t")]


def _columns_line(lines: list[str], file: str) -> int:
    for at, line in enumerate(lines[:20]):
        if line.strip().lower().startswith("frame#"):
            return at
    right = f"has no line that names the columns: {EXAMPLE}"
    what = "is empty; a .trc file" if not any(line.strip() for line in lines) else ""
    raise FaultyInputError([Fault(file, "header", "", f"{what} {right}".strip())])


def _header(lines: list[str]) -> dict[str, tuple[int, str]]:
    """{name in small letters: (line, value)} of the two lines that say what the file holds."""
    for at, (above, below) in enumerate(pairwise(lines), 2):
        names = [cell.lower() for cell in _cells(above)]
        if "units" in names or "datarate" in names:
            values = ((at, value) for value in _cells(below))
            return dict(zip(names, values, strict=False))
    return {}


def _names(cells: Cells, line: int, file: str) -> tuple[tuple[str, ...], list[Fault]]:
    names = tuple(cell for cell in cells[2:] if cell)
    place = f"line {line}"
    faults = []
    if len(cells) < 2 or cells[1].lower() != "time":
        said = cells[1] if len(cells) > 1 else ""
        faults.append(Fault(file, f"{place}, column 2", said, "must be 'Time'"))
    if not names:
        faults.append(Fault(file, place, "", "must name a marker after 'Time'"))
    for name in sorted({name for name in names if names.count(name) > 1}):
        faults.append(Fault(file, place, name, "stands twice; each marker has one name"))
    return names, faults


def _scale(header: dict[str, tuple[int, str]], file: str) -> tuple[float, list[Fault]]:
    """Metres of the file's unit."""
    if "units" not in header:
        right = "is missing and must be given under 'Units': mm, cm or m"
        return 1.0, [Fault(file, "header, Units", "", right)]
    line, unit = header["units"]
    if unit.lower() not in UNITS_M:
        return 1.0, [Fault(file, f"line {line}, Units", unit, "must be mm, cm or m")]
    return UNITS_M[unit.lower()], []


def _rows(
    lines: list[str], first: int, names: tuple[str, ...], file: str
) -> tuple[list[Row], list[Fault]]:
    """Each row's time and places, in the file's unit; NaN for what is empty."""
    rows: list[Row] = []
    faults: list[Fault] = []
    wide = 3 * len(names)
    for at, line in enumerate(lines[first:], first + 1):
        cells = _cells(line)
        if not any(cells) or (not rows and cells[0].lower() in ("", "x1")):
            continue
        given = cells[2:]
        while len(given) > wide and not given[-1]:
            given.pop()
        # Lost markers at a row's end are often left out with their tabs.
        short = "\t" in line and len(given) < wide and len(given) % 3 == 0 and len(cells) > 2
        given += [""] * (wide - len(given)) if short else []
        if len(given) != wide:
            right = (
                f"must be {wide + 2} cells: number, time, three for each of {len(names)} markers"
            )
            faults.append(Fault(file, f"line {at}", f"{len(cells)} cells", right))
        else:
            faults.extend(_cell_faults(cells[1], given, names, f"line {at}", file))
        rows.append(
            (at, [as_number(cells[1]) if len(cells) > 1 else math.nan, *map(as_number, given)])
        )
    if not rows:
        faults.append(Fault(file, "", "", "must have a row of numbers after the column names"))
    return rows, faults


def _cell_faults(
    time: str, cells: Cells, names: tuple[str, ...], place: str, file: str
) -> Iterator[Fault]:
    if not math.isfinite(as_number(time)):
        yield Fault(file, f"{place}, Time", time, "must be a number of seconds such as 0.04")
    for at, cell in enumerate(cells):
        value = as_number(cell)
        if not math.isfinite(value) and cell and cell.lower() != "nan":
            where = f"{place}, {names[at // 3]} {AXES[at % 3]}"
            yield Fault(file, where, cell, "must be a number such as 12.5, or empty if it was lost")


def _counted(
    header: dict[str, tuple[int, str]], names: tuple[str, ...], rows: int, file: str
) -> Iterator[Fault]:
    for name, count, things in (("NumFrames", rows, "rows"), ("NumMarkers", len(names), "markers")):
        line, value = header.get(name.lower(), (0, str(count)))
        if as_number(value) != count:
            right = f"must be {count}: so many {things} follow, or some of them are lost"
            yield Fault(file, f"line {line}, {name}", value, right)
