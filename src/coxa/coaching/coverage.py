"""What each exercise counts for each muscle: the muscle vectors where they can be trusted.

A load that a study measured in the very exercise is trusted, and one computed from the motion where
the model has done well against such measurements (`coxa.mechanics.trust`). Lengths of muscles are
known well throughout. A trusted vector grades the muscles that the exercise's tags name: a helper's
set is an indirect one and counts half at most. Where it contradicts the tags, someone has to look
and decide (muscle_tags.toml); until then a muscle that the exercise is said to be for counts half,
one that nobody named not at all.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import Side
from coxa.coaching.muscle_tags import Counts, Decided, decided
from coxa.exercises.exercise import Exercise
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import Kind, Sides
from coxa.mechanics.trust import Confidence
from coxa.mechanics.uses import Band, MuscleUse, Source, uses
from coxa.training.coverage import COUNTED, WHOLE, Coverage, Origin, Share

UsesOf = Callable[[str], Iterable[MuscleUse]]
HALVES = {Band.MODERATE: 1, Band.HIGH: WHOLE, Band.VERY_HIGH: WHOLE}  # our choice
WELL_COMPUTED = frozenset({Confidence.MODERATE, Confidence.HIGH})


@cache
def coverage() -> Coverage:
    """Of the library."""
    return coverage_of(exercises().values(), uses, decided())


def coverage_of(
    some: Iterable[Exercise],
    uses_of: UsesOf,
    looked_at: Mapping[tuple[str, Muscle], Decided],
) -> Coverage:
    shares = {}
    for exercise in some:
        if exercise.kind in COUNTED and exercise.motion is not None:
            for muscle, (left, right) in sides_of(uses_of(exercise.id)).items():
                said = looked_at.get((exercise.id, muscle))
                share = _share(exercise, left, right, said.counts if said else None)
                if share is not None:
                    shares[exercise.id, muscle] = share
    return Coverage(shares)


def sides_of(rows: Iterable[MuscleUse]) -> dict[Muscle, tuple[MuscleUse, MuscleUse]]:
    """The uses of each muscle, left (the side at work) and right."""
    known = {(row.muscle, row.side): row for row in rows}
    return {
        muscle: (known[muscle, Side.LEFT], known[muscle, Side.RIGHT])
        for muscle in Muscle
        if (muscle, Side.LEFT) in known and (muscle, Side.RIGHT) in known
    }


def share_of(exercise: Exercise, left: MuscleUse, right: MuscleUse) -> Share:
    """The share that a muscle's use amounts to, whether it is trusted or not."""
    own, other = (HALVES.get(band_of(exercise.kind, use), 0) for use in (left, right))
    if exercise.sides is not Sides.EACH:
        own = other = max(own, other)
    measured = exercise.kind is Kind.STRENGTH and left.source is Source.MEASURED
    return Share(own, other, Origin.MEASURED if measured else Origin.COMPUTED)


def band_of(kind: Kind, use: MuscleUse) -> Band:
    """What counts of a strength move is the load, of a stretch the length."""
    return use.load_band if kind is Kind.STRENGTH else use.stretch_band


def trusted(kind: Kind, use: MuscleUse) -> bool:
    if kind is not Kind.STRENGTH:
        return True  # a stretch follows from lengths alone
    return use.source is Source.MEASURED or use.confidence in WELL_COMPUTED


def disagree(exercise: Exercise, muscle: Muscle, left: MuscleUse, right: MuscleUse) -> bool:
    """Whether the tag names a muscle that the vector has at little, or does not name one that it
    has at much."""
    share = share_of(exercise, left, right)
    if muscle in exercise.muscles.primary:
        return share.each == 0
    return share.each == WHOLE and muscle not in exercise.muscles.secondary


def _share(
    exercise: Exercise, left: MuscleUse, right: MuscleUse, said: Counts | None
) -> Share | None:
    """What counts if it is not the tag: as decided, else by the vector if it may speak."""
    if said is not None:
        return {"tag": None, "half": halved(exercise)}.get(said, share_of(exercise, left, right))
    if not trusted(exercise.kind, left):
        return None
    found = share_of(exercise, left, right)
    if left.muscle in exercise.muscles.secondary:
        return Share(min(1, found.own), min(1, found.other), found.origin)
    if left.muscle not in exercise.muscles.primary:
        return None
    return halved(exercise) if disagree(exercise, left.muscle, left, right) else found


def halved(exercise: Exercise) -> Share:
    """Half of what the tag says."""
    return Share(1, 0 if exercise.sides is Sides.EACH else 1, Origin.TAG)
