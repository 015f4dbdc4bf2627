"""Two good sessions at the top of the range: a slower way down. A still hold has none."""

from coxa.language import gettext as _
from coxa.language import number
from coxa.training.case import Case, Move
from coxa.training.moves import increase
from coxa.training.steps import slower
from coxa.training.words import done_twice


def raise_slower_lowering(case: Case) -> Move | None:
    if not case.two_good or not case.at_the_top or case.isometric or case.reps_range is None:
        return None
    more = slower(case.dose)
    if more is None:
        return None
    because = _("{done}, so the lowering takes {seconds} seconds now.")
    return increase(more, because.format(done=done_twice(case), seconds=number(more.lowering_s)))
