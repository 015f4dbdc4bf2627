"""Where hand tags and muscle vectors contradict each other, and what was decided there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from coxa.anatomy.muscles import Muscle
from coxa.coaching.coverage import UsesOf, disagree, sides_of, trusted
from coxa.coaching.muscle_tags import Decided
from coxa.exercises.exercise import Exercise
from coxa.exercises.vocabulary import Kind
from coxa.mechanics.uses import MuscleUse
from coxa.training.coverage import COUNTED, Coverage, Share


@dataclass(frozen=True)
class Disagreement:
    """One exercise and muscle: `left` is the side at work, `share` what counts now.

    `tagged`: the exercise is said to be for the muscle and the vector has it low; else the vector
    has it high and no tag names it. `stands`: they still contradict each other; a decision may
    outlive that. Only a vector that is trusted speaks against a tag.
    """

    exercise: Exercise
    muscle: Muscle
    tagged: bool
    stands: bool
    left: MuscleUse
    right: MuscleUse
    share: Share
    decided: Decided | None

    @property
    def figures(self) -> tuple[float, float]:
        """Left and right: load of a strength move, stretch of a stretch, 0 to 1."""
        if self.exercise.kind is Kind.STRENGTH:
            return self.left.strength, self.right.strength
        return self.left.stretch, self.right.stretch


def disagreements(
    some: Iterable[Exercise],
    uses_of: UsesOf,
    looked_at: Mapping[tuple[str, Muscle], Decided],
    counted: Coverage,
) -> tuple[Disagreement, ...]:
    """In the order of the exercises' ids, muscles as the vocabulary lists them."""
    found = []
    for exercise in sorted(some, key=lambda one: one.id):
        if exercise.kind not in COUNTED or exercise.motion is None:
            continue
        for muscle, (left, right) in sides_of(uses_of(exercise.id)).items():
            decided = looked_at.get((exercise.id, muscle))
            trust = trusted(exercise.kind, left)
            stands = trust and disagree(exercise, muscle, left, right)
            if stands or decided:
                tagged = muscle in exercise.muscles.primary
                share = counted.of(exercise, muscle)
                one = Disagreement(exercise, muscle, tagged, stands, left, right, share, decided)
                found.append(one)
    return tuple(found)
