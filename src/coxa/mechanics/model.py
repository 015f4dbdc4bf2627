"""The muscle model's data: data/muscles.json as arrays, read once.

The file is made by `tools/muscles/fit_paths.py` from the model gait2392; where it comes from and
under which licence stands in it and in data/NOTICE.md. Metres, newtons, kilograms, radians.
Everything is of the right side; the left is its mirror image.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from coxa.motion.values import Array

FILE = Path(__file__).with_name("data") / "muscles.json"

#: Whether obturator internus and externus, which gait2392 lacks, are in. Set it before first use.
ADDITIONS = False

#: What muscles cross, without the side: the order of every array of angles and moment arms.
COORDINATES: tuple[str, ...] = (
    "hip_flexion",
    "hip_adduction",
    "hip_rotation",
    "knee_angle",
    "ankle_angle",
    "subtalar_angle",
    "mtp_angle",
    "lumbar_extension",
    "lumbar_bending",
    "lumbar_rotation",
)
AT: Mapping[str, int] = {name: i for i, name in enumerate(COORDINATES)}


@dataclass(frozen=True, eq=False)
class Fibres:
    """What each muscle is made of, (M,): greatest force (N), length of its fibres at which it has
    that force and of its tendon when slack (m), angle between the two (rad)."""

    max_force: Array
    fibre: Array
    tendon: Array
    pennation: Array


@dataclass(frozen=True, eq=False)
class Strings:
    """Straight strings of the muscles `lines` (m,) across joints that turn about fixed axes.

    Squares of their lengths are `squared` (m, 3 ** k) @ bases.circular of the k coordinates.
    """

    coordinates: tuple[int, ...]
    lines: slice
    squared: Array


@dataclass(frozen=True, eq=False)
class Knee:
    """What a bend of the knee alone decides: Chebyshev polynomials between `low` and `high`.

    `length` (m, degree + 1) are lengths of parts of the muscles `lines`.
    """

    low: float
    high: float
    degree: int
    lines: slice
    length: Array


@dataclass(frozen=True, eq=False)
class Bent:
    """Strings over an edge of bone at the knee, in the frame of one of its bones.

    `edge`, and `near` across the knee from it, are polynomials of the knee's bend: weights
    (2, m, degree + 1) of x and y, z is constant (m,). `far`, beyond the next joint, is
    (3, m, 3 ** k) @ bases.circular of that joint's `coordinates`. `way`: see strings.over_edge.
    """

    coordinates: tuple[int, ...]
    lines: slice
    way: Array
    edge: Array
    edge_z: Array
    near: Array
    near_z: Array
    far: Array


@dataclass(frozen=True, eq=False)
class Brim:
    """The muscles over the front of the pelvis: a string from a point at its brim, `low`, and one
    from a point above it, `high`. Squares of their lengths: (m, 27) @ bases.circular of the hip;
    `low_fixed` and `high_fixed` (m,) is what is to be added.

    Between the two bends of the hip `lets_go` a muscle goes from the one to the other; up to `held`
    it is followed, and at `spent` it bends the hip no more.
    """

    lines: slice
    low: Array
    low_fixed: Array
    high: Array
    high_fixed: Array
    lets_go: tuple[float, float]
    held: float
    spent: float


@dataclass(frozen=True)
class Body:
    """A part of the body: kg, centre of mass in its own frame (m), moments of inertia about it
    (xx, yy, zz, xy, xz, yz; kg m2)."""

    mass: float
    centre: tuple[float, ...]
    inertia: tuple[float, ...]


@dataclass(frozen=True)
class Joint:
    """Where in `parent`'s frame the joint to `child` is (m), and about which axes of that frame,
    in this order, its coordinates turn."""

    parent: str
    child: str
    place: tuple[float, ...]
    turns: tuple[tuple[str, tuple[float, ...]], ...]


@dataclass(frozen=True, eq=False)
class Model:
    """The whole file. `fixed` (M,) is the part of each muscle's length that never changes,
    `longest` (M,) how long it gets within the joints' ranges, `curves` the figures of
    `coxa.mechanics.curves`."""

    names: tuple[str, ...]
    fibres: Fibres
    fixed: Array
    longest: Array
    curves: Mapping[str, float]
    strings: tuple[Strings, ...]
    knee: Knee
    thigh: Bent
    calf: Bent
    brim: Brim
    bodies: Mapping[str, Body]
    joints: tuple[Joint, ...]


@cache
def model() -> Model:
    """The model, read once; with what was added to gait2392 if `ADDITIONS` is set."""
    data = json.loads(FILE.read_text(encoding="utf-8"))
    return of_json(data if ADDITIONS else as_published(data))


def as_published(data: Mapping[str, Any]) -> dict[str, Any]:
    """The file's tables without the muscles that gait2392 itself does not have."""
    added = {row["name"] for row in data["muscles"] if row["added"]}
    muscles = [row for row in data["muscles"] if not row["added"]]
    return {
        **data,
        "muscles": muscles,
        "strings": [_without(added, one) for one in data["strings"]],
    }


