"""The same work gets harder each time: a lighter week, with the same strength exercises."""

from coxa.language import gettext as _
from coxa.training.case import Case, Move
from coxa.training.effort import lighter_week_due
from coxa.training.moves import hold, reduce
from coxa.training.steps import half_the_sets
from coxa.training.words import sets_of


def lighter_week_on_rising_effort(case: Case) -> Move | None:
    if not case.asks_effort or not lighter_week_due(case.person):
        return None
    because = _(
        "The same work left you fewer repetitions to spare each time, so this week is lighter"
    )
    less = half_the_sets(case.dose)
    if less is None:
        return hold(case, _("{because}; here one set is little enough.").format(because=because))
    lighter = _("{because}: {sets} where it was {before}.")
    return reduce(
        less,
        lighter.format(because=because, sets=sets_of(less.sets), before=case.dose.sets),
    )
