"""Nothing speaks for more or for less: the same dose, on the way to the top of the range."""

from coxa.training.case import Case, Move
from coxa.training.moves import hold


def hold_on_the_way_up(case: Case) -> Move:
    if case.reps_range is None:
        return hold(
            case, f"You keep this until every set is held for {case.dose.hold_s:g} seconds."
        )
    low, top = case.reps_range
    target = case.dose.reps if case.history.dose else top
    done = " and ".join(map(str, case.last.reps)) or "none"
    return hold(
        case,
        f"You did {done} last time, in a range of {low} to {top}. It stays until every set "
        f"reaches {target}, twice.",
    )
