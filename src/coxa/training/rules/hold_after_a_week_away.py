"""Eight days away or more: the last dose once more, nothing to catch up on."""

from coxa.training.case import Case, Move
from coxa.training.moves import hold

A_WEEK = 7  # days; a gap up to this changes nothing


def hold_after_a_week_away(case: Case) -> Move | None:
    if case.gap <= A_WEEK:
        return None
    because = f"You were away for {case.gap} days. You repeat what you did last; a break like this"
    return hold(case, f"{because} does little harm, and there is nothing to catch up on.")
