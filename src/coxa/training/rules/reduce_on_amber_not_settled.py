"""Amber pain that is still there next morning: a step less."""

from coxa.language import gettext as _
from coxa.language import number
from coxa.training.case import Case, Move
from coxa.training.moves import ease
from coxa.training.pain import Zone
from coxa.training.words import morning_was, pain_was


def reduce_on_amber_not_settled(case: Case) -> Move | None:
    if case.zone(case.last) is not Zone.AMBER or case.above_usual(case.last) <= 0:
        return None
    return ease(
        case,
        _(
            "It hurt {pain}, and next morning it was still {morning} beside your usual {usual}."
        ).format(
            pain=pain_was(case.last),
            morning=morning_was(case.last),
            usual=number(case.usual),
        ),
    )
