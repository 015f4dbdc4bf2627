"""Fifteen to twenty-eight days away: strength goes one step back, about a fifth."""

from coxa.training.case import Case, Move
from coxa.training.moves import a_little_less, one_step_less, reduce

DAYS = range(15, 29)


def step_back_after_two_weeks_away(case: Case) -> Move | None:
    if not case.asks_effort or case.gap not in DAYS:
        return None
    because = f"You were away for {case.gap} days, so you take one step back and build up again."
    return reduce(one_step_less(case) or a_little_less(case), because)
