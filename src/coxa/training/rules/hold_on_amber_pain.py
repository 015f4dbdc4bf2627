"""Amber pain in the last session: the dose stays."""

from coxa.language import gettext as _
from coxa.language import number
from coxa.training.case import Case, Move
from coxa.training.moves import hold
from coxa.training.pain import Zone, green_limit
from coxa.training.words import pain_was


def hold_on_amber_pain(case: Case) -> Move | None:
    if case.zone(case.last) is not Zone.AMBER:
        return None
    return hold(
        case,
        _(
            "It hurt {pain}. That is within your limit of {limit}, but above {green}, so the dose "
            "stays as it is."
        ).format(
            pain=pain_was(case.last),
            limit=number(case.pain_cap),
            green=number(green_limit(case.usual)),
        ),
    )
