"""Two good sessions at the top of the range: two to ten per cent more weight, or a first one."""

from coxa.exercises.dose import Dose
from coxa.exercises.vocabulary import Equipment
from coxa.training.case import Case, Move
from coxa.training.moves import increase
from coxa.training.steps import FIRST_LOAD, heavier
from coxa.training.words import done_twice, number


def raise_load(case: Case) -> Move | None:
    if not case.two_good or not case.at_the_top:
        return None
    more = heavier(case.dose) if case.dose.load_kg else _first_weight(case)
    if more is None:
        return None
    return increase(more, f"{done_twice(case)}, so you take {number(more.load_kg)} kg now.")


def _first_weight(case: Case) -> Dose | None:
    """For who owns weights, on an exercise whose file lists a weight among what helps."""
    suits = any("weight" in thing for thing in case.exercise.equipment.helpful)
    if not suits or Equipment.WEIGHTS not in case.person.owned:
        return None
    return case.dose.model_copy(update={"load_kg": FIRST_LOAD})
