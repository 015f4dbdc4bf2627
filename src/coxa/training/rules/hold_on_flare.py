"""Pain now well above the usual: nothing goes up."""

from coxa.training.case import Case, Move
from coxa.training.moves import hold
from coxa.training.pain import green_limit
from coxa.training.words import number


def hold_on_flare(case: Case) -> Move | None:
    now = case.person.pain.now
    if now <= green_limit(case.usual):
        return None
    return hold(
        case,
        f"Your pain is at {number(now)} out of 10 now, and your usual is {number(case.usual)}. "
        "Nothing goes up until it has calmed down.",
    )
