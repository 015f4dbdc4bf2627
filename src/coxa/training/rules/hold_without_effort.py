"""How many more were possible was not told: the dose stays."""

from coxa.language import gettext as _
from coxa.training.case import Case, Move
from coxa.training.moves import hold


def hold_without_effort(case: Case) -> Move | None:
    if not case.asks_effort or case.last.rir is not None or not case.met(case.last):
        return None
    return hold(
        case,
        _(
            "You did all of it, but did not say how many more you could have done. Tell us after "
            "the last set, and the next step can come."
        ),
    )
