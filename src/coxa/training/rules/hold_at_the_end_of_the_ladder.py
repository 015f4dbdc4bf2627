"""Two good sessions and no step up for this person now: well done, and the same again."""

from coxa.training.case import Case, Move
from coxa.training.moves import hold
from coxa.training.words import done_twice


def hold_at_the_end_of_the_ladder(case: Case) -> Move | None:
    if not case.two_good:
        return None
    return hold(case, f"{done_twice(case)}. No harder step suits you now, so you keep this one.")
