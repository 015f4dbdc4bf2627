"""One good session: the same again, to be sure."""

from coxa.language import gettext as _
from coxa.training.case import Case, Move
from coxa.training.moves import hold


def hold_one_good_session(case: Case) -> Move | None:
    if not case.good(case.last):
        return None
    return hold(
        case, _("Your last session went well. Once more like that, and the next step comes.")
    )
