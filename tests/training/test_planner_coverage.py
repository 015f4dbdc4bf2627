"""What the planner makes of better knowledge than tags: halves, sides, reasons."""

from unittest.mock import patch

import pytest
from benchmarks.people import people
from tests.cast import MONDAY, alice, bruno

from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import Side
from coxa.coaching import plan
from coxa.coaching.screen import screen
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import Kind
from coxa.training.coverage import TAGS, WHOLE, Coverage, Origin, Share
from coxa.training.person import Person
from coxa.training.planner.amounts import work, work_of_extra
from coxa.training.planner.menu import Option, side_to_favour
from coxa.training.planner.reasons import reasons_for
from coxa.training.planner.request import Request
from coxa.training.planner.weeks import solve
from coxa.training.planner.weights import weights

BRIDGE, RAISE = exercises()["glute_bridge"], exercises()["side_lying_leg_raise"]
WEAK_LEFT = {Kind.STRENGTH: {Muscle.GLUTE_MED.value: Side.LEFT}}


def request(person: Person, coverage: Coverage) -> Request:
    """The person's first week, as it is asked for where `coverage` is what is known."""
    screening = screen(person, MONDAY)
    with patch.object(plan, "coverage", return_value=coverage):
        return plan.request_of(person, 1, screening, plan.decisions_of(person, screening))


def everywhere(halves: int, kind: Kind, muscle: Muscle) -> Coverage:
    """Every exercise of a kind counts the same for one muscle."""
    return Coverage(
        {
            (one.id, muscle): Share(halves, 0, Origin.COMPUTED)
            for one in exercises().values()
            if one.kind is kind
        }
    )


def weekly(made: Request, kind: Kind, muscle: Muscle) -> tuple[float, float]:
    """Sets (or seconds held) of a muscle in the solved week: on either side, and on the one that
    gets more."""
    placed = solve(made)
    assert placed is not None
    base = more = 0
    for here in placed.sessions.values():
        for option in here:
            if option.exercise.kind is kind:
                share = made.coverage.of(option.exercise, muscle)
                base += work(option) * share.each
                more += work_of_extra(option) * share.own
    return base / WHOLE, (base + more) / WHOLE


@pytest.mark.parametrize("person", [alice(), *people(6, seed=5)[::2]])
def test_no_muscle_gets_more_than_its_cap_however_sets_are_counted(person):
    if not screen(person, MONDAY).trains:
        return
    counted = everywhere(1, Kind.STRENGTH, Muscle.CORE)
    made = request(person, counted)
    if made.menu.options and made.calendar.slots:
        cap = weights().caps[person.level]
        assert all(weekly(made, Kind.STRENGTH, muscle)[1] <= cap for muscle in Muscle)


def test_no_muscle_is_stretched_beyond_what_adds_anything():
    made = request(bruno(), everywhere(1, Kind.STRETCH, Muscle.QUADS))
    most = made.weights.enough.most_stretch_s
    assert all(weekly(made, Kind.STRETCH, muscle)[0] <= most for muscle in Muscle)


def test_a_week_of_nothing_but_half_sets_still_has_its_named_ones():
    """The tags keep a say: what a vector calls a light set is not planned away."""
    named = [e for e in exercises().values() if Muscle.GLUTE_MED in e.muscles.primary]
    light = Coverage({(e.id, Muscle.GLUTE_MED): Share(0, 0, Origin.COMPUTED) for e in named})
    placed = solve(request(bruno(), light))
    assert placed is not None
    chosen = {option.exercise.id for here in placed.sessions.values() for option in here}
    assert chosen & {e.id for e in named if e.kind is Kind.STRENGTH}


def test_where_only_the_bridge_does_anything_the_week_holds_more_bridges():
    others = {
        (one.id, muscle): Share(0, 0, Origin.COMPUTED)
        for one in exercises().values()
        if one.kind is Kind.STRENGTH and one is not BRIDGE
        for muscle in Muscle
    }
    assert bridges(request(alice(), Coverage(others))) > bridges(request(alice(), TAGS))


def bridges(made: Request) -> int:
    placed = solve(made)
    assert placed is not None
    return sum(
        o.dose.sets for here in placed.sessions.values() for o in here if o.exercise is BRIDGE
    )


def test_reasons_speak_of_the_muscles_that_the_vectors_say():
    counted = Coverage(
        {
            (BRIDGE.id, Muscle.GLUTE_MAX): Share(1, 1, Origin.COMPUTED),
            (BRIDGE.id, Muscle.HAMSTRINGS): Share(WHOLE, WHOLE, Origin.MEASURED),
        }
    )
    option = Option(BRIDGE, BRIDGE.start_dose)
    by_tag = reasons_for(option, request(alice(), TAGS))[0]
    assert by_tag == "Trains the buttocks."
    by_vector = reasons_for(option, request(alice(), counted))[0]
    assert by_vector == "Trains the back of the thigh, and a little the buttocks."


def test_a_set_more_is_offered_where_it_reaches_the_weak_side():
    assert side_to_favour(RAISE, WEAK_LEFT, TAGS) is Side.LEFT
    elsewhere = Coverage({(RAISE.id, Muscle.GLUTE_MED): Share(0, WHOLE, Origin.COMPUTED)})
    assert side_to_favour(RAISE, WEAK_LEFT, elsewhere) is None


def test_no_set_more_is_offered_where_both_sides_work_together():
    assert side_to_favour(BRIDGE, {Kind.STRENGTH: {"glute_max": Side.LEFT}}, TAGS) is None
