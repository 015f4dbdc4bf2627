"""How much of a set counts for which muscle: what every sum of a plan is made of.

A set counts whole for a muscle that it loads highly, half for one that it loads moderately, and
not at all below that; a held second of a stretch likewise. Whole and half are our choice, after
the usual way of counting direct and indirect sets. Only strength moves count as strength, only
stretches as stretching.

Where nothing better is known of an exercise and a muscle, its tag speaks: whole where the muscle
is one that the exercise is for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import Side
from coxa.exercises.exercise import Exercise
from coxa.exercises.vocabulary import Kind, Sides

WHOLE = 2  # halves, so that the planner counts in whole numbers
COUNTED = frozenset({Kind.STRENGTH, Kind.STRETCH})


class Origin(StrEnum):
    """Where a share comes from."""

    MEASURED = "measured"
    COMPUTED = "computed"
    TAG = "tag"


@dataclass(frozen=True)
class Share:
    """Halves of a set, or of a held second, that count for one muscle (0, 1 or 2).

    `own` is on the side that the set is done on, `other` on the other one; both are alike where
    left and right work together or in turn.
    """

    own: int
    other: int
    origin: Origin

    @property
    def trusted(self) -> bool:
        """Whether it is measured, or computed well enough; a tag is neither."""
        return self.origin is not Origin.TAG

    @property
    def each(self) -> int:
        """Halves for either side where the set is done on both: the side's better role counts,
        once, since two roles in one exercise are not two sets."""
        return max(self.own, self.other)

    @property
    def serves_its_side(self) -> bool:
        """Whether the side that the set is done on gets at least as much as the other."""
        return self.own >= max(1, self.other)

    def on(self, side: Side, done_on: Side) -> int:
        """Halves for a side of a set done on one side."""
        return self.own if side is done_on else self.other


@dataclass(frozen=True)
class Coverage:
    """The shares that are better known than by the tags, by exercise id and muscle."""

    shares: Mapping[tuple[str, Muscle], Share] = field(default_factory=dict)

    def of(self, exercise: Exercise, muscle: Muscle) -> Share:
        """The share of a strength move or a stretch; of any other kind nothing counts."""
        if exercise.kind not in COUNTED:
            return NOTHING
        return self.shares.get((exercise.id, muscle)) or _by_tag(exercise, muscle)

    def main(self, exercise: Exercise) -> tuple[Muscle, ...]:
        """The muscles that it is for, the tagged ones first: those that it counts whole for, else
        those that it counts half for, else the tagged."""
        worked = self._worked(exercise, WHOLE) or self._worked(exercise, 1)
        return worked or exercise.muscles.primary

    def half(self, exercise: Exercise) -> tuple[Muscle, ...]:
        """The muscles that it counts half for, besides those that it is for."""
        main = self.main(exercise)
        return tuple(m for m in self._worked(exercise, 1) if m not in main)

    def breadth(self, exercise: Exercise) -> int:
        """How many muscles take part; by the tags alone, all that are named."""
        named = exercise.muscles.primary + exercise.muscles.secondary
        known = {m: s for m in Muscle if (s := self.shares.get((exercise.id, m)))}
        return sum(known[m].each > 0 if m in known else m in named for m in Muscle)

    def _worked(self, exercise: Exercise, least: int) -> tuple[Muscle, ...]:
        tagged = exercise.muscles.primary
        order = (*tagged, *(m for m in Muscle if m not in tagged))
        return tuple(m for m in order if self.of(exercise, m).each >= least)


NOTHING = Share(0, 0, Origin.TAG)
ONE_SIDE = Share(WHOLE, 0, Origin.TAG)
BOTH_SIDES = Share(WHOLE, WHOLE, Origin.TAG)
TAGS = Coverage()  # nothing known but the tags


def _by_tag(exercise: Exercise, muscle: Muscle) -> Share:
    if muscle not in exercise.muscles.primary:
        return NOTHING
    return ONE_SIDE if exercise.sides is Sides.EACH else BOTH_SIDES
