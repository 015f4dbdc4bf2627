"""Landmarks of a person over time: .npz for programs, .csv for spreadsheets.

A .npz holds `time_s` (n), and `image`, `world` or both, (n, 33, 4): x, y, z, visibility, as
`coxa.motion.watching.points.Frame` has them; `aspect` (one number, width / height of the picture)
if `image` is there. NaN in all of a row: nobody was seen.

A .csv has a line of column names, then one row a moment: `time_s`; `aspect`; `image_left_hip_x`,
`_y`, `_z`, `_visibility`, and so on for each of the 33 points, and `world_left_hip_x` likewise. A
point without columns, or with empty cells, was not seen. `left_hip_x` means the image, `23` the
left hip, `_v` visibility, `time` is `time_s`. Other columns are passed over, so what `coxa measure
--csv` writes can be read again.
"""

import csv
import math
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from pathlib import Path

import numpy as np

from coxa.interchange.reading import read_bytes, text_of
from coxa.motion.values import Array
from coxa.motion.watching.points import INDEX, LENGTH, POINTS, STRIDE, Frame
from coxa.reading.faults import Fault, FaultyInputError
from coxa.reading.tables import as_number, not_too_many, time_faults

MOST_BYTES = 400_000_000  # an hour of landmarks, sixty times a second, both kinds, as text
KINDS = ("image", "world")
PARTS = ("x", "y", "z", "visibility")
SHAPE = (len(POINTS), STRIDE)
TIME, ASPECT = "time_s", "aspect"
FARTHEST = 1e4  # of widths or metres: what is beyond comes from no picture of a person
DIGITS = 5  # after the point
COLUMN = re.compile(r"(?:(image|world)[_.])?([a-z_]+|\d+)[_.](x|y|z|v|vis|visibility)")
# What numpy raises for a file that is damaged, cut off or something else.
DAMAGED = (
    ValueError, EOFError, OSError, KeyError, TypeError, SyntaxError, zipfile.BadZipFile,
    zlib.error, NotImplementedError, RuntimeError, MemoryError, OverflowError,
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Landmarks:
    """`times` (n,) in seconds, increasing; `image` and `world` (n, 33, 4), NaN where nobody was
    seen, or None; `aspect` is width / height of the picture."""

    times: Array
    image: Array | None
    world: Array | None
    aspect: float = 1.0


def read_landmarks(path: Path) -> Landmarks:
    """The .npz or .csv at `path`. Raises FaultyInputError with every fault of it."""
    content = read_bytes(path, MOST_BYTES)
    if not content:
        right = "is empty; must hold landmarks over time"
        raise FaultyInputError([Fault(path.name, "", "", right)])
    parse = parse_npz if path.suffix.lower() == ".npz" else parse_csv
    return parse(content, path.name)


def frames_of(landmarks: Landmarks) -> tuple[Frame, ...]:
    image = _rows(landmarks.image, len(landmarks.times))
    world = _rows(landmarks.world, len(landmarks.times))
    return tuple(
        Frame(time, one, other, landmarks.aspect)
        for time, one, other in zip(landmarks.times.tolist(), image, world, strict=True)
    )


def landmarks_of(frames: Sequence[Frame]) -> Landmarks:
    """The arrays of some frames. A kind that no frame has is None."""
    return Landmarks(
        np.array([frame.time_s for frame in frames], dtype=np.float64),
        _array([frame.image for frame in frames]),
        _array([frame.world for frame in frames]),
        frames[0].aspect if frames else 1.0,
    )


def parse_npz(content: bytes, file: str) -> Landmarks:
    arrays = _arrays(content, file)
    faults = [*_npz_faults(arrays, file)]
    if faults:
        raise FaultyInputError(not_too_many(faults, file))
    kinds = [_seen(arrays[kind]) if kind in arrays else None for kind in KINDS]
    aspect = float(arrays[ASPECT].ravel()[0]) if ASPECT in arrays else 1.0
    return Landmarks(np.asarray(arrays[TIME], dtype=np.float64), kinds[0], kinds[1], aspect)


def npz_bytes(landmarks: Landmarks) -> bytes:
    held = {TIME: landmarks.times, ASPECT: np.array(landmarks.aspect)}
    for kind in KINDS:
        if (values := getattr(landmarks, kind)) is not None:
            held[kind] = values
    out = BytesIO()
    np.savez_compressed(out, allow_pickle=False, **held)
    return out.getvalue()


def parse_csv(content: bytes, file: str) -> Landmarks:
    rows = _csv_rows(text_of(content, file), file)
    names, table = rows[0][1], rows[1:]
    names = [plain_column(name) for name in names]
    columns = {name: at for at, name in enumerate(names)}
    faults = [*_column_faults(names, columns, file)]
    ours = {name: at for name, at in columns.items() if name in _KNOWN}
    values, cell_faults = _numbers(table, ours, len(names), file)
    faults += cell_faults
    if not table:
        faults.append(Fault(file, "", "", "must have a row of numbers after the column names"))
    if faults:
        raise FaultyInputError(not_too_many(faults, file))
    image, world = (_of_columns(kind, values) for kind in KINDS)
    aspect = values.get(ASPECT, np.ones(1))
    faults = [*_value_faults(values[TIME], image, world, aspect, [at for at, _ in table], file)]
    if faults:
        raise FaultyInputError(not_too_many(faults, file))
    return Landmarks(values[TIME], image, world, float(aspect[0]))


def plain_column(name: str) -> str:
    """Our name of a column that others write a little differently, else the name in small letters.

    A point may stand by its number, the kind be left out (image), visibility be cut short.
    """
    said = name.strip().lower()
    found = COLUMN.fullmatch(said)
    if not found:
        return TIME if said == "time" else said
    kind, point, part = found.groups()
    if point.isdigit() and int(point) < len(POINTS):
        point = POINTS[int(point)]
    return f"{kind or 'image'}_{point}_{'visibility' if part.startswith('v') else part}"


def csv_columns(landmarks: Landmarks) -> dict[str, Array]:
    """{column: (n,)} of the landmarks, in the order in which they are written, without time."""
    columns: dict[str, Array] = {}
    if landmarks.image is not None:
        columns[ASPECT] = np.full(len(landmarks.times), landmarks.aspect)
    for kind in KINDS:
        values = getattr(landmarks, kind)
        if values is not None:
            for name, at in INDEX.items():
                for part, word in enumerate(PARTS):
                    columns[f"{kind}_{name}_{word}"] = values[:, at, part]
    return columns


def csv_text(times: Array, columns: Mapping[str, Array]) -> str:
    """The table: time first; an empty cell for NaN."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow((TIME, *columns))
    for at, time in enumerate(times):
        cells = (float(values[at]) for values in columns.values())
        writer.writerow((f"{time:.6f}", *(_cell(one) for one in cells)))
    return out.getvalue()


_KNOWN = frozenset(
    [TIME, ASPECT, *(f"{k}_{name}_{part}" for k in KINDS for name in POINTS for part in PARTS)]
)


def _cell(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.{DIGITS}f}"


def _rows(values: Array | None, count: int) -> list[tuple[float, ...] | None]:
    """The 132 numbers of each moment; None where nobody was seen. A point that was lost has
    visibility 0."""
    if values is None:
        return [None] * count
    lost = np.logical_not(np.all(np.isfinite(values), axis=2))
    plain = np.where(lost[:, :, None], 0.0, values).reshape(count, LENGTH).tolist()
    nobody = np.all(lost, axis=1).tolist()
    return [None if none else tuple(row) for row, none in zip(plain, nobody, strict=True)]


def _array(rows: Sequence[Sequence[float] | None]) -> Array | None:
    if all(row is None for row in rows):
        return None
    nobody = [math.nan] * LENGTH
    values = np.array([nobody if row is None else row for row in rows], dtype=np.float64)
    return values.reshape(len(rows), *SHAPE)


def _seen(values: Array) -> Array:
    return np.asarray(values, dtype=np.float64)


def _arrays(content: bytes, file: str) -> dict[str, Array]:
    right = "is no .npz file, or is cut off or damaged; numpy.savez writes one"
    try:
        with zipfile.ZipFile(BytesIO(content)) as held:
            # A small file can unpack to one that no memory holds.
            if sum(one.file_size for one in held.infolist()) > MOST_BYTES:
                right = f"unpacks to more than {MOST_BYTES // 1_000_000} MB"
                raise FaultyInputError([Fault(file, "", "", right)])
        with np.load(BytesIO(content), allow_pickle=False) as arrays:
            return {name: arrays[name] for name in (TIME, ASPECT, *KINDS) if name in arrays}
    except FaultyInputError:
        raise
    except DAMAGED:
        raise FaultyInputError([Fault(file, "", "", right)]) from None


def _npz_faults(arrays: Mapping[str, Array], file: str) -> Iterator[Fault]:
    for name, values in arrays.items():
        if values.dtype.kind not in "fiu":
            yield Fault(file, name, str(values.dtype), "must hold numbers")
            return
    if not any(kind in arrays for kind in KINDS):
        yield Fault(file, "image, world", "", "one of them must be given: (n, 33, 4)")
    if TIME not in arrays:
        yield Fault(file, TIME, "", "must be given: the seconds of each picture, (n)")
        return
    times = arrays[TIME]
    if times.ndim != 1 or not times.size:
        yield Fault(file, TIME, str(times.shape), "must have the shape (n), with n at least 1")
        return
    wanted = (len(times), *SHAPE)
    wrong = [kind for kind in KINDS if kind in arrays and arrays[kind].shape != wanted]
    for kind in wrong:
        yield Fault(file, kind, str(arrays[kind].shape), f"must have the shape {wanted}")
    if not wrong:
        image, world = (arrays.get(kind) for kind in KINDS)
        aspect = arrays.get(ASPECT, np.ones(1))
        yield from _value_faults(times, image, world, aspect.ravel(), range(len(times)), file)


def _value_faults(
    times: Array,
    image: Array | None,
    world: Array | None,
    aspect: Array,
    lines: Sequence[int],
    file: str,
) -> Iterator[Fault]:
    yield from time_faults(((at, [float(t)]) for at, t in zip(lines, times, strict=True)), file)
    if not aspect.size or not (np.isfinite(aspect[0]) and 0.1 <= aspect[0] <= 10):
        said = str(aspect[0]) if aspect.size else ""
        yield Fault(file, ASPECT, said, "must be width / height of the picture, such as 1.78")
    for kind, values in zip(KINDS, (image, world), strict=True):
        if values is not None:
            yield from _kind_faults(kind, values, lines, file)


def _kind_faults(kind: str, values: Array, lines: Sequence[int], file: str) -> Iterator[Fault]:
    far = np.isinf(values) | (np.abs(values) > FARTHEST)
    for row, point, part in np.argwhere(far):
        where = f"line {lines[row]}, {kind}, {POINTS[point]} {PARTS[part]}"
        right = "must be a share of the picture" if kind == "image" else "must be metres"
        yield Fault(file, where, f"{values[row, point, part]:g}", right)
    if not far.any():
        seen = values[:, :, 3]
        bad = (seen < -0.01) | (seen > 1.01)
        if bad.any():
            row, point = np.argwhere(bad)[0]
            where = f"line {lines[row]}, {kind}, {POINTS[point]} visibility"
            yield Fault(file, where, f"{seen[row, point]:g}", "must be from 0 to 1")


def _csv_rows(text: str, file: str) -> list[tuple[int, list[str]]]:
    """Each line that is not empty, with its number."""
    try:
        reader = csv.reader(StringIO(text, newline=""), strict=True)
        rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise FaultyInputError([Fault(file, "", "", f"is no CSV: {error}")]) from None
    if not rows:
        right = "is empty; must begin with a line of column names: time_s, image_nose_x, ..."
        raise FaultyInputError([Fault(file, "", "", right)])
    return rows


def _column_faults(names: Sequence[str], columns: Mapping[str, int], file: str) -> Iterator[Fault]:
    if TIME not in columns:
        yield Fault(file, "columns", "", f"must have a column '{TIME}', in seconds")
    for at, name in enumerate(names):
        if name in _KNOWN and columns[name] != at:
            yield Fault(file, f"column {at + 1}", name, "stands twice")
    found = 0
    for kind in KINDS:
        for name in POINTS:
            has = [part for part in PARTS if f"{kind}_{name}_{part}" in columns]
            found += len(has)
            # How far away a point is, and how well it was seen, may be left out.
            if has and not {"x", "y"} <= set(has):
                missing = " and ".join(part for part in ("x", "y") if part not in has)
                yield Fault(file, f"{kind}_{name}", "", f"lacks its columns {missing}")
    if not found:
        right = "must have columns of landmarks: image_left_hip_x, image_left_hip_y, ..."
        yield Fault(file, "columns", ", ".join(names[:4]), right)


def _numbers(
    table: Sequence[tuple[int, list[str]]], ours: Mapping[str, int], width: int, file: str
) -> tuple[dict[str, Array], list[Fault]]:
    faults: list[Fault] = []
    values = {name: np.full(len(table), math.nan) for name in ours}
    for row, (line, cells) in enumerate(table):
        if len(cells) != width:
            right = f"must be {width} cells, one for each column"
            faults.append(Fault(file, f"line {line}", f"{len(cells)} cells", right))
            continue
        for name, at in ours.items():
            cell = cells[at].strip()
            value = as_number(cell)
            values[name][row] = value
            lost = not cell or cell.lower() == "nan"
            if not math.isfinite(value) and (name == TIME or not lost):
                right = "must be a number such as 0.25"
                right += "" if name == TIME else ", or empty where nothing was seen"
                faults.append(Fault(file, f"line {line}, {name}", cell, right))
    return values, faults


def _of_columns(kind: str, values: Mapping[str, Array]) -> Array | None:
    """(n, 33, 4). Without a column for it z is 0, and visibility is 1 where x and y are given."""
    count = len(values[TIME])
    found = np.full((count, *SHAPE), math.nan)
    known = False
    for name, at in INDEX.items():
        x = values.get(f"{kind}_{name}_x")
        if x is None:
            continue
        known = True
        seen = np.where(np.isfinite(x), 1.0, math.nan)
        found[:, at, 0] = x
        found[:, at, 1] = values[f"{kind}_{name}_y"]
        found[:, at, 2] = values.get(f"{kind}_{name}_z", seen * 0.0)
        found[:, at, 3] = values.get(f"{kind}_{name}_visibility", seen)
    return found if known else None
