"""Pain in the session or the morning after was not told: the dose stays."""

from coxa.language import gettext as _
from coxa.training.case import Case, Move
from coxa.training.moves import hold


def hold_without_an_answer(case: Case) -> Move | None:
    if case.last.pain_during is None:
        return hold(case, _("You did not say how it felt last time, so the dose stays as it is."))
    if case.last.pain_next_morning is None:
        return hold(case, _("How was it the next morning? Until you say, the dose stays as it is."))
    return None
