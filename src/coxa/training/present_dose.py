"""The dose a person is at: as planned last, or read from the last session where no plan is kept."""

from typing import TypeVar

from coxa.exercises.dose import Dose
from coxa.exercises.exercise import Exercise
from coxa.training.person import ExerciseHistory, SessionDone
from coxa.training.steps import BANDS

N = TypeVar("N", int, float)


def present_dose(history: ExerciseHistory, exercise: Exercise) -> Dose:
    if history.dose is not None:
        return history.dose
    start = exercise.start_dose
    if not history.sessions:
        return start
    last = max(history.sessions, key=lambda one: one.day)
    return Dose(
        sets=_within(history.range.sets or last.sets or start.sets, 1, 60),
        reps=_reps(last, history, start),
        hold_s=_within(_hold(last, start), 0, 600),
        rest_s=_within(_or(last.rest_s, start.rest_s), 0, 600),
        lowering_s=_within(_or(last.lowering_s, start.lowering_s), 1, 10),
        load_kg=_within(_or(last.load_kg, start.load_kg), 0, 200),
        band=last.band or (BANDS[0] if "band_loop" in exercise.equipment.required else None),
    )


def _reps(last: SessionDone, history: ExerciseHistory, start: Dose) -> int:
    """What every set of the last session reached, kept inside the range."""
    done = min(last.reps, default=start.reps)
    low, high = history.range.reps or (1, 60)
    return _within(_within(done, low, max(low, high)), 1, 60)


def _hold(last: SessionDone, start: Dose) -> float:
    if isinstance(last.hold_s, tuple):
        return min(last.hold_s, default=start.hold_s)
    return _or(last.hold_s, start.hold_s)


def _or(told: float | None, otherwise: float) -> float:
    return otherwise if told is None else told


def _within(value: N, low: N, high: N) -> N:
    return max(low, min(high, value))