def _without(added: Collection[str], strings: Mapping[str, Any]) -> dict[str, Any]:
    kept = [i for i, name in enumerate(strings["muscles"]) if name not in added]
    rows = {key: [strings[key][i] for i in kept] for key in ("muscles", "squared_m2")}
    return {**strings, **rows}


def of_json(data: Mapping[str, Any]) -> Model:
    """A model from its file's tables."""
    muscles = data["muscles"]
    names = tuple(row["name"] for row in muscles)

    def each(key: str) -> Array:
        return np.array([row[key] for row in muscles], dtype=np.float64)

    return Model(
        names=names,
        fibres=Fibres(
            each("max_force_n"), each("fibre_m"), each("tendon_m"), each("pennation_rad")
        ),
        fixed=each("fixed_m"),
        longest=each("longest_m"),
        curves=data["curves"],
        strings=tuple(_strings(one, names) for one in data["strings"]),
        knee=_knee(data["knee"], names),
        thigh=_bent(data["thigh"], names),
        calf=_bent(data["calf"], names),
        brim=_brim(data["brim"], names),
        bodies={
            name: Body(body["mass_kg"], tuple(body["centre_m"]), tuple(body["inertia_kg_m2"]))
            for name, body in data["bodies"].items()
        },
        joints=tuple(_joint(one) for one in data["joints"]),
    )


def _strings(data: Mapping[str, Any], names: Sequence[str]) -> Strings:
    return Strings(_columns(data["coordinates"]), _lines(data, names), np.array(data["squared_m2"]))


def _knee(data: Mapping[str, Any], names: Sequence[str]) -> Knee:
    return Knee(
        low=np.radians(data["low_deg"]),
        high=np.radians(data["high_deg"]),
        degree=data["degree"],
        lines=_lines(data, names),
        length=np.array(data["length_m"]),
    )


def _bent(data: Mapping[str, Any], names: Sequence[str]) -> Bent:
    parts = {key: np.array(data[f"{key}_m"]) for key in ("edge", "edge_z", "near", "near_z", "far")}
    return Bent(
        coordinates=_columns(data["coordinates"]),
        lines=_lines(data, names),
        way=np.array(data["way"], dtype=np.float64),
        **parts,
    )


def _brim(data: Mapping[str, Any], names: Sequence[str]) -> Brim:
    first, last = np.radians(data["lets_go_deg"])
    return Brim(
        lines=_lines(data, names),
        low=np.array(data["low_m2"]),
        low_fixed=np.array(data["low_fixed_m"]),
        high=np.array(data["high_m2"]),
        high_fixed=np.array(data["high_fixed_m"]),
        lets_go=(float(first), float(last)),
        held=float(np.radians(data["held_deg"])),
        spent=float(np.radians(data["spent_deg"])),
    )


def _joint(data: Mapping[str, Any]) -> Joint:
    turns = tuple((turn["coordinate"], tuple(turn["axis"])) for turn in data["turns"])
    return Joint(data["parent"], data["child"], tuple(data["place_m"]), turns)


def _columns(names: Sequence[str]) -> tuple[int, ...]:
    return tuple(AT[name] for name in names)


def _lines(data: Mapping[str, Any], names: Sequence[str]) -> slice:
    """Muscles of one kind stand together, so that results are written where they belong."""
    own = data["muscles"]
    first = names.index(own[0])
    if list(names[first : first + len(own)]) != list(own):
        raise ValueError(f"{own[0]} and those after it do not stand together")
    return slice(first, first + len(own))
