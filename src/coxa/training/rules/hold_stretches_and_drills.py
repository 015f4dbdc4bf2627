"""Only strength and balance climb; a stretch or a drill grows by minutes a week, in the plan."""

from coxa.exercises.vocabulary import Kind
from coxa.language import gettext as _
from coxa.training.case import Case, Move
from coxa.training.moves import hold

CLIMBING = (Kind.STRENGTH, Kind.BALANCE)


def hold_stretches_and_drills(case: Case) -> Move | None:
    if case.exercise.kind in CLIMBING:
        return None
    return hold(
        case, _("This one does not get harder. What counts is how many minutes a week it gets.")
    )
