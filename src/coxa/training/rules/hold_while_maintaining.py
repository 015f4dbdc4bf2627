"""Who maintains keeps the load: nothing goes up by itself."""

from coxa.language import gettext as _
from coxa.training.case import Case, Move
from coxa.training.moves import hold
from coxa.training.phases import phase_of


def hold_while_maintaining(case: Case) -> Move | None:
    if phase_of(case.person, 1).id != "maintain":
        return None
    return hold(case, _("You keep what you have: the same load, and nothing has to go up."))
