"""How far a computed load can be trusted, read from trust.toml."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

from coxa.anatomy.coordinates import sided
from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import Side
from coxa.motion.clip import Clip
from coxa.reading.folders import read_file
from coxa.reading.values import Value

FILE = Path(__file__).with_name("trust.toml")


class Confidence(StrEnum):
    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class _BentHip(Value):
    above_deg: float
    muscles: tuple[Muscle, ...]


class _Trust(Value):
    load: Mapping[Muscle, Confidence]
    bent_hip: _BentHip


def trust(muscle: Muscle, side: Side, moving: Clip) -> Confidence:
    """The confidence in a muscle's computed load in a motion."""
    table = _trust()
    bent = moving.coordinate(sided("hip_flexion", side)).max() > table.bent_hip.above_deg
    if bent and muscle in table.bent_hip.muscles and _opens(side, moving):
        return Confidence.LOW
    return table.load[muscle]


def _opens(side: Side, moving: Clip) -> bool:
    """Whether the bent hip goes outward on the way."""
    spread = moving.coordinate(sided("hip_adduction", side))
    return bool(spread.max() - spread.min() > OPENS_DEG)


OPENS_DEG = 10.0  # our choice: less is a wobble


@cache
def _trust() -> _Trust:
    return read_file(FILE, _Trust)
