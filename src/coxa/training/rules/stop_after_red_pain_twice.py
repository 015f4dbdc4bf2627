"""Pain above the cap again, after it was above the cap before: the exercise stops."""

from coxa.language import gettext as _
from coxa.language import number
from coxa.training.case import Case, Move
from coxa.training.moves import stop
from coxa.training.pain import Zone
from coxa.training.words import pain_was


def stop_after_red_pain_twice(case: Case) -> Move | None:
    reds = [one for one in case.sessions if case.zone(one) is Zone.RED]
    if case.zone(case.last) is not Zone.RED or len(reds) < 2:
        return None
    return stop(
        case,
        _(
            "It hurt {first}, and then {second}. Both are above your limit of {limit}, so it "
            "stays out until a professional has had a look."
        ).format(first=pain_was(reds[-2]), second=pain_was(reds[-1]), limit=number(case.pain_cap)),
    )
