"""Nothing speaks for more or for less: the same dose, on the way to the top of the range."""

from coxa.language import gettext as _
from coxa.language import number
from coxa.training.case import Case, Move
from coxa.training.moves import hold


def hold_on_the_way_up(case: Case) -> Move:
    if case.reps_range is None:
        held = _("You keep this until every set is held for {seconds} seconds.")
        return hold(case, held.format(seconds=number(case.dose.hold_s)))
    low, top = case.reps_range
    target = case.dose.reps if case.history.dose else top
    done = _(" and ").join(map(str, case.last.reps)) or _("none")
    return hold(
        case,
        _(
            "You did {done} last time, in a range of {low} to {top}. It stays until every set "
            "reaches {target}, twice."
        ).format(done=done, low=low, top=top, target=target),
    )
