"""The week by muscle and side: what is planned, what the log says was done, against the aims."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import BOTH, Side
from coxa.coaching.coverage import coverage
from coxa.coaching.follow import person_from
from coxa.coaching.week import DayView, SessionView, WeekView, week_of
from coxa.coaching.week_muscles import (
    MuscleWeek,
    Totals,
    aims_of,
    done_work,
    planned_work,
    totals,
    week_by_muscle,
)
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import Kind, Sides
from coxa.training.coverage import TAGS, WHOLE, Coverage, Origin, Share
from coxa.training.log import SetDone
from coxa.training.phases import phases
from coxa.training.plan import Item
from tests.cast import MONDAY, Diary, alice, bruno, item

RAISE, BRIDGE, LUNGE = "side_lying_leg_raise", "glute_bridge", "standing_hip_flexor_lunge"
MED, MAX, FLEXORS = Muscle.GLUTE_MED, Muscle.GLUTE_MAX, Muscle.HIP_FLEXORS
few = settings(suppress_health_check=[HealthCheck.too_slow])


@st.composite
def items(draw) -> Item:
    """An item as plans have them: any exercise and dose; one side only where sides have turns."""
    exercise = exercises()[draw(st.sampled_from(sorted(exercises())))]
    each = exercise.sides is Sides.EACH
    return item(
        exercise.id,
        sets=draw(st.integers(1, 5)),
        side=draw(st.sampled_from(("both", "left", "right"))) if each else "both",
    )


@st.composite
def coverages(draw) -> Coverage:
    """Something is known of some exercises."""
    known = draw(st.lists(st.sampled_from(sorted(exercises())), max_size=6))
    shares = {}
    for one in known:
        own, other = draw(st.integers(0, WHOLE)), draw(st.integers(0, WHOLE))
        if exercises()[one].sides is not Sides.EACH:
            other = own
        shares[one, draw(st.sampled_from(list(Muscle)))] = Share(own, other, Origin.COMPUTED)
    return Coverage(shares)


def week(*sessions: tuple[Item, ...]) -> WeekView:
    """A planned week with these sessions, one a day."""
    days = tuple(
        DayView(
            date=MONDAY + timedelta(days=n),
            sessions=(SessionView(key=f"{n}", items=one, seconds=0, name="A session"),),
        )
        for n, one in enumerate(sessions)
    )
    plan = week_of(Diary().knows(alice()).entries, MONDAY)
    assert plan is not None
    return plan.model_copy(update={"days": days})


def by_hand(planned: Item, counted: Coverage) -> Totals:
    """What one item amounts to, written out case by case."""
    exercise = exercises()[planned.exercise_id]
    amount = planned.sets * (planned.reps * planned.hold_s if exercise.kind == "stretch" else 1)
    found: Totals = {}
    for muscle in Muscle:
        share = counted.of(exercise, muscle)
        for side in BOTH:
            if planned.side == "both" or exercise.sides is not Sides.EACH:
                halves = share.each
            else:
                halves = share.on(side, Side(planned.side))
            if amount * halves:
                found[exercise.kind, muscle, side] = amount * halves / WHOLE
    return found


@few
@given(st.lists(st.lists(items(), max_size=4).map(tuple), max_size=5), coverages())
def test_what_a_plan_holds_is_the_sum_over_its_items(sessions, counted):
    summed: Totals = {}
    for one in (one for session in sessions for one in session):
        for key, amount in by_hand(one, counted).items():
            summed[key] = summed.get(key, 0.0) + amount
    assert totals(planned_work(week(*sessions)), counted) == pytest.approx(summed)


@few
@given(st.lists(items(), max_size=4).map(tuple), coverages())
def test_a_session_done_as_planned_counts_as_it_was_planned(planned, counted):
    once = tuple({one.exercise_id: one for one in planned}.values())
    lived = Diary().session(*once).entries
    done = totals(done_work(lived, MONDAY), counted)
    assert done == pytest.approx(totals(planned_work(week(once)), counted))


@few
@given(st.lists(items(), max_size=4).map(tuple), coverages())
def test_of_a_session_with_nothing_but_done_what_was_planned_counts(planned, counted):
    lived = Diary().session(*planned, sets=False).entries
    done = totals(done_work(lived, MONDAY), counted)
    assert done == pytest.approx(totals(planned_work(week(planned)), counted))


def done(diary: Diary, counted: Coverage = TAGS) -> Totals:
    return totals(done_work(diary.entries, MONDAY), counted)


def one_set(diary: Diary, exercise_id: str, **more) -> Diary:
    """The set as the player writes it, in the newest session."""
    session = next(
        e.body.session_id for e in reversed(diary.entries) if e.body.kind == "session_started"
    )
    said = {"session_id": session, "exercise_id": exercise_id, "set_number": 1} | more
    return diary.write(SetDone.model_validate(said))


def started() -> Diary:
    return Diary().session(item(BRIDGE), sets=False, finished=False)


def test_a_set_on_one_side_counts_for_that_side():
    diary = one_set(started(), RAISE, side="left", reps=10)
    assert done(diary) == {(Kind.STRENGTH, MED, Side.LEFT): 1}


def test_a_set_more_on_one_side_stands_apart():
    diary = Diary().session(item(RAISE, sets=2), item(RAISE, sets=1, side="left"), sets=False)
    assert done(diary)[Kind.STRENGTH, MED, Side.LEFT] == 3
    assert done(diary)[Kind.STRENGTH, MED, Side.RIGHT] == 2


def test_the_leg_that_stands_gets_its_share_of_the_other_legs_set():
    counted = Coverage({(RAISE, MED): Share(1, WHOLE, Origin.COMPUTED)})
    left = one_set(started(), RAISE, side="left", reps=10)
    assert done(left, counted)[Kind.STRENGTH, MED, Side.LEFT] == 0.5
    assert done(left, counted)[Kind.STRENGTH, MED, Side.RIGHT] == 1
    both = one_set(left, RAISE, side="right", reps=10)
    assert done(both, counted)[Kind.STRENGTH, MED, Side.LEFT] == 1


def test_a_stretch_counts_the_seconds_that_were_held():
    diary = one_set(started(), LUNGE, side="left", hold_s=30)
    one_set(diary, LUNGE, side="right", hold_s=20)
    assert done(diary)[Kind.STRETCH, FLEXORS, Side.LEFT] == 30
    assert done(diary)[Kind.STRETCH, FLEXORS, Side.RIGHT] == 20


def test_a_set_of_no_repetition_is_no_set():
    assert done(one_set(started(), RAISE, side="left", reps=0)) == {}


def test_last_week_is_over():
    diary = Diary(MONDAY - timedelta(days=1)).session(item(BRIDGE))
    assert done(diary) == {}


def test_what_was_done_on_top_of_the_plan_counts_too():
    diary = Diary().session(item(BRIDGE, sets=2), origin="start_now")
    assert done(diary)[Kind.STRENGTH, MAX, Side.LEFT] == 2


def rows(diary: Diary) -> dict[tuple[Kind, Muscle, Side], MuscleWeek]:
    view, person = week_of(diary.entries, MONDAY), person_from(diary.entries, MONDAY)
    assert view is not None
    assert person is not None
    found = week_by_muscle(view, diary.entries, coverage(), aims_of(person, phases()[view.phase]))
    return {(row.kind, row.muscle, row.side): row for row in found}


def test_the_muscles_that_matter_most_are_told_of_even_where_nothing_is_planned():
    with_nothing = alice(equipment=(), floor="no")
    told = rows(Diary().knows(with_nothing))
    for muscle in (MAX, MED, FLEXORS):
        assert {(Kind.STRENGTH, muscle, side) for side in BOTH} <= told.keys()


def test_what_a_check_found_short_is_asked_for():
    person = alice()
    diary = Diary().knows(person).check("thomas_knee", {"left": 50, "right": 50})
    key = Kind.STRETCH, Muscle.RECTUS_FEMORIS, Side.LEFT
    assert rows(diary)[key].asked
    assert key not in rows(Diary().knows(person)) or not rows(Diary().knows(person))[key].asked


def test_the_side_that_a_check_found_weak_has_more_planned():
    diary = Diary().knows(bruno()).check("side_plank_hold", {"left": 14, "right": 40})
    told = rows(diary)
    left, right = (told[Kind.STRENGTH, MED, side].planned for side in BOTH)
    assert left > right


def test_the_aims_are_those_of_the_planner():
    person = bruno()
    aims = aims_of(person, phases()["learn"])
    assert (aims.of[Kind.STRENGTH].enough, aims.of[Kind.STRENGTH].most) == (4, 20)
    assert (aims.of[Kind.STRETCH].enough, aims.of[Kind.STRETCH].most) == (300, 600)
    assert aims_of(alice(), phases()["learn"]).of[Kind.STRENGTH].most == 12


def test_to_keep_what_one_has_less_is_enough():
    kept = aims_of(bruno(), phases()["maintain"]).of[Kind.STRENGTH]
    assert kept.enough < aims_of(bruno(), phases()["learn"]).of[Kind.STRENGTH].enough
