"""Which exercises of the library load a muscle group most, and which stretch it most."""

from dataclasses import dataclass

from coxa.anatomy.muscles import Muscle
from coxa.exercises.exercise import Exercise
from coxa.exercises.library import exercises
from coxa.language import per_language
from coxa.mechanics.trust import Confidence
from coxa.mechanics.uses import Band, MuscleUse, uses
from coxa.reading.faults import FaultyInputError

# Bands as marks: as many filled as it is high.
STEPS = {Band.NONE: 0, Band.LOW: 1, Band.MODERATE: 2, Band.HIGH: 3, Band.VERY_HIGH: 4}
LEAST = STEPS[Band.MODERATE]  # less than this nobody would call a load or a stretch of it


@dataclass(frozen=True)
class Reach:
    """An exercise and how much it does to a group, on the side that it does most to."""

    id: str
    name: str
    level: int
    share: float
    band: str
    steps: int
    measured: str  # the study, "" where it is computed
    unsure: bool  # computed, and the model is known to be weak there


@dataclass(frozen=True)
class Reached:
    loads: tuple[Reach, ...]
    stretches: tuple[Reach, ...]


@per_language()
def reached(muscle: Muscle) -> Reached:
    """Both lists, the most first; the easier exercise first where two do about the same."""
    loads, stretches = [], []
    for one in exercises().values():
        if own := _of(one.id, muscle):
            loads.append(_load(one, max(own, key=lambda use: use.strength)))
            stretches.append(_stretch(one, max(own, key=lambda use: use.stretch)))
    return Reached(_the_most(loads), _the_most(stretches))


def _of(key: str, muscle: Muscle) -> list[MuscleUse]:
    """Both sides of an exercise; nothing of one that has no motion yet."""
    try:
        return [use for use in uses(key) if use.muscle is muscle]
    except FaultyInputError:
        return []


def _load(one: Exercise, most: MuscleUse) -> Reach:
    study = most.measured.study if most.measured else ""
    unsure = not study and most.confidence is Confidence.LOW
    return _reach(one, most.strength, most.load_band, study, unsure)


def _stretch(one: Exercise, most: MuscleUse) -> Reach:
    return _reach(one, most.stretch, most.stretch_band, "", unsure=False)


def _reach(one: Exercise, share: float, band: Band, study: str, unsure: bool) -> Reach:
    return Reach(one.id, one.name, one.level, share, band.words, STEPS[band], study, unsure)


def _the_most(found: list[Reach]) -> tuple[Reach, ...]:
    counting = [one for one in found if one.steps >= LEAST]
    return tuple(sorted(counting, key=_rank))


def _rank(one: Reach) -> tuple[int, float, int, str]:
    return -one.steps, -round(one.share, 1), one.level, one.name
