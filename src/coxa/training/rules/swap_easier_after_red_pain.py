"""Pain above the cap: next time the easier form, or less where there is none."""

from coxa.training.case import Case, Move
from coxa.training.forms import easier_form
from coxa.training.moves import ease, swap_easier
from coxa.training.pain import Zone
from coxa.training.words import number, pain_was


def swap_easier_after_red_pain(case: Case) -> Move | None:
    if case.zone(case.last) is not Zone.RED:
        return None
    because = f"It hurt {pain_was(case.last)}, above your limit of {number(case.pain_cap)}."
    return swap_easier(case, easier_form(case), because) or ease(case, because)
