"""Two good sessions at the planned repetitions: two more, up to the top of the range."""

from coxa.language import gettext as _
from coxa.training.case import Case, Move
from coxa.training.moves import increase
from coxa.training.steps import more_repetitions
from coxa.training.words import done_twice


def raise_repetitions(case: Case) -> Move | None:
    if not case.two_good or case.reps_range is None:
        return None
    more = more_repetitions(case.dose, case.reps_range[1])
    if more is None:
        return None
    aimed = _("{done}, so you go for {reps} now.")
    return increase(more, aimed.format(done=done_twice(case), reps=more.reps))
