"""Pain now well above the usual: nothing goes up."""

from coxa.language import gettext as _
from coxa.language import number
from coxa.training.case import Case, Move
from coxa.training.moves import hold
from coxa.training.pain import green_limit


def hold_on_flare(case: Case) -> Move | None:
    now = case.person.pain.now
    if now <= green_limit(case.usual):
        return None
    return hold(
        case,
        _(
            "Your pain is at {now} out of 10 now, and your usual is {usual}. "
            "Nothing goes up until it has calmed down."
        ).format(now=number(now), usual=number(case.usual)),
    )
