"""The neighbours of an exercise on its ladder that this person may go to now."""

from coxa.exercises.dose import Dose
from coxa.exercises.exercise import Exercise
from coxa.exercises.vocabulary import met_by
from coxa.training.case import Case
from coxa.training.pain import Zone
from coxa.training.person import ExerciseHistory


def easier_form(case: Case) -> Exercise | None:
    """The same family first, then the same kind, then as the ladder lists them."""
    open_ones = [one for one in _named(case, case.exercise.ladder.easier) if _open(case, one)]
    return min(open_ones, key=lambda one: _distance(case.exercise, one), default=None)


def harder_form(case: Case) -> Exercise | None:
    """As for the easier form, of the same kind, and within the person's levels."""
    open_ones = [
        one
        for one in _named(case, case.exercise.ladder.harder)
        if one.kind is case.exercise.kind
        and one.level <= case.top_level
        and _open(case, one)
        and not _done_beside(case, one)
    ]
    return min(open_ones, key=lambda one: (*_distance(case.exercise, one), one.level), default=None)


def first_dose(case: Case, form: Exercise) -> Dose:
    """The bottom of the new form's range, in no more sets than now."""
    span = form.dose.range
    start = form.start_dose
    held = span.hold_s[0] if span.hold_s else start.hold_s
    return start.model_copy(
        update={
            "sets": min(start.sets, case.dose.sets),
            "reps": span.reps[0] if span.reps else start.reps,
            "hold_s": min(held, case.max_hold_s) if case.max_hold_s else held,
            "band": "light" if "band_loop" in form.equipment.required else None,
        }
    )


def succeeded(case: Case) -> bool:
    """Whether a harder form has taken this exercise's place since it was last done."""
    return any(
        one.sessions and min(s.day for s in one.sessions) > case.last.day
        for name in case.exercise.ladder.harder
        if (one := case.person.history.of(name))
    )


def _named(case: Case, ids: tuple[str, ...]) -> list[Exercise]:
    return [case.library[one] for one in ids if one in case.library]


def _distance(here: Exercise, there: Exercise) -> tuple[bool, bool]:
    return (not here.family or there.family != here.family, there.kind is not here.kind)


def _open(case: Case, form: Exercise) -> bool:
    log = case.person.history.of(form.id)
    return (
        (case.allowed is None or form.id in case.allowed)
        and form.id not in case.person.wishes.never
        and met_by(form.equipment.required, case.person.owned)
        and not (log is not None and _troubled(case, form, log))
    )


def _troubled(case: Case, form: Exercise, log: ExerciseHistory) -> bool:
    """Red twice before, or red or missed the last time and not yet earned again."""
    other = Case(case.person, form, log, case.library, case.pain_cap)
    if not other.sessions:
        return False
    reds = sum(other.zone(one) is Zone.RED for one in other.sessions)
    failed = other.zone(other.last) is Zone.RED or (
        bool(other.last_two) and all(map(other.missed, other.last_two))
    )
    return reds > 1 or (failed and other.last.day >= case.last.day)


def _done_beside(case: Case, form: Exercise) -> bool:
    """Trained side by side with this exercise already: no step up to go to."""
    log = case.person.history.of(form.id)
    return log is not None and any(one.day <= case.last.day for one in log.sessions)
