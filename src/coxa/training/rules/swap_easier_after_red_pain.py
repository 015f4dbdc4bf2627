"""Pain above the cap: next time the easier form, or less where there is none."""

from coxa.language import gettext as _
from coxa.language import number
from coxa.training.case import Case, Move
from coxa.training.forms import easier_form
from coxa.training.moves import ease, swap_easier
from coxa.training.pain import Zone
from coxa.training.words import pain_was


def swap_easier_after_red_pain(case: Case) -> Move | None:
    if case.zone(case.last) is not Zone.RED:
        return None
    because = _("It hurt {pain}, above your limit of {limit}.").format(
        pain=pain_was(case.last), limit=number(case.pain_cap)
    )
    return swap_easier(case, easier_form(case), because) or ease(case, because)
