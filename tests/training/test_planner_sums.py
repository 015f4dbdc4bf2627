"""Sums for a muscle: exact in whatever unit, and told apart by tag and by what is known."""

from ortools.sat.python import cp_model

from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import Side
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import Kind
from coxa.training.coverage import TAGS, WHOLE, Coverage, Origin, Share
from coxa.training.planner.amounts import work, work_of_extra
from coxa.training.planner.menu import Option
from coxa.training.planner.sums import by_muscle, named_otherwise

HALF = Share(1, 0, Origin.COMPUTED)
OPTIONS = tuple(
    Option(exercise, exercise.start_dose.model_copy(update={"sets": sets}), extra)
    for exercise in exercises().values()
    for sets in (1, 2, 3)
    for extra in (None, Side.LEFT)
)


def sums(kind: Kind, counted: Coverage):
    model = cp_model.CpModel()
    return by_muscle(OPTIONS, [model.new_int_var(0, 7, "") for _ in OPTIONS], kind, counted)


def every(kind: Kind, muscle: Muscle, share: Share) -> Coverage:
    return Coverage({(e.id, muscle): share for e in exercises().values() if e.kind is kind})


def test_in_every_unit_an_option_amounts_to_its_sets_or_seconds():
    for kind in (Kind.STRENGTH, Kind.STRETCH):
        for counted in (TAGS, every(kind, Muscle.GLUTE_MAX, HALF)):
            for muscle, found in sums(kind, counted).items():
                for (amounts, amount), role in (
                    ((found.amounts[0], work), "each"),
                    ((found.amounts[1], work_of_extra), "own"),
                ):
                    for o, units in amounts:
                        share = counted.of(OPTIONS[o].exercise, muscle)
                        halves = amount(OPTIONS[o]) * getattr(share, role)
                        assert units / found.one * WHOLE == halves


def test_what_counts_nothing_has_no_place_in_the_sum():
    found = sums(Kind.STRENGTH, every(Kind.STRENGTH, Muscle.CORE, Share(0, 0, Origin.COMPUTED)))
    assert Muscle.CORE in sums(Kind.STRENGTH, TAGS)
    assert Muscle.CORE not in found


def test_whole_sets_need_no_halves():
    assert all(found.one == 1 for found in sums(Kind.STRENGTH, TAGS).values())
    halved = sums(Kind.STRENGTH, every(Kind.STRENGTH, Muscle.CORE, HALF))
    assert halved[Muscle.CORE].one == WHOLE


def test_only_muscles_that_are_counted_otherwise_are_counted_twice():
    named = sums(Kind.STRENGTH, TAGS)
    assert list(named_otherwise(named, named)) == []
    known = sums(Kind.STRENGTH, every(Kind.STRENGTH, Muscle.GLUTE_MED, HALF))
    assert [muscle for muscle, _ in named_otherwise(named, known)] == [Muscle.GLUTE_MED]


def test_a_muscle_of_which_every_set_counts_half_is_counted_otherwise():
    """In halves its numbers look the same as whole sets do; they are not."""
    named = sums(Kind.STRENGTH, TAGS)
    halves = Coverage(
        {
            (e.id, Muscle.GLUTE_MED): HALF
            for e in exercises().values()
            if e.kind is Kind.STRENGTH and Muscle.GLUTE_MED in e.muscles.primary
        }
    )
    assert [muscle for muscle, _ in named_otherwise(named, sums(Kind.STRENGTH, halves))] == [
        Muscle.GLUTE_MED
    ]
