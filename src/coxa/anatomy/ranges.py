"""How far a joint goes where the others are: the range of a combined position, from ranges.toml.

A figure-4 needs a hip turned out by 70 degrees and more. That is far beyond the range of a straight
hip, and normal for a bent and spread one. Degrees; the place of the pelvis in metres.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from coxa.anatomy.coordinates import Coordinate, coordinate, coordinates, sided

TABLE = Path(__file__).with_name("ranges.toml")
ROUNDING_DEG = 5.0  # key poses are written to ten degrees

Pose = Mapping[str, float]


@dataclass(frozen=True)
class Dependence:
    """The `end` of a coordinate's range ("low" or "high") goes from `start` to `full` as each
    other coordinate of `among` goes from its first value to its second; the last of them counts.
    """

    coordinate: str
    end: str
    start: float
    full: float
    among: Mapping[str, tuple[float, float]]
    why: str
    status: str
    source: str


@dataclass(frozen=True)
class Together:
    """The sum of `coordinates` stays within `low` and `high`."""

    coordinates: tuple[str, ...]
    low: float
    high: float
    why: str
    status: str
    source: str


@dataclass(frozen=True)
class Breach:
    """`coordinate` is `value`; in this position it must be within `low` and `high`."""

    coordinate: str
    value: float
    low: float
    high: float

    @property
    def beyond(self) -> float:
        """By how much it is out of range."""
        return max(self.low - self.value, self.value - self.high)

    def __str__(self) -> str:
        here = f"here {self.low:.0f} to {self.high:.0f}"
        words = coordinate(self.coordinate).words
        return f"{words} ({self.coordinate}) is {self.value:.0f}, {here}"


@cache
def dependences() -> tuple[Dependence, ...]:
    return tuple(
        Dependence(
            coordinate=row["coordinate"],
            end=row["end"],
            start=row["start"],
            full=row["full"],
            among={name: (ends[0], ends[1]) for name, ends in row["with"].items()},
            why=row["why"],
            status=row["status"],
            source=row["source"],
        )
        for row in _tables()["depends"]
    )


@cache
def sums() -> tuple[Together, ...]:
    return tuple(
        Together(**{**row, "coordinates": tuple(row["coordinates"])})
        for row in _tables()["together"]
    )


def limits(name: str, pose: Pose) -> tuple[float, float]:
    """The range of a coordinate in a pose; what the pose does not name is zero.

    Raises ValueError with the nearest names for an unknown coordinate.
    """
    one = coordinate(name)
    low, high = one.farthest
    for end, ways in _ways(name).items():
        values = [_reached(row, one, pose) for row in ways]
        if end == "low":
            low = min(values)
        else:
            high = max(values)
    for whole in _sums_of(name):
        others = sum(pose.get(other, 0.0) for other in whole.coordinates if other != name)
        low, high = max(low, whole.low - others), min(high, whole.high - others)
    return low, high


def breaches(pose: Pose, tolerance: float = 0.0) -> list[Breach]:
    """What of a pose is out of its range by more than `tolerance` degrees, in the pose's order.

    Raises ValueError with the nearest names for an unknown coordinate.
    """
    found = []
    for name, value in pose.items():
        low, high = limits(name, pose)
        if not low - tolerance <= value <= high + tolerance:
            found.append(Breach(name, value, low, high))
    return found


def _reached(row: Dependence, one: Coordinate, pose: Pose) -> float:
    shares = []
    for other, (first, last) in row.among.items():
        value = pose.get(sided(other, one.side) if one.side else other, 0.0)
        shares.append((value - first) / (last - first))
    share = min(max(min(shares), 0.0), 1.0)
    return row.start + (row.full - row.start) * share


@cache
def _ways(name: str) -> Mapping[str, tuple[Dependence, ...]]:
    """The rows for each end of a coordinate's range."""
    mine = [row for row in dependences() if name in _names(row.coordinate)]
    ends = dict.fromkeys(row.end for row in mine)
    return {end: tuple(row for row in mine if row.end == end) for end in ends}


@cache
def _sums_of(name: str) -> tuple[Together, ...]:
    return tuple(whole for whole in sums() if name in whole.coordinates)


def _names(base: str) -> Iterator[str]:
    return (name for name in (base, f"{base}_l", f"{base}_r") if name in coordinates())


@cache
def _tables() -> Mapping[str, Any]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))
