"""The moves that rules make, so that a rule itself stays one sentence."""

from coxa.exercises.dose import Dose
from coxa.exercises.exercise import Exercise
from coxa.exercises.vocabulary import Kind
from coxa.language import gettext as _
from coxa.training.case import Case, Move
from coxa.training.forms import easier_form, first_dose
from coxa.training.steps import fewer_repetitions, fewer_sets, shorter
from coxa.training.words import called


def hold(case: Case, because: str) -> Move:
    return Move(verdict="hold", dose=case.dose, because=because)


def increase(dose: Dose | None, because: str) -> Move | None:
    return Move(verdict="increase", dose=dose, because=because) if dose else None


def reduce(dose: Dose | None, because: str) -> Move | None:
    return Move(verdict="reduce", dose=dose, because=because) if dose else None


def stop(case: Case, because: str) -> Move:
    return Move(verdict="stop", dose=case.dose, because=because)


def swap_easier(case: Case, form: Exercise | None, because: str) -> Move | None:
    if form is None:
        return None
    return Move(
        verdict="swap_easier",
        dose=first_dose(case, form),
        to_exercise=form.id,
        because=_("{because} The {name} is easier and takes its place for now.").format(
            because=because, name=called(form.name)
        ),
    )


def ease(case: Case, because: str) -> Move:
    """A step less, or an easier form, or whatever less there is; if there is none, a rest."""
    less = _("{because} It is a step less for now.").format(because=because)
    rests = _("{because} It is as small as it gets, so it rests for now.")
    return (
        reduce(one_step_less(case), less)
        or swap_easier(case, easier_form(case), because)
        or reduce(a_little_less(case), less)
        or stop(case, rests.format(because=because))
    )


def one_step_less(case: Case) -> Dose | None:
    """A fifth to two fifths less, inside the range: sets, else repetitions or hold."""
    low_reps = case.reps_range[0] if case.reps_range else None
    low_hold = case.hold_range[0] if case.hold_range else None
    return (
        fewer_sets(case.dose)
        or (fewer_repetitions(case.dose, low_reps) if low_reps else None)
        or (shorter(case.dose, low_hold) if low_hold else None)
    )


def a_little_less(case: Case) -> Dose | None:
    """Below the range, where nothing else is left. A stretch is not held shorter than 30 s."""
    in_time = None if case.exercise.kind is Kind.STRETCH else shorter(case.dose, 1)
    return fewer_repetitions(case.dose, 1) or in_time or _one_set_less(case.dose)


def _one_set_less(dose: Dose) -> Dose | None:
    return dose.model_copy(update={"sets": dose.sets - 1}) if dose.sets > 1 else None
