"""Named points for named wishes, read from weights.toml."""

from functools import cache
from pathlib import Path

from coxa.anatomy.muscles import Muscle
from coxa.checks.check import Severity
from coxa.reading.folders import read_file
from coxa.reading.values import Value
from coxa.training.person import Goal, Level

FILE = Path(__file__).with_name("weights.toml")


class Points(Value):
    first_set: int
    enough_set: int
    further_set: int
    first_stretch: int
    enough_stretch: int
    found_stretch: int
    further_stretch: int
    direction: int
    warm_up: int
    mobile_day: int
    balance_day: int
    included: int
    preferred: int
    weaker_side: int
    own_equipment: int
    from_articles: int
    known: int
    level_gap: int
    distinct: int
    line: int
    held_volume: int


class Enough(Value):
    first_sets: int
    sets: int
    first_stretch_s: int
    stretch_s: int
    full_stretch_s: int
    most_stretch_s: int
    mobile_days: int


class GoalShares(Value):
    strength: float
    stretch: float


class Weights(Value):
    points: Points
    enough: Enough
    caps: dict[Level, int]
    strength: dict[Muscle, float]
    stretch: dict[Muscle, float]
    goal: dict[Goal, GoalShares]
    finding: dict[Severity, float]


@cache
def weights() -> Weights:
    return read_file(FILE, Weights)
