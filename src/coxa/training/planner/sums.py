"""What a week amounts to for each muscle, as sums over the days that each option stands on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd

from ortools.sat.python import cp_model

from coxa.anatomy.muscles import Muscle
from coxa.exercises.vocabulary import Kind
from coxa.training.coverage import WHOLE, Coverage
from coxa.training.planner.amounts import work, work_of_extra
from coxa.training.planner.menu import Option

# All amounts that the planner compares with are whole sets and whole minutes.
COARSEST = {Kind.STRENGTH: WHOLE, Kind.STRETCH: 60 * WHOLE}

Amounts = tuple[tuple[int, int], ...]  # of options, named by their places; nothing of nought


@dataclass(frozen=True)
class ForMuscle:
    """A week's work for one muscle, in units of which one set or held second has `one`.

    `base` is what either side gets, `more` what a side with sets of its own gets beyond it;
    `amounts` are both, by option.
    """

    base: cp_model.LinearExpr
    more: cp_model.LinearExpr
    one: Fraction
    amounts: tuple[Amounts, Amounts]

    @property
    def has_more(self) -> bool:
        return bool(self.amounts[1])

    @property
    def best(self) -> cp_model.LinearExpr:
        """Of the side that gets more."""
        return self.base + self.more


def by_muscle(
    options: Sequence[Option], counts: Sequence[cp_model.IntVar], kind: Kind, coverage: Coverage
) -> dict[Muscle, ForMuscle]:
    """What the options of a kind do for each muscle that any of them does work for."""
    found = {}
    for muscle in Muscle:
        shares = [
            (o, option, coverage.of(option.exercise, muscle))
            for o, option in enumerate(options)
            if option.exercise.kind is kind
        ]
        base = [(o, n) for o, option, share in shares if (n := work(option) * share.each)]
        more = [(o, n) for o, option, share in shares if (n := work_of_extra(option) * share.own)]
        if base:
            found[muscle] = _for_muscle(base, more, counts, COARSEST[kind])
    return found


def _for_muscle(
    base: list[tuple[int, int]],
    more: list[tuple[int, int]],
    counts: Sequence[cp_model.IntVar],
    coarsest: int,
) -> ForMuscle:
    """In the coarsest unit that counts everything exactly: a smaller program."""
    unit = gcd(coarsest, *(halves for _, halves in base + more))
    first, further = (tuple((o, halves // unit) for o, halves in each) for each in (base, more))
    one = Fraction(WHOLE, unit)
    return ForMuscle(sum_of(first, counts), sum_of(further, counts), one, (first, further))


def named_otherwise(
    named: Mapping[Muscle, ForMuscle], worked: Mapping[Muscle, ForMuscle]
) -> Iterator[tuple[Muscle, ForMuscle]]:
    """Of the muscles counted by their tags, those that are counted otherwise by what is known."""
    for muscle, by_tag in named.items():
        counted = worked.get(muscle)
        if counted is None or (counted.amounts, counted.one) != (by_tag.amounts, by_tag.one):
            yield muscle, by_tag


def sum_of(
    amounts: Iterable[tuple[int, int]], counts: Sequence[cp_model.IntVar]
) -> cp_model.LinearExpr:
    """The week's sum of amounts, each of an option named by its place."""
    return total(counts[o] * each for o, each in amounts if each)


def total(parts: Iterable[cp_model.LinearExpr]) -> cp_model.LinearExpr:
    """A sum that is a linear expression even of nothing."""
    found = list(parts)
    return cp_model.LinearExpr.sum(found) if found else cp_model.LinearExpr.constant(0)
