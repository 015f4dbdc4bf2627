"""All done, with fewer than two repetitions to spare: the dose stays."""

from coxa.language import gettext as _
from coxa.training.case import RESERVE, Case, Move
from coxa.training.moves import hold


def hold_near_the_limit(case: Case) -> Move | None:
    left = case.last.rir
    if not case.asks_effort or left is None or left >= RESERVE or not case.met(case.last):
        return None
    return hold(
        case, _("You did all of it with fewer than two to spare. It stays until it is easier.")
    )
