"""Pain above the cap again, after it was above the cap before: the exercise stops."""

from coxa.training.case import Case, Move
from coxa.training.moves import stop
from coxa.training.pain import Zone
from coxa.training.words import number, pain_was


def stop_after_red_pain_twice(case: Case) -> Move | None:
    reds = [one for one in case.sessions if case.zone(one) is Zone.RED]
    if case.zone(case.last) is not Zone.RED or len(reds) < 2:
        return None
    return stop(
        case,
        f"It hurt {pain_was(reds[-2])}, and then {pain_was(reds[-1])}. Both are above your limit "
        f"of {number(case.pain_cap)}, so it stays out until a professional has had a look.",
    )
