"""Amber pain in the last session: the dose stays."""

from coxa.training.case import Case, Move
from coxa.training.moves import hold
from coxa.training.pain import Zone, green_limit
from coxa.training.words import number, pain_was


def hold_on_amber_pain(case: Case) -> Move | None:
    if case.zone(case.last) is not Zone.AMBER:
        return None
    return hold(
        case,
        f"It hurt {pain_was(case.last)}. That is within your limit of {number(case.pain_cap)}, "
        f"but above {number(green_limit(case.usual))}, so the dose stays as it is.",
    )
