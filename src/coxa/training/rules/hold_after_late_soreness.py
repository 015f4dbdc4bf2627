"""The sore spot above the usual the morning after: the dose stays."""

from coxa.training.case import Case, Move
from coxa.training.moves import hold
from coxa.training.words import morning_was, number


def hold_after_late_soreness(case: Case) -> Move | None:
    if case.above_usual(case.last) <= 0:
        return None
    return hold(
        case,
        f"The morning after, the sore spot was at {morning_was(case.last)}, and your usual is "
        f"{number(case.usual)}. The dose stays until a session leaves it unchanged.",
    )
