"""Fifteen to twenty-eight days away: strength goes one step back, about a fifth."""

from coxa.language import ngettext
from coxa.training.case import Case, Move
from coxa.training.moves import a_little_less, one_step_less, reduce

DAYS = range(15, 29)


def step_back_after_two_weeks_away(case: Case) -> Move | None:
    if not case.asks_effort or case.gap not in DAYS:
        return None
    because = ngettext(
        "You were away for {n} day, so you take one step back and build up again.",
        "You were away for {n} days, so you take one step back and build up again.",
        case.gap,
    ).format(n=case.gap)
    return reduce(one_step_less(case) or a_little_less(case), because)
