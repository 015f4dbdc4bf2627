"""What the log says of each exercise: its doses, efforts, form and pain, as the rules read them."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from coxa.coaching.blocks import WEEK, monday_of
from coxa.coaching.sessions import SessionRecord
from coxa.exercises.exercise import Exercise
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import Kind
from coxa.training.log import Hurt, SetDone
from coxa.training.person import ExerciseHistory, RangeDone, SessionDone
from coxa.training.plan import Item

KEPT = timedelta(days=56)  # older sessions say little about what the next one should be
RIR = {"0-1": 0.0, "2-3": 2.0, "4+": 4.0}  # the lower end: repetitions really left
GREEN = 2.0
ABOVE_EVERY_CAP = 6.0
WORSE_BY = 2.0  # what "worse" in the morning counts for, on the scale of 0 to 10


def log_of_exercises(
    records: Sequence[SessionRecord], usual: float | None, since: date, today: date
) -> tuple[ExerciseHistory, ...]:
    kept = [one for one in records if max(since, today - KEPT) <= one.day <= today]
    ids = sorted({i for one in kept for i in one.exercise_ids if i in exercises()})
    return tuple(_history(exercises()[i], kept, usual, today) for i in ids)


def _history(
    exercise: Exercise, records: Sequence[SessionRecord], usual: float | None, today: date
) -> ExerciseHistory:
    own = [one for one in records if one.sets_of(exercise.id)]
    planned = next((p for one in reversed(own) if (p := _planned(one, exercise.id))), None)
    span = exercise.dose.range
    return ExerciseHistory(
        exercise_id=exercise.id,
        range=RangeDone(
            reps=span.reps,
            hold_s=span.hold_s,
            sets=planned.sets if planned else exercise.dose.sets,
        ),
        sessions=tuple(_session(one, exercise.id, usual, today) for one in own),
        dose=planned.dose if planned else None,
    )


def _planned(record: SessionRecord, exercise_id: str) -> Item | None:
    """Where the sides have items of their own, the longer one: that is the exercise's dose."""
    return max(record.planned_of(exercise_id), key=lambda item: item.sets, default=None)


def _session(
    record: SessionRecord, exercise_id: str, usual: float | None, today: date
) -> SessionDone:
    sets = record.sets_of(exercise_id)
    numbers = sorted({one.set_number for one in sets})
    by_number = [[one for one in sets if one.set_number == n] for n in numbers]
    effort = record.effort_of(exercise_id)
    return SessionDone(
        day=(record.day - today).days,
        sets=min(20, len(numbers)),
        reps=tuple(min(one.reps for one in group) for group in by_number),
        hold_s=tuple(min(one.hold_s for one in group) for group in by_number),
        rest_s=sets[-1].rest_s,
        lowering_s=min(one.lowering_s for one in sets),
        load_kg=min(one.load_kg for one in sets),
        band=sets[-1].band,
        rir=RIR[effort.left] if effort else None,
        pain_during=_pain_during(record, exercise_id, usual),
        pain_next_morning=_pain_next_morning(record, usual, today),
        form_ok=_form(sets),
    )


def _form(sets: Iterable[SetDone]) -> bool | None:
    said = [one.form_ok for one in sets if one.form_ok is not None]
    return all(said) if said else None


def _pain_during(record: SessionRecord, exercise_id: str, usual: float | None) -> float | None:
    """What hurt in this exercise; where nothing did, the pain after the session, else the usual.

    A hurt without a figure is not given one: the answer is unknown (None), unless the pain after
    the session was above green itself.
    """
    after = record.done.pain_now if record.done else None
    hurts = [h for h in record.hurts if h.exercise_id == exercise_id]
    if not hurts:
        return usual if after is None else after
    said = [figure for h in hurts if (figure := _pain_of(h.what, h.pain)) is not None]
    if said:
        return max([*said, after or 0.0])
    green = max(GREEN, (usual or 0.0) + 1)
    return after if after is not None and after > green else None


def _pain_of(what: Hurt, pain: float | None) -> float | None:
    """Sharp pain, numbness or a leg that gives way counts as above every limit, whatever the
    figure: that position stops."""
    return pain if what == "none_of_these" else max(pain or 0.0, ABOVE_EVERY_CAP)


def _pain_next_morning(record: SessionRecord, usual: float | None, today: date) -> float | None:
    """No answer is no answer; a session of today has had no morning after it yet."""
    if record.morning is None or record.day >= today:
        return None
    settled = usual or 0.0
    return min(10.0, settled + WORSE_BY) if record.morning.sore_spot == "worse" else settled


def strength_sets(record: SessionRecord) -> int:
    """Strength sets done, those of both sides counted once; as planned where only *Done* is known.

    The player counts a set more on one side on from the shared ones, so that it is one number.
    """
    if record.sets:
        return len({(s.exercise_id, s.set_number) for s in record.sets if _strength(s.exercise_id)})
    if not record.finished:
        return 0
    return sum(item.sets for item in record.planned if _strength(item.exercise_id))


def last_week_strength_sets(records: Sequence[SessionRecord], today: date) -> int | None:
    """The sets of the last whole Monday week that had any; None where there is none."""
    this_week = monday_of(today)
    weeks: dict[date, int] = {}
    for one in records:
        week = monday_of(one.day)
        if this_week - 8 * WEEK <= week < this_week:
            weeks[week] = weeks.get(week, 0) + strength_sets(one)
    done = [week for week, sets in weeks.items() if sets]
    return weeks[max(done)] if done else None


def _strength(exercise_id: str) -> bool:
    known = exercises().get(exercise_id)
    return known is not None and known.kind is Kind.STRENGTH
