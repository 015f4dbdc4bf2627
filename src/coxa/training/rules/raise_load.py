"""Two good sessions at the top of the range: two to ten per cent more weight, or a first one."""

from coxa.exercises.dose import Dose
from coxa.exercises.vocabulary import Equipment
from coxa.language import gettext as _
from coxa.language import number
from coxa.training.case import Case, Move
from coxa.training.moves import increase
from coxa.training.steps import FIRST_LOAD, heavier
from coxa.training.words import done_twice


def raise_load(case: Case) -> Move | None:
    if not case.two_good or not case.at_the_top:
        return None
    more = heavier(case.dose) if case.dose.load_kg else _first_weight(case)
    if more is None:
        return None
    taken = _("{done}, so you take {kg} kg now.")
    return increase(more, taken.format(done=done_twice(case), kg=number(more.load_kg)))


def _first_weight(case: Case) -> Dose | None:
    """For who owns weights, on an exercise whose file says that one makes it heavier."""
    suits = "weight" in case.exercise.equipment.heavier_by
    if not suits or Equipment.WEIGHTS not in case.person.owned:
        return None
    return case.dose.model_copy(update={"load_kg": FIRST_LOAD})
