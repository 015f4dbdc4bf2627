"""Amber pain that is still there next morning: a step less."""

from coxa.training.case import Case, Move
from coxa.training.moves import ease
from coxa.training.pain import Zone
from coxa.training.words import morning_was, number, pain_was


def reduce_on_amber_not_settled(case: Case) -> Move | None:
    if case.zone(case.last) is not Zone.AMBER or case.above_usual(case.last) <= 0:
        return None
    return ease(
        case,
        f"It hurt {pain_was(case.last)}, and next morning it was still {morning_was(case.last)} "
        f"beside your usual {number(case.usual)}.",
    )
