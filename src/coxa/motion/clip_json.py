"""Clips as JSON: what `coxa motion --format json` writes, and the way back."""

import json
from collections.abc import Sequence
from typing import Any

import numpy as np
from pydantic import Field

from coxa.motion.clip import Clip, Held, Placed, View, phases
from coxa.motion.turns import COORDINATES, PELVIS_PLACE
from coxa.motion.values import Array
from coxa.reading.faults import Fault, FaultyInputError, unknown_word
from coxa.reading.values import Value, read_value

# Finer than anyone can see, and no digits that mean nothing: 0.1 mm, 0.001 degrees, 0.1 ms.
METRE_DIGITS, DEGREE_DIGITS, SECOND_DIGITS, TURN_DIGITS = 4, 3, 4, 6

Numbers = tuple[float, ...]


class _View(Value):
    name: str
    yaw_deg: float
    pitch_deg: float


class _Held(Value):
    point: str
    on: str
    first: int = Field(ge=0)
    last: int = Field(ge=0)
    planted: bool


class _Placed(Value):
    kind: str
    name: str
    colour: str
    size: Numbers
    positions: tuple[tuple[float, float, float], ...] = Field(min_length=1)
    rotations: tuple[tuple[float, float, float, float], ...] = Field(min_length=1)
    scales: tuple[tuple[float, float, float], ...] = Field(min_length=1)


class _Phase(Value):
    name: str
    from_s: float
    to_s: float


class _ClipFile(Value):
    """The fields of the file. `units` and `phases` follow from the rest, for whoever reads it."""

    id: str
    variant: str = ""
    title: str
    out_s: float = Field(ge=0)
    hold_s: float = Field(ge=0)
    back_s: float = Field(ge=0)
    times: Numbers = Field(min_length=1)
    coordinates: dict[str, float | Numbers]
    units: dict[str, str] = {}
    contacts: tuple[_Held, ...] = ()
    props: tuple[_Placed, ...] = ()
    phases: tuple[_Phase, ...] = ()
    view: _View


def to_json(clip: Clip) -> dict[str, Any]:
    """`clip` as plain values: seconds, metres, degrees; one number where nothing changes."""
    return {
        "id": clip.id,
        "variant": clip.variant,
        "title": clip.title,
        "out_s": round(clip.out_s, SECOND_DIGITS),
        "hold_s": round(clip.hold_s, SECOND_DIGITS),
        "back_s": round(clip.back_s, SECOND_DIGITS),
        "phases": [
            {"name": p.name, "from_s": _seconds(p.from_s), "to_s": _seconds(p.to_s)}
            for p in phases(clip)
        ],
        "view": {
            "name": clip.view.name,
            "yaw_deg": clip.view.yaw_deg,
            "pitch_deg": clip.view.pitch_deg,
        },
        "times": [_seconds(time) for time in clip.times],
        "units": {name: unit(name) for name in clip.names},
        "coordinates": {
            name: _one_or_all(column, _digits(name))
            for name, column in zip(clip.names, clip.values.T, strict=True)
        },
        "contacts": [_held(held) for held in clip.contacts],
        "props": [_placed(thing) for thing in clip.props],
    }


def json_text(clip: Clip) -> str:
    """The clip as a JSON file that can be read and compared line by line: a coordinate a line."""
    fields = [f"{_line(name)}: {_spread(value)}" for name, value in to_json(clip).items()]
    return "{\n" + ",\n".join(fields) + "\n}\n"


def _spread(value: Any) -> str:
    """A table or a list of tables over several lines, a list of numbers on one."""
    if isinstance(value, dict) and value:
        rows = [f"  {_line(name)}: {_line(one)}" for name, one in value.items()]
        return "{\n" + ",\n".join(rows) + "\n}"
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n" + ",\n".join(f"  {_line(one)}" for one in value) + "\n]"
    return _line(value)


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def from_json(data: object, file: str) -> Clip:
    """The clip that `to_json` wrote. Raises FaultyInputError with every fault of `data`."""
    if not isinstance(data, dict):
        raise FaultyInputError([Fault(file, "", "", "must be a table with id, times, ...")])
    read = read_value(_ClipFile, data, file)
    frames = len(read.times)
    if faults := _faults(read, frames, file):
        raise FaultyInputError(faults)
    columns = [np.broadcast_to(values, frames) for values in read.coordinates.values()]
    try:
        return Clip(
            read.id,
            read.variant,
            read.title,
            np.array(read.times),
            tuple(read.coordinates),
            np.stack(columns, axis=1) if columns else np.empty((frames, 0)),
            tuple(_placed_from(thing) for thing in read.props),
            read.out_s,
            read.hold_s,
            read.back_s,
            View(read.view.name, read.view.yaw_deg, read.view.pitch_deg),
            tuple(Held(**held.model_dump()) for held in read.contacts),
        )
    except ValueError as error:
        raise FaultyInputError([Fault(file, "", "", str(error))]) from None


def unit(name: str) -> str:
    """What a coordinate is measured in: "m" or "deg"."""
    return "m" if name in PELVIS_PLACE else "deg"


def _faults(read: _ClipFile, frames: int, file: str) -> list[Fault]:
    faults = []
    for name, values in read.coordinates.items():
        if name not in COORDINATES:
            right = unknown_word("coordinate", name, COORDINATES)
            faults.append(Fault(file, f"coordinates.{name}", "", right))
        if isinstance(values, tuple) and len(values) != frames:
            right = f"must be one number, or {frames}: as many as there are times"
            faults.append(Fault(file, f"coordinates.{name}", f"{len(values)} numbers", right))
    return faults


def _digits(name: str) -> int:
    return METRE_DIGITS if unit(name) == "m" else DEGREE_DIGITS


def _seconds(time: float) -> float:
    return round(float(time), SECOND_DIGITS)


def _rounded(values: Array, digits: int) -> list[Any]:
    # Adding 0 makes a minus nought a plain one.
    rounded: list[Any] = (np.round(values, digits) + 0.0).tolist()
    return rounded


def _one_or_all(column: Array, digits: int) -> float | list[float]:
    values = _rounded(column, digits)
    return float(values[0]) if len(set(values)) == 1 else values


def _held(held: Held) -> dict[str, Any]:
    return {
        "point": held.point,
        "on": held.on,
        "first": held.first,
        "last": held.last,
        "planted": held.planted,
    }


def _placed(thing: Placed) -> dict[str, Any]:
    return {
        "kind": thing.kind,
        "name": thing.name,
        "colour": thing.colour,
        "size": list(thing.size),
        "positions": _rounded(thing.positions, METRE_DIGITS),
        "rotations": _rounded(thing.rotations, TURN_DIGITS),
        "scales": _rounded(thing.scales, METRE_DIGITS),
    }


def _placed_from(thing: _Placed) -> Placed:
    return Placed(
        thing.kind,
        thing.colour,
        thing.size,
        _rows(thing.positions),
        _rows(thing.rotations),
        _rows(thing.scales),
        thing.name,
    )


def _rows(values: Sequence[Sequence[float]]) -> Array:
    return np.array(values, dtype=np.float64)
