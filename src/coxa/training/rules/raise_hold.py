"""Two good sessions of a hold: the next longer hold, up to 30 seconds and 150 in all."""

from coxa.training.case import Case, Move
from coxa.training.moves import increase
from coxa.training.steps import longer
from coxa.training.words import done_twice, number

MOST_IN_ALL = 150  # seconds of holding a session and side


def raise_hold(case: Case) -> Move | None:
    if not case.two_good or not (case.isometric or case.reps_range is None):
        return None
    more = longer(case.dose, case.longest_hold)
    if more is None or more.sets * more.reps * more.hold_s > MOST_IN_ALL:
        return None
    return increase(more, f"{done_twice(case)}, so you hold for {number(more.hold_s)} seconds now.")
