"""What each muscle group does to the joints, and which positions lengthen it: actions.toml.

A strength move works a muscle where something resists its action; a stretch puts it where one of
its lengthening positions is met. Names are those of `coxa.anatomy.coordinates` without their side;
degrees.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from coxa.anatomy.coordinates import sided
from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import Side

TABLE = Path(__file__).with_name("actions.toml")
FARTHEST = 1000.0  # degrees: where a need has no such end

Pose = Mapping[str, float]


@dataclass(frozen=True)
class Need:
    """The sum of coordinates, each times its factor, is from `at_least` to `at_most`."""

    of: Mapping[str, float]
    at_least: float
    at_most: float

    def value(self, pose: Pose, side: Side) -> float:
        """The sum in a pose, on a side; what the pose does not name is zero."""
        return sum(f * pose.get(sided(name, side), 0.0) for name, f in self.of.items())

    def met(self, pose: Pose, side: Side) -> bool:
        return self.at_least <= self.value(pose, side) <= self.at_most


@dataclass(frozen=True)
class Action:
    """A muscle pulls `coordinate` up or down, where every need of `when` is met."""

    muscle: Muscle
    coordinate: str
    way: Literal["up", "down"]
    when: tuple[Need, ...]
    words: str
    status: str
    source: str

    @property
    def sign(self) -> int:
        return 1 if self.way == "up" else -1

    def holds(self, pose: Pose, side: Side) -> bool:
        return all(need.met(pose, side) for need in self.when)


@dataclass(frozen=True)
class Lengthening:
    """A muscle is long where every one of `needs` is met."""

    muscle: Muscle
    needs: tuple[Need, ...]
    words: str
    status: str
    source: str

    def met(self, pose: Pose, side: Side) -> bool:
        return all(need.met(pose, side) for need in self.needs)


@cache
def actions(muscle: Muscle) -> tuple[Action, ...]:
    """What a muscle does, its chief action first."""
    return tuple(
        Action(
            muscle=muscle,
            coordinate=row["coordinate"],
            way="up" if row["way"] == "up" else "down",
            when=_needs(row.get("when", ())),
            words=row["words"],
            status=row["status"],
            source=row["source"],
        )
        for row in _rows(muscle)["shortens"]
    )


@cache
def lengthenings(muscle: Muscle) -> tuple[Lengthening, ...]:
    """The positions, each enough by itself, that lengthen a muscle."""
    return tuple(
        Lengthening(muscle, _needs(row["needs"]), row["words"], row["status"], row["source"])
        for row in _rows(muscle)["lengthened_by"]
    )


def lengthened(muscle: Muscle, pose: Pose, side: Side) -> tuple[Lengthening, ...]:
    """The lengthening positions of a muscle that a pose is in, on a side."""
    return tuple(one for one in lengthenings(muscle) if one.met(pose, side))


def _needs(rows: Any) -> tuple[Need, ...]:
    return tuple(
        Need(row["of"], row.get("at_least", -FARTHEST), row.get("at_most", FARTHEST))
        for row in rows
    )


@cache
def _tables() -> Mapping[str, Any]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


def _rows(muscle: Muscle) -> Any:
    return _tables()[muscle.value]
