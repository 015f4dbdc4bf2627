"""The coordinates that pose the figure: their names, what plus means, and how far each goes.

Names and signs are OpenSim's where OpenSim has them; both sides have the same sign. All zero is the
anatomical position. The figures are in coordinates.csv, each with its source and how sure it is.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from pathlib import Path

from coxa.anatomy.sides import BOTH, Side

TABLE = Path(__file__).with_name("coordinates.csv")
# A solver may use so much more: it presses softly on its bounds, and 5 too much is a fault.
MARGIN_DEG = 3.0
FREE = 1000.0  # degrees or metres: the end of what has no end, such as a place in the room


class Unit(StrEnum):
    DEGREES = "deg"
    METRES = "m"


class Status(StrEnum):
    """How sure a figure is."""

    CONFIRMED = "confirmed"  # read where it is cited
    SECONDARY = "secondary"  # read on a page that cites the original, or known from a textbook
    OUR_CHOICE = "our_choice"  # no evidence claimed


@dataclass(frozen=True)
class Coordinate:
    """One way in which the figure moves.

    `joint` is the (first) joint that it turns, `words` what it is, `positive` what a value above
    zero means, `side` None on the midline. `normal` is the passive range of an average adult from
    the anatomical position, `farthest` what any combined position allows (`coxa.anatomy.ranges`
    says which); `low` and `high` are bounds for a solver: `farthest` and a little more.
    """

    name: str
    joint: str
    words: str
    positive: str
    side: Side | None
    low: float
    high: float
    unit: Unit
    normal: tuple[float, float]
    farthest: tuple[float, float]
    status: Status
    source: str


@cache
def coordinates() -> Mapping[str, Coordinate]:
    """Every coordinate by its name, in the order of the table, right before left."""
    with TABLE.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    found = [one for row in rows for one in _of_row(row)]
    return {one.name: one for one in found}


def coordinate(name: str) -> Coordinate:
    """The coordinate of that name. Raises ValueError with the nearest names for an unknown one."""
    if name not in coordinates():
        raise ValueError(_unknown(name))
    return coordinates()[name]


def sided(name: str, side: Side) -> str:
    """The name on that side: hip_flexion on the left is hip_flexion_l; midline names stay.

    Raises ValueError with the nearest names for an unknown one.
    """
    if name in coordinates():
        return name
    return coordinate(f"{name}_{side.value[0]}").name


def _of_row(row: Mapping[str, str]) -> list[Coordinate]:
    if row["sided"] == "no":
        return [_coordinate(row, row["name"], row["joint"], None)]
    return [
        _coordinate(row, f"{row['name']}_{side.value[0]}", f"{row['joint']}_{side.value[0]}", side)
        for side in reversed(BOTH)
    ]


def _coordinate(row: Mapping[str, str], name: str, joint: str, side: Side | None) -> Coordinate:
    normal = float(row["normal_low"] or -FREE), float(row["normal_high"] or FREE)
    farthest = float(row["farthest_low"] or -FREE), float(row["farthest_high"] or FREE)
    return Coordinate(
        name=name,
        joint=joint,
        words=f"{side} {row['words']}" if side else row["words"],
        positive=row["positive"],
        side=side,
        low=farthest[0] - MARGIN_DEG,
        high=farthest[1] + MARGIN_DEG,
        unit=Unit(row["unit"]),
        normal=normal,
        farthest=farthest,
        status=Status(row["status"]),
        source=row["source"],
    )


def _unknown(name: str) -> str:
    if f"{name}_l" in coordinates():
        return f"'{name}' needs its side: {name}_l or {name}_r"
    close = get_close_matches(name, sorted(coordinates()), n=3, cutoff=0.5)
    offer = f"did you mean {' or '.join(close)}?" if close else "see coxa.anatomy.coordinates"
    return f"'{name}' is not a coordinate; {offer}"
