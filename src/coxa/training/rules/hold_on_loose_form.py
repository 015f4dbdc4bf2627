"""Form that was not sound: the dose stays until it is."""

from coxa.language import gettext as _
from coxa.training.case import Case, Move
from coxa.training.moves import hold


def hold_on_loose_form(case: Case) -> Move | None:
    if case.last.form_ok is not False:
        return None
    return hold(case, _("The movement was not clean last time. First clean, then more."))
