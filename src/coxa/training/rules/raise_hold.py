"""Two good sessions of a hold: the next longer hold, up to 30 seconds and 150 in all."""

from coxa.language import gettext as _
from coxa.language import number
from coxa.training.case import Case, Move
from coxa.training.moves import increase
from coxa.training.steps import longer
from coxa.training.words import done_twice

MOST_IN_ALL = 150  # seconds of holding a session and side


def raise_hold(case: Case) -> Move | None:
    if not case.two_good or not (case.isometric or case.reps_range is None):
        return None
    more = longer(case.dose, case.longest_hold)
    if more is None or more.sets * more.reps * more.hold_s > MOST_IN_ALL:
        return None
    longer_now = _("{done}, so you hold for {seconds} seconds now.")
    return increase(more, longer_now.format(done=done_twice(case), seconds=number(more.hold_s)))
