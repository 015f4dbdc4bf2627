"""An exercise that the safety questions leave out now does not go up."""

from coxa.language import gettext as _
from coxa.training.case import Case, Move
from coxa.training.moves import hold


def hold_what_is_left_out(case: Case) -> Move | None:
    if case.allowed is None or case.exercise.id in case.allowed:
        return None
    return hold(case, _("It is not in your plan at the moment, so nothing about it changes."))
