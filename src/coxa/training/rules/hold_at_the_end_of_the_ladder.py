"""Two good sessions and no step up for this person now: well done, and the same again."""

from coxa.language import gettext as _
from coxa.training.case import Case, Move
from coxa.training.moves import hold
from coxa.training.words import done_twice


def hold_at_the_end_of_the_ladder(case: Case) -> Move | None:
    if not case.two_good:
        return None
    kept = _("{done}. No harder step suits you now, so you keep this one.")
    return hold(case, kept.format(done=done_twice(case)))
