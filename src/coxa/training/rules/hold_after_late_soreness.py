"""The sore spot above the usual the morning after: the dose stays."""

from coxa.language import gettext as _
from coxa.language import number
from coxa.training.case import Case, Move
from coxa.training.moves import hold
from coxa.training.words import morning_was


def hold_after_late_soreness(case: Case) -> Move | None:
    if case.above_usual(case.last) <= 0:
        return None
    return hold(
        case,
        _(
            "The morning after, the sore spot was at {was}, and your usual is {usual}. "
            "The dose stays until a session leaves it unchanged."
        ).format(was=morning_was(case.last), usual=number(case.usual)),
    )
