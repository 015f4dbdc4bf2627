"""What an exercise asks of each muscle, left and right: load, length and stretch, in few numbers.

Of the library's motions they stand ready in data/uses.json (`make muscles`); of any other motion
they are worked out. Where a study measured the very exercise, its figure stands beside what is
computed, and counts. Shares are 0 to 1. The left side is the working one.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import BOTH, Side
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import Sides
from coxa.language import Phrases, later, per_language
from coxa.mechanics.measured import Measured, measured
from coxa.mechanics.muscle import columns
from coxa.mechanics.strengths import by_strength
from coxa.mechanics.trust import Confidence, trust
from coxa.motion.clip import Clip
from coxa.motion.library import Described, clip, described, shown_by
from coxa.motion.values import Array, over_time
from coxa.reading.faults import Fault, FaultyInputError, unknown_word

if TYPE_CHECKING:
    from coxa.mechanics.loads import Loads
    from coxa.mechanics.stretch import Stretch

FILE = Path(__file__).with_name("data") / "uses.json"
# Nobody moves with the least effort that would do: by the median of the studies' figures,
# electrodes show so many times the computed peak. With it the same bands serve for both: the
# computed one is the measured one in 43 of 100 rows, and at most one away in 85
# (docs/decisions/muscle-loads.md).
USUALLY = 1.9
# Where each band begins, as a share of the most: the usual classes of electrode studies (up to 20,
# 40, 60 % and more, as Escamilla and others 2010 use them). Less than a twentieth is nothing.
LOADED = (0.05, 0.2, 0.4, 0.6)
STRETCHED = (0.05, 0.2, 0.4, 0.6)  # our choice: the same
DIGITS = 3


class Band(StrEnum):
    NONE = "none"
    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"
    VERY_HIGH = "very_high"

    @property
    def words(self) -> str:
        return BAND_WORDS[self]


BAND_WORDS: Phrases[Band] = Phrases(
    {
        Band.NONE: later("none"),
        Band.LOW: later("low"),
        Band.MODERATE: later("moderate"),
        Band.HIGH: later("high"),
        Band.VERY_HIGH: later("very high"),
    }
)


class Source(StrEnum):
    COMPUTED = "computed"
    MEASURED = "measured"


@dataclass(frozen=True)
class MuscleUse:
    """One muscle group on one side, along an exercise.

    `load_peak` and `load_mean`: computed activation, its parts by their strength. `length_min` and
    `length_max`: 0 where fibres are half as long as where they are strongest, 1 where half as long
    again. `stretch`: the most along the motion, see `coxa.mechanics.stretch`. `measured`: what a
    study found, if one measured this exercise.
    """

    muscle: Muscle
    side: Side
    load_peak: float
    load_mean: float
    length_min: float
    length_max: float
    stretch: float
    confidence: Confidence
    measured: Measured | None = None

    @property
    def source(self) -> Source:
        return Source.MEASURED if self.measured else Source.COMPUTED

    @property
    def strength(self) -> float:
        """How hard it works, 0 to 1: as a study measured it, else as one would likely have."""
        found = self.measured.percent / 100 if self.measured else USUALLY * self.load_peak
        return round(min(found, 1.0), DIGITS)

    @property
    def load_band(self) -> Band:
        return band(self.strength, LOADED)

    @property
    def stretch_band(self) -> Band:
        return band(self.stretch, STRETCHED)


def band(share: float, begins: tuple[float, ...]) -> Band:
    return tuple(Band)[sum(share >= start for start in begins)]


def uses(key: str) -> tuple[MuscleUse, ...]:
    """Of a motion of the library, by the key of an exercise, check or habit.

    Raises FaultyInputError for a key that has no motion.
    """
    rows = _prepared().get(key) or _prepared().get(shown_by(key) or "")
    if rows is None:
        right = unknown_word("motion", key, _prepared())
        raise FaultyInputError([Fault(key, "", "", right)])
    return rows


def computed(one: Described, moving: Clip) -> tuple[MuscleUse, ...]:
    """Of any motion, from what it is made of and its clip."""
    # Read when it is needed: the pages take what stands ready, and start faster without these.
    from coxa.mechanics.loads import loads
    from coxa.mechanics.stretch import stretch

    return of_motion(one.id, loads(moving, one.shown), stretch(moving), moving)


def of_motion(
    id: str, worked: "Loads", lengthened: "Stretch", moving: Clip
) -> tuple[MuscleUse, ...]:
    """From what is already worked out of a clip."""
    found = []
    for muscle in Muscle:
        load, length = worked.of(muscle), _length(lengthened, muscle)
        scores = lengthened.of(muscle)
        for s, side in enumerate(BOTH):
            found.append(
                MuscleUse(
                    muscle=muscle,
                    side=side,
                    load_peak=_rounded(load[:, s].max()),
                    load_mean=_rounded(over_time(load[:, s], worked.times)),
                    length_min=_rounded(length[:, s].min()),
                    length_max=_rounded(length[:, s].max()),
                    stretch=_rounded(scores[:, s].max()),
                    confidence=trust(muscle, side, moving),
                    measured=_measured(id, muscle, side),
                )
            )
    return tuple(found)


def mirrored(rows: Iterable[MuscleUse]) -> tuple[MuscleUse, ...]:
    """The same exercise on the other side."""
    turned = [replace(row, side=row.side.other) for row in rows]
    return tuple(sorted(turned, key=lambda r: (list(Muscle).index(r.muscle), BOTH.index(r.side))))


def prepared_json(keys: Iterable[str]) -> str:
    """The text of data/uses.json."""
    found = {key: [_plain(row) for row in computed(described()[key], clip(key))] for key in keys}
    lines = [f" {json.dumps(key)}: {json.dumps(rows)}" for key, rows in sorted(found.items())]
    return "{\n" + ",\n".join(lines) + "\n}\n"


NUMBERS = ("load_peak", "load_mean", "length_min", "length_max", "stretch")


def _plain(row: MuscleUse) -> list[Any]:
    return [row.muscle, row.side, row.confidence, *(getattr(row, name) for name in NUMBERS)]


@per_language()
def _prepared() -> Mapping[str, tuple[MuscleUse, ...]]:
    data = json.loads(FILE.read_text(encoding="utf-8"))
    return {key: tuple(_row(key, row) for row in rows) for key, rows in data.items()}


def _row(key: str, row: list[Any]) -> MuscleUse:
    muscle, side, confidence = Muscle(row[0]), Side(row[1]), Confidence(row[2])
    numbers = dict(zip(NUMBERS, row[3:], strict=True))
    found = _measured(key, muscle, side)
    return MuscleUse(muscle, side, **numbers, confidence=confidence, measured=found)


def _measured(id: str, muscle: Muscle, side: Side) -> Measured | None:
    """A study's figure is of the working side: of both where both work alike."""
    exercise = exercises().get(id)
    both = exercise is not None and exercise.sides is Sides.TOGETHER
    return measured().get((id, muscle)) if both or side is Side.LEFT else None


def _length(of: "Stretch", muscle: Muscle) -> Array:
    """(n, 2): the fibres' place between half and one and a half of their best length."""
    return by_strength(np.clip(of.fibre - 0.5, 0.0, 1.0), columns(muscle))


def _rounded(value: float) -> float:
    return round(float(value), DIGITS)
