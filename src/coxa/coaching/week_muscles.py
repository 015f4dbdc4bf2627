"""A week by muscle and side: strength sets and minutes of stretching, planned and done.

A set counts for a muscle as `coxa.training.coverage` says: whole, half or not at all. What is done
comes from the log, set by set; where only *Done* is known of a session, it counts as planned.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import BOTH, Side
from coxa.coaching.assess import findings
from coxa.coaching.blocks import monday_of
from coxa.coaching.sessions import SessionRecord, sessions_of
from coxa.coaching.week import WeekView
from coxa.exercises.exercise import Exercise
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import Kind, Sides
from coxa.reading.values import Value
from coxa.training.coverage import COUNTED, WHOLE, Coverage, Share
from coxa.training.log import Entry, SetDone
from coxa.training.person import Person
from coxa.training.phases import Phase
from coxa.training.plan import Item
from coxa.training.planner.reasons import ALWAYS_STRENGTH, ALWAYS_STRETCH
from coxa.training.planner.request import flagged_stretch
from coxa.training.planner.weights import weights

Totals = dict[tuple[Kind, Muscle, Side], float]


class Aim(Value):
    """A week's aim for a muscle, in sets or in seconds held; beyond `most` we know of no gain."""

    enough: float
    most: float


class Aims(Value):
    """What a week should hold, and the muscles of which that is asked."""

    of: Mapping[Kind, Aim]
    asked: Mapping[Kind, frozenset[Muscle]]


class MuscleWeek(Value):
    """One muscle on one side: sets of strength, or seconds of stretching.

    `asked`: the week should reach the aim; else it only tells what else is at work.
    """

    kind: Kind
    muscle: Muscle
    side: Side
    planned: float
    done: float
    aim: Aim
    asked: bool


@dataclass(frozen=True)
class Worked:
    """Work of one set, or of several alike, on either side: sets, or seconds held."""

    exercise: Exercise
    left: float
    right: float

    def on(self, side: Side) -> float:
        return self.left if side is Side.LEFT else self.right


def week_by_muscle(
    week: WeekView, entries: Iterable[Entry], coverage: Coverage, aims: Aims
) -> tuple[MuscleWeek, ...]:
    """Strength, then stretching; muscles as the vocabulary lists them, left before right: those
    that are asked for, and those that something is planned or done for."""
    planned = totals(planned_work(week), coverage)
    done = totals(done_work(entries, week.monday), coverage)
    told = {(kind, muscle) for found in (planned, done) for kind, muscle, _ in found}
    told |= {(kind, muscle) for kind, muscles in aims.asked.items() for muscle in muscles}
    return tuple(
        MuscleWeek(
            kind=kind,
            muscle=muscle,
            side=side,
            planned=planned.get((kind, muscle, side), 0.0),
            done=done.get((kind, muscle, side), 0.0),
            aim=aims.of[kind],
            asked=muscle in aims.asked[kind],
        )
        for kind in (Kind.STRENGTH, Kind.STRETCH)
        for muscle in Muscle
        if (kind, muscle) in told
        for side in BOTH
    )


def aims_of(person: Person, phase: Phase) -> Aims:
    """The planner's own aims and upper bounds for this person in this phase."""
    enough = weights().enough
    sets = min(enough.sets, phase.full_sets_for(person))
    return Aims(
        of={
            Kind.STRENGTH: Aim(enough=sets, most=weights().caps[person.level]),
            Kind.STRETCH: Aim(enough=enough.stretch_s, most=enough.most_stretch_s),
        },
        asked={
            Kind.STRENGTH: frozenset(ALWAYS_STRENGTH),
            Kind.STRETCH: ALWAYS_STRETCH | flagged_stretch(findings(person)),
        },
    )


def totals(work: Iterable[Worked], coverage: Coverage) -> Totals:
    """What the work amounts to, for each kind, muscle and side that gets any."""
    found: Totals = defaultdict(float)
    for one in work:
        for muscle in Muscle:
            share = coverage.of(one.exercise, muscle)
            for side in BOTH:
                amount = counted(share, one, side)
                if amount:
                    found[one.exercise.kind, muscle, side] += amount
    return dict(found)


def counted(share: Share, one: Worked, side: Side) -> float:
    """A side's better role counts, once: at work itself, or while the other side is at work."""
    return max(share.own * one.on(side), share.other * one.on(side.other)) / WHOLE


def planned_work(week: WeekView) -> Iterator[Worked]:
    for day in week.days:
        for session in day.sessions:
            yield from _as_planned(session.items)


def done_work(entries: Iterable[Entry], monday: date) -> Iterator[Worked]:
    """What was done in the week that begins on `monday`."""
    for record in sessions_of(entries):
        if monday_of(record.day) == monday:
            yield from work_of(record)


def work_of(record: SessionRecord) -> Iterator[Worked]:
    """What was done in one session, as it counts for muscles."""
    if record.sets:
        ordered = sorted(record.sets, key=_place)
        for (exercise_id, _), same in groupby(ordered, key=_place):
            exercise = exercises().get(exercise_id)
            if exercise is not None and exercise.kind in COUNTED:
                yield _one_set(exercise, tuple(same))
    elif record.finished:
        yield from _as_planned(record.planned)


def _place(one: SetDone) -> tuple[str, int]:
    return one.exercise_id, one.set_number


def _one_set(exercise: Exercise, sides: tuple[SetDone, ...]) -> Worked:
    """One set, from its entries for the left, the right or both sides."""
    left, right = (
        max((_amount(exercise, one) for one in sides if one.side in ("both", side)), default=0.0)
        for side in BOTH
    )
    return Worked(exercise, left, right)


def _amount(exercise: Exercise, done: SetDone) -> float:
    if exercise.kind is Kind.STRETCH:
        return done.reps * done.hold_s
    return 1.0 if done.reps else 0.0


def _as_planned(items: Iterable[Item]) -> Iterator[Worked]:
    for item in items:
        exercise = exercises()[item.exercise_id]
        if exercise.kind in COUNTED:
            held = exercise.kind is Kind.STRETCH
            amount = item.sets * (item.reps * item.hold_s if held else 1.0)
            one_side = exercise.sides is Sides.EACH and item.side in BOTH
            left, right = (0.0 if one_side and item.side != side else amount for side in BOTH)
            yield Worked(exercise, left, right)
