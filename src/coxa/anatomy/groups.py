"""What is told of each muscle group: where it lies, what it does, when it is felt: groups.toml.

What it does and what lengthens it is taken from `coxa.anatomy.actions`.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from coxa.anatomy.actions import actions, lengthenings
from coxa.anatomy.muscles import Muscle
from coxa.language import gettext, per_language

TABLE = Path(__file__).with_name("groups.toml")

#: What a measure does on the way: gets greater, gets less, or is the other way round at the end.
Change = Literal["grows", "fades", "changes"]


@dataclass(frozen=True)
class Look:
    """Something to see in the muscle model.

    As `along` goes from `start` to `end` (degrees), with the rest of the body as in `pose`,
    `measure` of the model's line `line` changes as `change` says. `measure` is "length" or the
    coordinate that a moment arm is about. Coordinates are named without their side.
    """

    line: str
    measure: str
    along: str
    start: float
    end: float
    pose: Mapping[str, float]
    change: Change
    words: str


@dataclass(frozen=True)
class Group:
    """`does` begins with the chief action; `lengthened_by` are positions, each enough by itself."""

    muscle: Muscle
    where: str
    felt: str
    does: tuple[str, ...]
    lengthened_by: tuple[str, ...]
    looks: tuple[Look, ...]

    @property
    def name(self) -> str:
        """Where it is in everyday words: "side of the hip"."""
        return self.muscle.words.partition(" (")[0]

    @property
    def anatomical(self) -> str:
        """What the field calls it: "gluteus medius"; "" where both are the same."""
        return self.muscle.words.partition(" (")[2].rstrip(")")


@per_language()
def groups() -> Mapping[Muscle, Group]:
    """Every group, in the order of `Muscle`."""
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {muscle: _group(muscle, rows[muscle.value]) for muscle in Muscle}


def _look(row: Mapping[str, Any]) -> Look:
    return Look(**{"pose": {}, **row, "words": gettext(row["words"])})


def _group(muscle: Muscle, row: Mapping[str, Any]) -> Group:
    return Group(
        muscle=muscle,
        where=gettext(row["where"]),
        felt=gettext(row["felt"]),
        does=tuple(gettext(action.words) for action in actions(muscle)),
        lengthened_by=tuple(gettext(one.words) for one in lengthenings(muscle)),
        looks=tuple(_look(look) for look in row["looks"]),
    )
